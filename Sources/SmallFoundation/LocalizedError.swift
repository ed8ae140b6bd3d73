/// An error that has words of its own for people.
public protocol LocalizedError: Error {
  /// What happened.
  var errorDescription: String? { get }
}

extension LocalizedError {
  /// No words of its own.
  public var errorDescription: String? { nil }
}

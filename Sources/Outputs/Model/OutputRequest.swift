package import CNIModel
package import Diagnostics

/// An output that a profile asks for, with its options as they were read.
package struct OutputRequest: Sendable {
  package let output: Output
  /// The place of its word.
  package let range: SourceRange
  /// The options that are set, in the order of the file; each has the form that the output states.
  package var settings: [Value.Member] = []

  package init(_ output: Output, at range: SourceRange) {
    self.output = output
    self.range = range
  }

  /// The text of an option, where it is set.
  func text(_ name: String) -> Located<String>? {
    guard let value = value(name), let text = value.string else { return nil }
    return Located(text, at: value.range)
  }

  /// The flag of an option, where it is set.
  func flag(_ name: String) -> Bool? { value(name)?.bool }

  /// The members of an option that is a mapping; none where it is not set.
  func members(_ name: String) -> [Value.Member] { value(name)?.object ?? [] }

  private func value(_ name: String) -> Value? { settings.last { $0.name == name }?.value }
}

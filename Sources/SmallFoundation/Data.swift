/// Bytes.
public struct Data: Sendable, Hashable {
  let bytes: [UInt8]
}

extension String {
  /// How text becomes bytes.
  public enum Encoding: Sendable {
    case utf8
  }

  /// The text of some bytes; `nil` where they are none.
  public init?(data: Data, encoding: Encoding) {
    self.init(validating: data.bytes, as: UTF8.self)
  }
}

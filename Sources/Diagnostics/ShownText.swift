/// Text of the user's for a message: whatever somebody put there, a terminal shows it, in a line of some length.
package enum ShownText {
  private static let limit = 80

  /// The bytes of a text, cut where they are many.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    var kept: [UInt8] = []
    for byte in bytes {
      guard kept.count < limit else { return visible(String(decoding: kept, as: UTF8.self)) + "…" }
      kept.append(byte)
    }
    return visible(String(decoding: kept, as: UTF8.self))
  }

  /// The text with marks in the place of control characters, which could move the cursor or color what follows.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
  }
}

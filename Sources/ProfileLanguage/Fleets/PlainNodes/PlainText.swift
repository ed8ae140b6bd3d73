/// The plainest forms of YAML's values, read from the bytes of a text.
///
/// Everything that is taken here means in YAML what is said of it here, wherever a value can stand; a test holds it
/// against libyaml. Whatever is not exactly of these forms, right or wrong, is refused, and libyaml reads it.
struct PlainText {
  let bytes: [UInt8]

  /// A scalar.
  struct Scalar {
    /// All of it, quotes included.
    let place: Range<Int>
    /// Its text, which has no escapes.
    let content: Range<Int>
  }

  /// The scalar that begins at a place; `nil` where there is none of these forms, or it says "nothing".
  func scalar(at start: Int) -> Scalar? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return quoted(from: start, by: UInt8(ascii: "\""))
    case UInt8(ascii: "'"): return quoted(from: start, by: UInt8(ascii: "'"))
    default: return bare(from: start)
    }
  }

  /// Text in quotes on one line, of printable ASCII without escapes.
  private func quoted(from start: Int, by quote: UInt8) -> Scalar? {
    var index = start + 1
    while index < bytes.count, bytes[index] != quote {
      guard bytes[index] >= 0x20, bytes[index] < 0x7F, bytes[index] != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    // A single quote that is doubled stands for one.
    guard index < bytes.count, index + 1 == bytes.count || bytes[index + 1] != quote else { return nil }
    return Scalar(place: start..<(index + 1), content: (start + 1)..<index)
  }

  /// Letters, digits and a few marks that end no scalar, in lists and mappings of either style.
  private func bare(from start: Int) -> Scalar? {
    var index = start
    while index < bytes.count, Self.isBare(bytes[index]) || isColonInside(index) { index += 1 }
    guard index > start, Self.isLetterOrDigit(bytes[start]), !isNull(start..<index) else { return nil }
    return Scalar(place: start..<index, content: start..<index)
  }

  /// Whether a colon stands at a place and is a part of a scalar, as in an address.
  private func isColonInside(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ":"), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return Self.isLetterOrDigit(next) || next == UInt8(ascii: ":") || next == UInt8(ascii: "/")
  }

  private func isNull(_ range: Range<Int>) -> Bool { holds(range, "null") }

  private static func isBare(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "_")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// Whether a range holds exactly a text.
  func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where bytes[range.lowerBound + index] != buffer[index] { return false }
      return true
    }
  }

  /// The place behind the spaces that begin at a place.
  func behindSpaces(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index
  }

  /// Whether a byte stands at a place.
  func has(_ byte: Character, at index: Int) -> Bool { index < bytes.count && bytes[index] == byte.asciiValue }

  /// The beginning of the next line, where nothing but spaces and a comment stand behind a place; `nil` where anything
  /// else does.
  func nextLine(behind start: Int) -> Int? {
    var index = behindSpaces(start)
    if index > start || start == 0 || bytes[start - 1] == 0x0A, index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x7F { index += 1 }
    }
    guard index < bytes.count else { return index }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return index + 2 }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}

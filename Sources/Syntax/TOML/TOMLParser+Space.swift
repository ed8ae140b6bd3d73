import Diagnostics

/// White space, comments, ends of lines, and keys.
extension TOMLParser {
  /// The next byte; `nil` at the end of the text.
  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether the bytes from here on are these.
  func isNext(_ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return bytes[position..<position + count].elementsEqual(wanted.description.utf8)
  }

  mutating func skipSpace() {
    while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  /// Steps over an end of line, if one is here.
  mutating func skipLineEnd() -> Bool {
    if byte == UInt8(ascii: "\n") {
      position += 1
      return true
    }
    guard isNext("\r\n") else { return false }
    position += 2
    return true
  }

  /// Steps over a comment, if one is here, up to the end of its line.
  private mutating func skipComment() throws(Stop) {
    guard byte == UInt8(ascii: "#") else { return }
    while let next = byte, !Self.isControl(next) { position += 1 }
    guard byte == nil || byte == UInt8(ascii: "\n") || isNext("\r\n") else { throw controlCharacter() }
  }

  /// Steps over what can stand behind a header or a setting, and over the end of the line.
  mutating func endLine() throws(Stop) {
    skipSpace()
    try skipComment()
    guard byte != nil, !skipLineEnd() else { return }
    if byte == UInt8(ascii: "\r") { throw controlCharacter() }
    throw unexpected(wanting: "the end of the line")
  }

  /// Steps over everything that says nothing, ends of lines included.
  mutating func skipBlank() throws(Stop) {
    repeat {
      skipSpace()
      try skipComment()
    } while skipLineEnd()
  }

  /// Whether TOML forbids a character to stand in a text as it is; the tab is allowed.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

  /// Reads a key, dots included, and the space behind it.
  mutating func readKey() throws(Stop) -> [TOMLKey] {
    var path: [TOMLKey] = []
    while true {
      path.append(try readKeyPart())
      skipSpace()
      guard byte == UInt8(ascii: ".") else { return path }
      position += 1
      skipSpace()
    }
  }

  private mutating func readKeyPart() throws(Stop) -> TOMLKey {
    let start = position
    let text: String
    switch byte {
    case UInt8(ascii: "\""): text = try readBasicString()
    case UInt8(ascii: "'"): text = try readLiteralString()
    default:
      while let next = byte, Self.isBare(next) { position += 1 }
      guard position > start else {
        throw unexpected(
          wanting: "a key",
          help: (byte ?? 0) >= 0x80 ? "put a key with other characters than letters of ASCII into quotes" : nil)
      }
      text = self.text(start..<position)
    }
    return TOMLKey(text: text, range: place(start..<position))
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A range of bytes as a place in the file.
  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(
      file: file, start: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound))
  }
}

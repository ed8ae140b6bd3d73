/// What stands between tokens.
extension JSONParser {
  /// Steps over white space, and over what people take for it.
  @inline(__always)
  mutating func skipSpace() throws(Stop) {
    guard position == bytes.count || !isToken(bytes[position]) else { return }
    try skipAllSpace()
  }

  /// Whether a byte can only belong to a token.
  @inline(__always)
  private func isToken(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "#")
  }

  private mutating func skipAllSpace() throws(Stop) {
    while true {
      position = ByteSearch.endOfSpace(in: bytes, from: position)
      guard position < bytes.count else { return }
      switch bytes[position] {
      case UInt8(ascii: "/"), UInt8(ascii: "#"):
        guard try skipComment() else { return }
      case 0x0B, 0x0C, 0x80...:
        guard skipForeignSpace() else { return }
      default: return
      }
    }
  }

  /// Reports a comment and steps over it; `false` where none begins.
  private mutating func skipComment() throws(Stop) -> Bool {
    let start = position
    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
    if bytes[start] == UInt8(ascii: "#") || second == UInt8(ascii: "/") {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    } else if second == UInt8(ascii: "*") {
      position += 2
      while !(position + 1 < bytes.count && bytes[position] == UInt8(ascii: "*")
        && bytes[position + 1] == UInt8(ascii: "/"))
      {
        guard position < bytes.count else {
          report(.truncated, "the file ends inside the comment that begins here", at: start..<start + 2)
          throw Stop()
        }
        position += 1
      }
      position += 2
    } else {
      return false
    }
    report(
      .comment, "JSON has no comments", at: start..<position,
      help: "remove it; a profile in YAML may have comments")
    return true
  }

  /// Reports a space that JSON does not know and steps over it; `false` where none stands.
  private mutating func skipForeignSpace() -> Bool {
    let name: String
    let length: Int
    switch (bytes[position], next(1), next(2)) {
    case (0x0B, _, _): (name, length) = ("a vertical tab (U+000B)", 1)
    case (0x0C, _, _): (name, length) = ("a form feed (U+000C)", 1)
    case (0xC2, 0x85, _): (name, length) = ("a next-line character (U+0085)", 2)
    case (0xC2, 0xA0, _): (name, length) = ("a no-break space (U+00A0)", 2)
    case (0xE2, 0x80, 0x80...0x8A): (name, length) = ("a typographic space", 3)
    case (0xE2, 0x80, 0x8B): (name, length) = ("a zero-width space (U+200B)", 3)
    case (0xE2, 0x80, 0xA8): (name, length) = ("a line separator (U+2028)", 3)
    case (0xE2, 0x80, 0xA9): (name, length) = ("a paragraph separator (U+2029)", 3)
    case (0xE2, 0x80, 0xAF): (name, length) = ("a narrow no-break space (U+202F)", 3)
    case (0xE3, 0x80, 0x80): (name, length) = ("an ideographic space (U+3000)", 3)
    case (0xEF, 0xBB, 0xBF): (name, length) = ("a byte-order mark (U+FEFF)", 3)
    default: return false
    }
    report(
      .foreignSpace, "\(name) stands here; between values JSON knows only space, tab and line end",
      at: position..<position + length, help: "remove it, or write a space instead")
    position += length
    return true
  }

  /// The byte so far behind the position; 0 behind the end.
  private func next(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }
}

import Diagnostics

/// Strings in their four forms. Each begins at its first quote.
extension TOMLParser {
  /// Reads `"…"` on one line.
  mutating func readBasicString() throws(Stop) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while true {
      takePlainText(upTo: UInt8(ascii: "\""), into: &text)
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): readEscape(into: &text)
      default: throw endOfLine(inStringAt: start)
      }
    }
  }

  /// Reads `'…'` on one line.
  mutating func readLiteralString() throws(Stop) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    takePlainText(upTo: UInt8(ascii: "'"), into: &text, takesBackslash: true)
    guard byte == UInt8(ascii: "'") else { throw endOfLine(inStringAt: start) }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads `"""…"""`.
  mutating func readLongBasicString() throws(Stop) -> String {
    try readLong(quote: UInt8(ascii: "\""), takesBackslash: false)
  }

  /// Reads `'''…'''`.
  mutating func readLongLiteralString() throws(Stop) -> String {
    try readLong(quote: UInt8(ascii: "'"), takesBackslash: true)
  }

  private mutating func readLong(quote: UInt8, takesBackslash: Bool) throws(Stop) -> String {
    let start = position
    position += 3
    _ = skipLineEnd()
    var text: [UInt8] = []
    while true {
      takePlainText(upTo: quote, into: &text, takesBackslash: takesBackslash)
      guard let next = byte else {
        report(
          .unterminatedString, "the file ends inside the string that begins here", at: place(start..<start + 3))
        throw .text
      }
      if next == quote {
        if takeQuotes(quote, into: &text) { return String(decoding: text, as: UTF8.self) }
      } else if next == UInt8(ascii: "\\") {
        if !skipFoldedLineEnd() { readEscape(into: &text) }
      } else if skipLineEnd() {
        text.append(UInt8(ascii: "\n"))
      } else {
        _ = controlCharacter()
        throw .text
      }
    }
  }

  /// Steps over quotes; `true` where they close the string. Up to two can stand before the three that do.
  private mutating func takeQuotes(_ quote: UInt8, into text: inout [UInt8]) -> Bool {
    var count = 0
    while count < 5, byte == quote {
      count += 1
      position += 1
    }
    text.append(contentsOf: repeatElement(quote, count: count < 3 ? count : count - 3))
    return count >= 3
  }

  /// Steps over a backslash at the end of a line, and over all space up to the next character.
  private mutating func skipFoldedLineEnd() -> Bool {
    let start = position
    position += 1
    skipSpace()
    guard skipLineEnd() else {
      position = start
      return false
    }
    repeat { skipSpace() } while skipLineEnd()
    return true
  }

  /// Takes everything that stands for itself.
  private mutating func takePlainText(upTo quote: UInt8, into text: inout [UInt8], takesBackslash: Bool = false) {
    let start = position
    while let next = byte, next != quote, !Self.isControl(next), takesBackslash || next != UInt8(ascii: "\\") {
      position += 1
    }
    text.append(contentsOf: bytes[start..<position])
  }

  private mutating func endOfLine(inStringAt start: Int) -> Stop {
    guard let next = byte, next != UInt8(ascii: "\n"), !isNext("\r\n") else {
      return stop(
        .unterminatedString, "the string that begins here has no closing quote on its line", at: start..<position)
    }
    return controlCharacter()
  }

  /// Steps over an escape and adds what it stands for. One that stands for nothing is reported and left out.
  private mutating func readEscape(into text: inout [UInt8]) {
    let start = position
    position += 1
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]
    guard let next = byte else { return }
    if let value = simple[next] {
      text.append(value)
      position += 1
    } else if next == UInt8(ascii: "u") || next == UInt8(ascii: "U") {
      readCodePoint(digits: next == UInt8(ascii: "u") ? 4 : 8, from: start, into: &text)
    } else {
      let end = Self.isControl(next) ? position : min(bytes.count, position + characterLength(next))
      report(
        .unknownEscape, "\(self.text(start..<end)) is no escape of TOML", at: place(start..<end),
        help: "write \\\\ for a backslash, or the whole text in single quotes")
    }
  }

  private func characterLength(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private mutating func readCodePoint(digits: Int, from start: Int, into text: inout [UInt8]) {
    position += 1
    var value: UInt32 = 0
    var count = 0
    while count < digits, let next = byte, let digit = Character(Unicode.Scalar(next)).hexDigitValue {
      value = value << 4 | UInt32(digit)
      count += 1
      position += 1
    }
    guard count == digits, let scalar = Unicode.Scalar(value) else {
      report(
        .unknownEscape, "\(self.text(start..<position)) stands for no character", at: place(start..<position),
        help: count < digits ? "write \(digits) hexadecimal digits" : nil)
      return
    }
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}

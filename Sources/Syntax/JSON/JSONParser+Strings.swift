/// Strings in double quotes.
extension JSONParser {
  /// Reads the string that begins here and returns its text without quotes and escapes.
  mutating func readString() throws(Stop) -> String {
    let start = position
    let end = ByteSearch.endOfPlainText(in: bytes, from: start + 1)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return try readUnusualString() }
    position = end + 1
    return text(start + 1..<end)
  }

  /// Reads a string in which something else stands than plain text.
  private mutating func readUnusualString() throws(Stop) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    var hasControlCharacter = false
    while true {
      let end = ByteSearch.endOfPlainText(in: bytes, from: position)
      text.append(contentsOf: bytes[position..<end])
      position = end
      guard end < bytes.count else { throw truncated(inStringAt: start) }
      switch bytes[end] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try readEscape(of: start, into: &text)
      case let byte:
        try checkControlCharacter(byte, in: start, isFirst: !hasControlCharacter)
        hasControlCharacter = true
        text.append(byte)
        position += 1
      }
    }
  }

  /// Steps over an escape and adds what it stands for. Of one that stands for nothing the backslash is dropped.
  private mutating func readEscape(of string: Int, into text: inout [UInt8]) throws(Stop) {
    guard position + 1 < bytes.count else { throw truncated(inStringAt: string) }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      try readUnicodeEscape(of: string, into: &text)
      return
    default:
      reportUnknownEscape()
      position += 1
      return
    }
    position += 2
  }

  /// Steps over `\uXXXX`, or over two that make one character.
  private mutating func readUnicodeEscape(of string: Int, into text: inout [UInt8]) throws(Stop) {
    let start = position
    guard let unit = codeUnit(at: start) else {
      guard !isCutOff(start) else { throw truncated(inStringAt: string) }
      report(
        .unknownEscape, "\\u must be followed by four hexadecimal digits", at: start..<start + 2,
        help: "write a backslash of the text as \\\\")
      position += 1
      return
    }
    position += 6
    var value = UInt32(unit)
    if unit & 0xFC00 == 0xD800, let second = codeUnit(at: position), second & 0xFC00 == 0xDC00 {
      position += 6
      value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
    }
    if let scalar = Unicode.Scalar(value) {
      text.append(contentsOf: scalar.utf8)
    } else {
      report(
        .loneSurrogate, "\(words(start..<position)) is half of a surrogate pair and stands for no character",
        at: start..<position,
        help: unit & 0xFC00 == 0xD800 ? "write the second half behind it" : "write the first half before it")
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }

  /// The number in a `\uXXXX` at a place; `nil` for anything else.
  private func codeUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// Whether the text ends inside a `\uXXXX` that is right as far as it goes.
  private func isCutOff(_ start: Int) -> Bool {
    start + 6 > bytes.count && bytes[(start + 2)...].allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
  }

  private mutating func reportUnknownEscape() {
    // A control character behind the backslash is reported for itself.
    guard bytes[position + 1] >= 0x20 else { return }
    let end = endOfCharacter(at: position + 1)
    report(
      .unknownEscape, "\(words(position..<end)) is no escape of JSON", at: position..<end,
      help: "write a backslash of the text as \\\\")
  }

  /// A control character in a string. A line end means as a rule that the closing quote is missing, so reading
  /// ends; others are reported once a string and stay in the text.
  private mutating func checkControlCharacter(_ byte: UInt8, in string: Int, isFirst: Bool) throws(Stop) {
    if byte == 0x0A || byte == 0x0D {
      report(
        .controlCharacter, "the string that begins here is not closed on its line", at: string..<position,
        help: "close the quote, or write a line end of the text as \\n")
      throw Stop()
    }
    guard isFirst else { return }
    let hex = String(byte, radix: 16, uppercase: true)
    let escape = byte == 0x09 ? "\\t" : "\\u00\(byte < 0x10 ? "0" : "")\(hex)"
    report(
      .controlCharacter, "\(byte == 0x09 ? "a tab" : "a control character") stands in a string as it is",
      at: position..<position + 1, help: "write it as \(escape)")
  }
}

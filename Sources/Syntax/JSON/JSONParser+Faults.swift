import Diagnostics

/// The words for what stands in the wrong place, and for texts that break off.
extension JSONParser {
  /// Reports that something else stands here than is wanted.
  mutating func syntaxError(wanting wanted: String, notes: [Diagnostic.Note]) -> Stop {
    report(
      .syntax, "expected \(wanted), found \(wordsForNext())", at: position..<endOfCharacter(at: position),
      notes: notes, help: helpForNext())
    return Stop()
  }

  /// Reports that no colon follows a key.
  mutating func reportMissingColon(after key: Range<Int>) -> Stop {
    syntaxError(wanting: "a colon after the key \(words(key))", notes: openingNote())
  }

  /// Reports that the text ends where something is wanted.
  mutating func truncated(wanting wanted: String) -> Stop {
    let end = endOfText
    report(.truncated, "the file ends where \(wanted) must follow", at: end..<end, notes: openingNote())
    return Stop()
  }

  /// Reports that the text ends inside the innermost list or object.
  mutating func truncatedInside() -> Stop {
    let isList = innermostOpening.map { bytes[$0] == UInt8(ascii: "[") } ?? false
    return truncated(wanting: isList ? "the closing ] of a list" : "the closing } of an object")
  }

  /// Reports that the text ends inside a string.
  mutating func truncated(inStringAt start: Int) -> Stop {
    report(.truncated, "the file ends inside the string that begins here", at: start..<endOfText)
    return Stop()
  }

  /// Points at the innermost bracket that is open.
  func openingNote() -> [Diagnostic.Note] {
    guard let opening = innermostOpening else { return [] }
    let kind = bytes[opening] == UInt8(ascii: "[") ? "list" : "object"
    return [Diagnostic.Note("the \(kind) begins here", at: place(opening..<opening + 1))]
  }

  /// Where the text ends, white space left aside: there the missing part is to be written.
  private var endOfText: Int {
    var end = bytes.count
    while end > 0, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// The end of the UTF-8 sequence that begins at a place.
  func endOfCharacter(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// A part of the text, as messages quote it: a long one only with its beginning.
  func words(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range].prefix(4 * longestQuoted), as: UTF8.self)
    return text.count <= longestQuoted ? text : "\(text.prefix(longestQuoted))…"
  }

  private var longestQuoted: Int { 60 }

  /// What stands here, as messages name it.
  func wordsForNext() -> String {
    guard position < bytes.count else { return "the end of the file" }
    switch bytes[position] {
    case UInt8(ascii: ","): return "a comma"
    case UInt8(ascii: ":"): return "a colon"
    case UInt8(ascii: "="): return "an equals sign"
    case UInt8(ascii: "\""): return "a string"
    case 0x00..<0x20, 0x7F:
      let hex = String(bytes[position], radix: 16, uppercase: true)
      return "a control character (U+\(String(repeating: "0", count: 4 - hex.count))\(hex))"
    case let byte where isWordByte(byte):
      return words(position..<(bytes[position...].firstIndex { !isWordByte($0) } ?? bytes.count))
    default: return words(position..<endOfCharacter(at: position))
    }
  }

  private func helpForNext() -> String? {
    switch wordsForNext() {
    case "“", "”", "„", "‟", "«", "»", "‘", "’", "`": "use straight double quotes: \""
    case "an equals sign": "write a colon between key and value"
    default: nil
    }
  }
}

import Diagnostics

/// The words for what stands in the wrong place, and for tables that get in each other's way.
extension TOMLParser {
  /// Reports a fault that ends a line, or the text where an array is open.
  mutating func stop(
    _ fault: TOMLFault, _ message: String, at range: Range<Int>, help: String? = nil
  ) -> Stop {
    var notes: [Diagnostic.Note] = []
    if let opening = openArrays.last {
      notes.append(Diagnostic.Note("the array begins here", at: place(opening..<opening + 1)))
    }
    report(fault, message, at: place(range), notes: notes, help: help)
    return openArrays.isEmpty ? .line : .text
  }

  /// Reports that something else stands here than is wanted.
  mutating func unexpected(wanting wanted: String, help: String? = nil) -> Stop {
    guard position < bytes.count else {
      return stop(.truncated, "the file ends where \(wanted) must follow", at: position..<position)
    }
    return stop(
      .syntax, "expected \(wanted), found \(wordsForNext)", at: position..<endOfCharacter(at: position), help: help)
  }

  /// Reports a control character that stands here as it is.
  mutating func controlCharacter() -> Stop {
    let code = String(bytes[position], radix: 16, uppercase: true)
    let name = bytes[position] == UInt8(ascii: "\r") ? "a carriage return without a line feed" : "a control character"
    return stop(
      .controlCharacter, "\(name) stands here as it is", at: position..<position + 1,
      help: bytes[position] == UInt8(ascii: "\r")
        ? "save the file with the line ends of Unix"
        : "remove it, or write \\u\(String(repeating: "0", count: 4 - code.count))\(code) in a string")
  }

  /// Reports a header or a key that cannot be taken as it stands.
  mutating func report(_ conflict: TOMLTables.Conflict) {
    let name = quoted(conflict.key.text)
    switch conflict.fault {
    case .duplicateKey:
      report(
        .duplicateKey, "the key \(name) stands twice in this table", at: conflict.key.range,
        notes: [Diagnostic.Note("the first one is here", at: conflict.first)], help: "keep one of the two",
        isHarmless: conflict.table != nil)
    case .tooDeep:
      report(.tooDeep, "nested deeper than \(TOMLReader.maximumDepth) levels", at: conflict.key.range)
    case .notATable:
      report(
        .notATable, "\(name) has a value and cannot be a table too", at: conflict.key.range,
        notes: [Diagnostic.Note("the value is set here", at: conflict.first)])
    default:
      report(
        .tableRedefined, "the table \(name) is defined already", at: conflict.key.range,
        notes: [Diagnostic.Note("it is defined here", at: conflict.first)],
        help: "put everything about it under one header", isHarmless: conflict.table != nil)
    }
  }

  /// A text in quotes for a message.
  func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// What stands here, in a few words.
  private var wordsForNext: String {
    switch bytes[position] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
    case 0..<0x20, 0x7F: return "a control character"
    default: return String(decoding: bytes[position..<endOfCharacter(at: position)], as: UTF8.self)
    }
  }

  private func endOfCharacter(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

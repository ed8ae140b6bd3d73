import Diagnostics

/// What stands between the elements of lists and the members of objects.
extension JSONParser {
  /// Behind an opening bracket: whether an element follows. Steps behind the closing bracket where none does.
  mutating func begins(before closing: UInt8) throws(Stop) -> Bool {
    try skipSpace()
    try skipExtraCommas()
    return try follows(closing)
  }

  /// Behind an element: whether another one follows. Steps behind the closing bracket where none does.
  mutating func continues(before closing: UInt8) throws(Stop) -> Bool {
    let end = position
    try skipSpace()
    guard position < bytes.count else { throw truncatedInside() }
    switch bytes[position] {
    case UInt8(ascii: ","):
      let comma = position
      position += 1
      try skipSpace()
      guard position < bytes.count else { throw truncatedInside() }
      if bytes[position] == UInt8(ascii: ",") {
        try skipExtraCommas()
      } else if bytes[position] == closing {
        reportTrailingComma(comma)
      } else {
        return true
      }
      return try follows(closing)
    case closing:
      leave()
      return false
    default:
      try reportMissingComma(behind: end, before: closing)
      return true
    }
  }

  /// Whether an element stands here; a closing bracket of the right kind is stepped over.
  private mutating func follows(_ closing: UInt8) throws(Stop) -> Bool {
    guard position < bytes.count else { throw truncatedInside() }
    guard bytes[position] == closing else { return true }
    leave()
    return false
  }

  private mutating func skipExtraCommas() throws(Stop) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return }
    report(
      .extraComma, "a comma stands here without a value before it", at: position..<position + 1,
      help: "remove it, or write the value that is missing")
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      position += 1
      try skipSpace()
    }
  }

  private mutating func reportTrailingComma(_ comma: Int) {
    report(
      .trailingComma, "JSON allows no comma behind the last value", at: comma..<comma + 1, help: "remove the comma")
  }

  /// Something else than a comma follows an element. When it begins a value on a later line, the comma was
  /// forgotten; otherwise nobody can tell, and reading ends.
  private mutating func reportMissingComma(behind end: Int, before closing: UInt8) throws(Stop) {
    let bracket = Unicode.Scalar(closing)
    guard beginsValue(bytes[position]) else {
      throw syntaxError(wanting: "a comma or \(bracket)", notes: openingNote())
    }
    let hasLineBreak = bytes[end..<position].contains { $0 == 0x0A || $0 == 0x0D }
    let mayBeQuote = !hasLineBreak && bytes[end - 1] == UInt8(ascii: "\"")
    report(
      .missingComma, "a comma is missing here, before \(wordsForNext())", at: end..<end,
      help: mayBeQuote ? "write a comma here, or escape a quote inside the text as \\\"" : "write a comma here")
    guard hasLineBreak else { throw Stop() }
  }

  private func beginsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "'"): true
    default: isWordByte(byte)
    }
  }

  /// The text after the document's value.
  mutating func reportTrailingText() {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > position + 1, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let separate = "remove the text, or put it into a file of its own"
    let (message, help) =
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): ("a second JSON value begins here; a file holds one", separate)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): ("no bracket is open that \(wordsForNext()) could close", "remove it")
      default: ("the JSON value ends before this text", separate)
      }
    report(.trailingText, message, at: position..<end, help: help)
  }
}

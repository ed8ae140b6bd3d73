import Diagnostics

/// Literals, and all that people write without quotes or with the wrong ones.
extension JSONParser {
  /// Reads `true`, `false` or `null`, or reports what stands here instead of a value.
  mutating func readWord() throws(Stop) -> Node {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "'"):
      let text = try readSingleQuoted()
      try stopUnlessValueEnds()
      return Node(.scalar(Node.Scalar(text, isPlain: false)), at: place(start..<position))
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      let text = try readMalformedNumber()
      return Node(.scalar(Node.Scalar(text, isPlain: true)), at: place(start..<position))
    case let byte where isWordByte(byte): break
    default: throw syntaxError(wanting: "a value", notes: [])
    }
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    let text = text(start..<position)
    if text == "true" || text == "false" || text == "null" {
      return Node(.scalar(Node.Scalar(text, isPlain: true)), at: place(start..<position))
    }
    if ["nan", "infinity", "inf"].contains(text.lowercased()) {
      position = start
      let number = try readMalformedNumber()
      return Node(.scalar(Node.Scalar(number, isPlain: true)), at: place(start..<position))
    }
    try reportWord(at: start..<position)
    return Node(.scalar(Node.Scalar(text, isPlain: false)), at: place(start..<position))
  }

  private mutating func reportWord(at extent: Range<Int>) throws(Stop) {
    let text = words(extent)
    if position == bytes.count, ["true", "false", "null"].contains(where: { $0.hasPrefix(text) }) {
      throw truncated(wanting: "the rest of the word \(text)")
    }
    switch text.lowercased() {
    case "true", "false", "null":
      report(
        .unquotedText, "\(text) is no literal of JSON", at: extent, help: "write \(text.lowercased())")
    case "none", "nil", "undefined":
      report(.unquotedText, "\(text) is no literal of JSON", at: extent, help: "write null")
    case "yes", "on", "no", "off":
      let boolean = text.lowercased() == "yes" || text.lowercased() == "on"
      report(
        .unquotedText, "\(text) is no literal of JSON", at: extent,
        help: "write \(boolean), or \"\(text)\" for the text")
    default:
      let literal = text.count > 2 ? Spelling.nearest(to: text, among: ["true", "false", "null"]) : nil
      report(
        .unquotedText, "\(text) stands without quotes", at: extent,
        help: literal.map { "write \($0), or \"\(text)\" for the text" } ?? "write \"\(text)\"")
    }
    try stopUnlessValueEnds()
  }

  /// Reads the key that begins here.
  mutating func readKey() throws(Stop) -> String {
    guard position < bytes.count else { throw truncated(wanting: "a key") }
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "\""): return try readString()
    case UInt8(ascii: "'"): return try readSingleQuoted()
    case let byte where isWordByte(byte):
      while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
      let key = String(decoding: bytes[start..<position], as: UTF8.self)
      let quoted = words(start..<position)
      report(
        .unquotedKey, "the key \(quoted) stands without quotes", at: start..<position, help: "write \"\(quoted)\"")
      return key
    default: throw syntaxError(wanting: "a key in double quotes", notes: openingNote())
    }
  }

  /// Reads a text in single quotes, if it ends on its line and holds nothing that would change with the quotes.
  private mutating func readSingleQuoted() throws(Stop) -> String {
    let start = position
    var end = start + 1
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "'"), bytes[end] != UInt8(ascii: "\\"),
      bytes[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    let isWhole = end < bytes.count && bytes[end] == UInt8(ascii: "'")
    position = isWhole ? end + 1 : start + 1
    report(
      .singleQuotes, "single quotes stand here; strings of JSON stand in double quotes", at: start..<position,
      help: isWhole ? "write \"\(words(start + 1..<end))\"" : "use double quotes")
    guard isWhole else { throw Stop() }
    return String(decoding: bytes[start + 1..<end], as: UTF8.self)
  }

  /// After a value that had to be guessed: goes on only where something follows that can follow a value.
  mutating func stopUnlessValueEnds() throws(Stop) {
    let end = position
    try skipSpace()
    guard position < bytes.count else {
      position = end
      return
    }
    switch bytes[position] {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): position = end
    default: throw Stop()
    }
  }

  /// Whether a byte can be part of a word or a number that stands without quotes.
  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

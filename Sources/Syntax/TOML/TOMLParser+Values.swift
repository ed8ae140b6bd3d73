import Diagnostics

/// Values of every kind.
extension TOMLParser {
  /// Reads the value that begins here.
  mutating func readValue() throws(Stop) -> Node {
    let start = position
    switch byte {
    case UInt8(ascii: "\""):
      let text = isNext("\"\"\"") ? try readLongBasicString() : try readBasicString()
      return scalar(text, isPlain: false, from: start)
    case UInt8(ascii: "'"):
      let text = isNext("'''") ? try readLongLiteralString() : try readLiteralString()
      return scalar(text, isPlain: false, from: start)
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "{"): return try readInlineTable()
    default:
      let text = try readWord()
      return scalar(text, isPlain: true, from: start)
    }
  }

  private func scalar(_ text: String, isPlain: Bool, from start: Int) -> Node {
    Node(.scalar(Node.Scalar(text, isPlain: isPlain)), at: place(start..<position))
  }

  private mutating func readArray() throws(Stop) -> Node {
    let start = try enter()
    openArrays.append(start)
    var elements: [Node] = []
    try skipBlank()
    while byte != UInt8(ascii: "]") {
      elements.append(try readValue())
      try skipBlank()
      if byte == UInt8(ascii: ",") {
        position += 1
        try skipBlank()
      } else if byte != UInt8(ascii: "]") {
        throw unexpected(wanting: "a comma or the closing ] of an array")
      }
    }
    openArrays.removeLast()
    leave()
    return Node(.sequence(elements), at: place(start..<position))
  }

  private mutating func readInlineTable() throws(Stop) -> Node {
    let own = depth
    let start = try enter()
    let table = tables.add(.header, at: place(start..<start), depth: own)
    let section = newSection()
    skipSpace()
    if byte != UInt8(ascii: "}") {
      while true {
        let (path, value) = try readSetting(in: table)
        set(path, to: value, in: table, section: section)
        skipSpace()
        if byte == UInt8(ascii: "}") { break }
        guard byte == UInt8(ascii: ",") else {
          throw unexpected(
            wanting: "a comma or the closing } of an inline table",
            help: atLineEnd ? "keep it on one line, or give the table a header of its own" : nil)
        }
        position += 1
        skipSpace()
        if byte == UInt8(ascii: "}") {
          throw unexpected(wanting: "a key", help: "remove the comma before it; an inline table must not end with one")
        }
      }
    }
    depth = own + 1
    leave()
    return Node(tables.node(table).content, at: place(start..<position))
  }

  private var atLineEnd: Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Steps behind an opening bracket and returns its place.
  private mutating func enter() throws(Stop) -> Int {
    guard depth <= TOMLReader.maximumDepth else {
      report(.tooDeep, "nested deeper than \(TOMLReader.maximumDepth) levels", at: place(position..<position + 1))
      throw .text
    }
    depth += 1
    position += 1
    return position - 1
  }

  /// Steps behind a closing bracket.
  private mutating func leave() {
    depth -= 1
    position += 1
  }

  /// Reads a value without quotes and returns its text, numbers without underscores.
  private mutating func readWord() throws(Stop) -> String {
    let start = position
    while let next = byte, !Self.endsWord(next) { position += 1 }
    guard position > start else { throw unexpected(wanting: "a value") }
    // A space can stand between a date and a time of day.
    if position - start == 10, byte == UInt8(ascii: " "), TOMLDate.isLike(bytes[start..<position]),
      position + 3 < bytes.count, bytes[position + 3] == UInt8(ascii: ":")
    {
      position += 1
      while let next = byte, !Self.endsWord(next) { position += 1 }
    }
    switch TOMLWord.read(bytes[start..<position]) {
    case .sound(let text): return text
    case .faulty(let fault, let message, let help):
      throw stop(fault, message, at: start..<position, help: help)
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), 0x7F: true
    default: false
    }
  }
}

import Diagnostics

/// Reads one JSON text by recursive descent; the depth is bounded, so the stack is too.
///
/// After a fault it goes on only where there is no doubt about what the rest of the text means. Everywhere else it
/// stops, because a wrong guess would bury the one true message under false ones.
struct JSONParser {
  let file: FileID
  let bytes: [UInt8]
  /// The next byte to look at.
  var position = 0
  private(set) var bag = DiagnosticBag()
  /// Where the brackets stand that are open.
  private var open: [Int] = []
  /// What the open brackets hold so far.
  private let elements = Pile<Node>(capacity: 64)
  private let members = Pile<Node.Member>(capacity: 64)

  /// Ends the reading of a text; the reason is in the bag.
  struct Stop: Error {}

  /// - Parameter bytes: the text, which must be valid UTF-8.
  init(file: FileID, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Reads the only value of the text.
  mutating func readDocument() -> Node? {
    do {
      try skipByteOrderMark()
      try skipSpace()
      guard position < bytes.count else {
        report(.empty, "the file holds no JSON value", at: 0..<0)
        return nil
      }
      let node = try readValue()
      try skipSpace()
      if position < bytes.count { reportTrailingText() }
      return node
    } catch {
      return nil
    }
  }

  private mutating func skipByteOrderMark() throws(Stop) {
    position = TextEncoding.byteOrderMarkLength(bytes)
    guard position > 0 else { return }
    report(
      .byteOrderMark, "the file begins with a byte-order mark, which JSON forbids", at: 0..<position,
      help: "save the file as UTF-8 without a byte-order mark")
  }

  /// Reads the value that begins here.
  mutating func readValue() throws(Stop) -> Node {
    guard position < bytes.count else { throw truncated(wanting: "a value") }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""):
      let text = try readString()
      return node(.scalar(Node.Scalar(text, isPlain: false)), from: start)
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readList()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let text = try readNumber()
      return node(.scalar(Node.Scalar(text, isPlain: true)), from: start)
    default: return try readWord()
    }
  }

  private mutating func readList() throws(Stop) -> Node {
    let start = try enter()
    let bottom = elements.count
    if try begins(before: UInt8(ascii: "]")) {
      repeat { elements.put(try readValue()) } while try continues(before: UInt8(ascii: "]"))
    }
    return node(.sequence(elements.take(from: bottom)), from: start)
  }

  private mutating func readObject() throws(Stop) -> Node {
    let start = try enter()
    let bottom = members.count
    var keys = KeyIndex(bottom: bottom)
    if try begins(before: UInt8(ascii: "}")) {
      repeat {
        let member = try readMember()
        if let first = keys.firstMember(like: member, in: members) { reportDuplicate(member, of: first) }
        members.put(member)
      } while try continues(before: UInt8(ascii: "}"))
    }
    return node(.mapping(members.take(from: bottom)), from: start)
  }

  private mutating func readMember() throws(Stop) -> Node.Member {
    let start = position
    let key = try readKey()
    let extent = start..<position
    try skipSpace()
    guard position < bytes.count else { throw truncated(wanting: "a colon after the key") }
    guard bytes[position] == UInt8(ascii: ":") else { throw reportMissingColon(after: extent) }
    position += 1
    try skipSpace()
    return Node.Member(key: key, keyRange: place(extent), value: try readValue())
  }

  /// Steps behind an opening bracket and returns its place.
  private mutating func enter() throws(Stop) -> Int {
    guard open.count < JSONReader.maximumDepth else {
      report(
        .tooDeep, "nested deeper than \(JSONReader.maximumDepth) levels", at: position..<position + 1)
      throw Stop()
    }
    open.append(position)
    position += 1
    return position - 1
  }

  /// Steps behind a closing bracket.
  mutating func leave() {
    open.removeLast()
    position += 1
  }

  /// The innermost bracket that is open.
  var innermostOpening: Int? { open.last }

  private func node(_ content: Node.Content, from start: Int) -> Node {
    Node(content, at: place(start..<position))
  }

  /// The text of a range of bytes that begins and ends between characters. The whole text was found to be UTF-8
  /// before, so that its parts need no second look.
  func text(_ range: Range<Int>) -> String {
    String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// A range of bytes as a place in the file.
  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(
      file: file, start: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Reports a fault at a range of bytes.
  mutating func report(
    _ fault: JSONFault, _ message: String, at range: Range<Int>, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    bag.error(fault.rawValue, message, at: place(range), notes: notes, help: help)
  }

  private mutating func reportDuplicate(_ member: Node.Member, of first: Node.Member) {
    let extent = Int(member.keyRange.start)..<Int(member.keyRange.end)
    report(
      .duplicateKey, "the key \(words(extent)) stands twice in this object", at: extent,
      notes: [
        Diagnostic.Note("the first one is here; what reads the file on the node takes the last", at: first.keyRange)
      ],
      help: "keep one of the two")
  }
}

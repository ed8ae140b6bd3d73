/// Walks through a JSON text without making a tree of it: for large texts of which little is wanted, such as the
/// answer of `kubectl get nodes -o json`.
///
/// It stops at the first thing that is no JSON and says only where. Whoever wants to tell the user reads the text once
/// more with `JSONReader`, which has the words.
package struct JSONCursor: Sendable {
  private let bytes: [UInt8]
  /// The offset of the next byte.
  package private(set) var position: Int
  private var depth = 0

  /// The text cannot be read on from here.
  package struct Fault: Error, Sendable, Equatable {
    /// The offset of the first byte that fits nowhere.
    package let position: Int

    package init(position: Int) { self.position = position }
  }

  /// What stands at a place.
  package enum Kind: Sendable, Equatable {
    case object
    case array
    case string
    /// A number, `true`, `false` or `null`.
    case plain
  }

  /// - Parameter start: where the text begins, behind a byte-order mark.
  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// What comes next; space before it is passed over.
  package mutating func kind() throws(Fault) -> Kind {
    skipSpace()
    guard position < bytes.count else { throw Fault(position: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      return .plain
    default: throw Fault(position: position)
    }
  }

  /// Walks through an object. The body gets the key's raw bytes, between its quotes, and must read or skip the value.
  package mutating func members(
    _ body: (inout JSONCursor, Range<Int>) throws(Fault) -> Void
  ) throws(Fault) {
    guard try open(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
    repeat {
      guard try kind() == .string else { throw Fault(position: position) }
      let key = try rawString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw Fault(position: position) }
      try body(&self, key)
    } while try goesOn(until: UInt8(ascii: "}"))
    depth -= 1
  }

  /// Walks through an array. The body must read or skip each element.
  package mutating func elements(_ body: (inout JSONCursor) throws(Fault) -> Void) throws(Fault) {
    guard try open(UInt8(ascii: "["), UInt8(ascii: "]")) else { return }
    repeat { try body(&self) } while try goesOn(until: UInt8(ascii: "]"))
    depth -= 1
  }

  /// Passes over a value of any kind.
  package mutating func skip() throws(Fault) {
    switch try kind() {
    case .object: try members { cursor, _ throws(Fault) in try cursor.skip() }
    case .array: try elements { cursor throws(Fault) in try cursor.skip() }
    case .string: _ = try rawString()
    case .plain: try skipPlain()
    }
  }

  /// The raw bytes of a string, between its quotes.
  package mutating func rawString() throws(Fault) -> Range<Int> {
    skipSpace()
    guard take(UInt8(ascii: "\"")) else { throw Fault(position: position) }
    let start = position
    while true {
      position = ByteSearch.endOfPlainText(in: bytes, from: position)
      guard position < bytes.count else { throw Fault(position: position) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<(position - 1)
      case UInt8(ascii: "\\"):
        guard position + 1 < bytes.count, bytes[position + 1] >= 0x20 else { throw Fault(position: position) }
        position += 2
      default: throw Fault(position: position)
      }
    }
  }

  /// Whether raw bytes are exactly a text that needs no escapes.
  package func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where bytes[range.lowerBound + index] != buffer[index] { return false }
      return true
    }
  }

  /// Raw bytes, escapes and all.
  package func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// Whether the raw bytes of a string are its text: it has no escapes.
  package func isPlain(_ range: Range<Int>) -> Bool { !bytes[range].contains(UInt8(ascii: "\\")) }

  /// The text of a string's raw bytes; `nil` where it has escapes, which names, labels and addresses never need.
  package func plainText(_ range: Range<Int>) -> String? {
    guard isPlain(range) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether nothing but space follows.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return position == bytes.count
  }

  /// Goes on where nothing but space follows.
  package mutating func expectEnd() throws(Fault) {
    guard isAtEnd() else { throw Fault(position: position) }
  }

  private mutating func open(_ bracket: UInt8, _ closing: UInt8) throws(Fault) -> Bool {
    skipSpace()
    guard take(bracket) else { throw Fault(position: position) }
    skipSpace()
    if take(closing) { return false }
    guard depth < JSONReader.maximumDepth else { throw Fault(position: position) }
    depth += 1
    return true
  }

  private mutating func goesOn(until closing: UInt8) throws(Fault) -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { return true }
    guard take(closing) else { throw Fault(position: position) }
    return false
  }

  /// Numbers and words are passed over by their letters; their grammar is the strict reader's.
  private mutating func skipPlain() throws(Fault) {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        position += 1
      default:
        guard position > start else { throw Fault(position: position) }
        return
      }
    }
  }

  private mutating func skipSpace() {
    guard position < bytes.count, bytes[position] <= 0x20 else { return }
    position = ByteSearch.endOfSpace(in: bytes, from: position)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}

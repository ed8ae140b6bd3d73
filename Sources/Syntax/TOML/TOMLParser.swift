import Diagnostics

/// Reads one TOML text, line by line; only arrays and some strings go over several lines.
///
/// After a fault it goes on with the next line, unless the fault lies in something that can go over several lines:
/// there a wrong guess would bury the one true message under false ones.
struct TOMLParser {
  let file: FileID
  let bytes: [UInt8]
  /// The next byte to look at.
  var position = 0
  private(set) var bag = DiagnosticBag()
  var tables: TOMLTables
  /// How deep a table or an array lies that begins here.
  var depth = 1
  /// Where the brackets of arrays stand that are open.
  var openArrays: [Int] = []
  /// The table that keys go to, and the number of what stands under its header.
  private var current = TOMLTables.root
  private var section = 0
  private var sectionCount = 1
  /// Whether everything of the text is in the tree.
  private var isWhole = true

  /// Ends the reading; the reason is in the bag.
  enum Stop: Error {
    /// Of a line: what the next one means is sure.
    case line
    /// Of the text.
    case text
  }

  /// - Parameter bytes: the text, which must be valid UTF-8.
  init(file: FileID, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    tables = TOMLTables(
      root: SourceRange(file: file, start: 0, end: UInt32(truncatingIfNeeded: bytes.count)))
  }

  /// Reads the whole text.
  mutating func readDocument() -> Node? {
    position = TextEncoding.byteOrderMarkLength(bytes)
    while position < bytes.count {
      do throws(Stop) {
        try readLine()
      } catch {
        guard error == .line else { return nil }
        openArrays = []
        skipLine()
      }
    }
    return isWhole ? tables.node(TOMLTables.root) : nil
  }

  private mutating func readLine() throws(Stop) {
    skipSpace()
    switch byte {
    case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): try endLine()
    case UInt8(ascii: "["): try readHeader()
    default:
      let (path, value) = try readSetting(in: current)
      try endLine()
      set(path, to: value, in: current, section: section)
    }
  }

  private mutating func readHeader() throws(Stop) {
    let start = position
    section = newSection()
    // Where the header turns out to be wrong, the keys below it go where they are in nobody's way.
    current = tables.add(.header, at: place(start..<start), depth: 1)
    position += 1
    let isList = byte == UInt8(ascii: "[")
    if isList { position += 1 }
    skipSpace()
    let path = try readKey()
    for _ in 0..<(isList ? 2 : 1) {
      guard byte == UInt8(ascii: "]") else {
        throw unexpected(wanting: isList ? "]] behind the name of a table" : "] behind the name of a table")
      }
      position += 1
    }
    let header = place(start..<position)
    try endLine()
    do throws(TOMLTables.Conflict) {
      current = isList ? try tables.extend(path, header: header) : try tables.open(path, header: header)
    } catch {
      report(error)
      if let table = error.table { current = table }
    }
  }

  /// Reads `key = value`; the value is not put anywhere yet.
  mutating func readSetting(in table: Int) throws(Stop) -> ([TOMLKey], Node) {
    let path = try readKey()
    guard byte == UInt8(ascii: "=") else { throw unexpected(wanting: "= after the key") }
    position += 1
    skipSpace()
    depth = tables.tables[table].depth + path.count
    return (path, try readValue())
  }

  /// Puts a value into a table, or reports why it cannot be there.
  mutating func set(_ path: [TOMLKey], to value: Node, in table: Int, section: Int) {
    do throws(TOMLTables.Conflict) {
      try tables.set(path, in: table, section: section, to: value)
    } catch {
      report(error)
    }
  }

  /// A number for what stands under one header or in one pair of braces.
  mutating func newSection() -> Int {
    sectionCount += 1
    return sectionCount
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    position = min(position + 1, bytes.count)
  }

  /// Reports a fault. All but a few leave something out of the tree.
  mutating func report(
    _ fault: TOMLFault, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil,
    isHarmless: Bool = false
  ) {
    if !isHarmless { isWhole = false }
    bag.error(fault.rawValue, message, at: range, notes: notes, help: help)
  }
}

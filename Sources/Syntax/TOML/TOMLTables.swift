import Diagnostics

/// A part of a dotted key.
struct TOMLKey {
  let text: String
  let range: SourceRange
}

/// The tables of a text while it is read. They lie side by side and name each other by number, since a header can
/// come back to any of them.
struct TOMLTables {
  /// What brought a table about, which decides who may add to it.
  enum Origin: Equatable {
    /// Only headers of tables below it named it.
    case implicit
    case header
    /// A dotted key of a section, which is what stands under one header or in one pair of braces.
    case dotted(section: Int)
  }

  /// What a key stands for.
  enum Content {
    case value(Node)
    case table(Int)
    /// An array of tables, by its number.
    case list(Int)
  }

  /// A key with what it stands for.
  struct Entry {
    let key: String
    var keyRange: SourceRange
    let content: Content
  }

  struct Table {
    var entries: [Entry] = []
    var origin: Origin
    var range: SourceRange
    let depth: Int
    /// Large tables find their keys by this index; it is empty in small ones.
    var firsts: [[UInt8]: Int] = [:]
  }

  struct List {
    var tables: [Int]
    let range: SourceRange
  }

  private(set) var tables: [Table]
  private(set) var lists: [List] = []

  /// The text itself.
  static let root = 0
  private static let searchedUpTo = 16

  init(root range: SourceRange) {
    tables = [Table(origin: .header, range: range, depth: 1)]
  }

  /// Makes a table that no key leads to yet.
  mutating func add(_ origin: Origin, at range: SourceRange, depth: Int) -> Int {
    tables.append(Table(origin: origin, range: range, depth: depth))
    return tables.count - 1
  }

  /// The place of the first entry with a key. Keys are compared by their bytes: Swift calls two strings equal that
  /// show the same characters.
  func firstEntry(_ key: String, in table: Int) -> Int? {
    let entries = tables[table].entries
    if entries.count > Self.searchedUpTo { return tables[table].firsts[Array(key.utf8)] }
    return entries.firstIndex { $0.key.utf8.count == key.utf8.count && $0.key.utf8.elementsEqual(key.utf8) }
  }

  /// Adds an entry, also where another one has its key.
  mutating func append(_ key: TOMLKey, _ content: Content, to table: Int) {
    tables[table].entries.append(Entry(key: key.text, keyRange: key.range, content: content))
    let count = tables[table].entries.count
    guard count > Self.searchedUpTo else { return }
    for index in (count == Self.searchedUpTo + 1 ? 0 : count - 1)..<count {
      let spelling = Array(tables[table].entries[index].key.utf8)
      if tables[table].firsts[spelling] == nil { tables[table].firsts[spelling] = index }
    }
  }

  /// Makes an array of tables under a key, with no table in it.
  mutating func appendList(_ key: TOMLKey, to table: Int) -> Int {
    lists.append(List(tables: [], range: key.range))
    append(key, .list(lists.count - 1), to: table)
    return lists.count - 1
  }

  /// Makes a table at the end of an array of tables.
  mutating func extend(_ list: Int, at range: SourceRange, depth: Int) -> Int {
    let new = add(.header, at: range, depth: depth)
    lists[list].tables.append(new)
    return new
  }

  mutating func setOrigin(_ origin: Origin, of table: Int) { tables[table].origin = origin }

  /// Gives a table that was only named before its own header.
  mutating func define(_ table: Int, at header: SourceRange, entry: Int, of parent: Int, key: SourceRange) {
    tables[table].origin = .header
    tables[table].range = header
    tables[parent].entries[entry].keyRange = key
  }

  /// A table with everything in it; as deep as tables can be, and no deeper.
  func node(_ table: Int) -> Node {
    let members = tables[table].entries.map { entry in
      let value =
        switch entry.content {
        case .value(let node): node
        case .table(let inner): node(inner)
        case .list(let list): Node(.sequence(lists[list].tables.map { node($0) }), at: lists[list].range)
        }
      return Node.Member(key: entry.key, keyRange: entry.keyRange, value: value)
    }
    return Node(.mapping(members), at: tables[table].range)
  }
}

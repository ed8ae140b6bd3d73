import Diagnostics

/// The rules by which headers and keys add to tables.
extension TOMLTables {
  /// Why a header or a key cannot be taken as it stands.
  struct Conflict: Error {
    let fault: TOMLFault
    /// The key at which it shows.
    let key: TOMLKey
    /// What stands in its way; the same as the key where nothing does.
    let first: SourceRange
    /// A table that can take what follows all the same.
    var table: Int?
  }

  /// The table that a header `[path]` opens.
  mutating func open(_ path: [TOMLKey], header: SourceRange) throws(Conflict) -> Int {
    guard let last = path.last else { return Self.root }
    let parent = try walk(path)
    guard let entry = firstEntry(last.text, in: parent) else {
      let table = add(.header, at: header, depth: try depth(below: parent, last))
      append(last, .table(table), to: parent)
      return table
    }
    let first = tables[parent].entries[entry].keyRange
    switch tables[parent].entries[entry].content {
    case .value: throw Conflict(fault: .duplicateKey, key: last, first: first)
    case .list: throw Conflict(fault: .tableRedefined, key: last, first: first)
    case .table(let table):
      guard tables[table].origin == .implicit else {
        throw Conflict(fault: .tableRedefined, key: last, first: tables[table].range, table: table)
      }
      define(table, at: header, entry: entry, of: parent, key: last.range)
      return table
    }
  }

  /// The table that a header `[[path]]` adds to an array of tables.
  mutating func extend(_ path: [TOMLKey], header: SourceRange) throws(Conflict) -> Int {
    guard let last = path.last else { return Self.root }
    let parent = try walk(path)
    guard let entry = firstEntry(last.text, in: parent) else {
      let depth = try self.depth(below: parent, last, levels: 2)
      return extend(appendList(last, to: parent), at: header, depth: depth)
    }
    let first = tables[parent].entries[entry].keyRange
    switch tables[parent].entries[entry].content {
    case .value: throw Conflict(fault: .duplicateKey, key: last, first: first)
    case .table: throw Conflict(fault: .tableRedefined, key: last, first: first)
    case .list(let list): return extend(list, at: header, depth: tables[parent].depth + 2)
    }
  }

  /// Puts a value where a dotted key says, counted from a table.
  mutating func set(
    _ path: [TOMLKey], in table: Int, section: Int, to value: Node
  ) throws(Conflict) {
    guard let first = path.first, let last = path.last else { return }
    var parent = table
    for key in path.dropLast() {
      let origin = Origin.dotted(section: section)
      guard let entry = firstEntry(key.text, in: parent) else {
        let new = add(origin, at: first.range.through(key.range), depth: try depth(below: parent, key))
        append(key, .table(new), to: parent)
        parent = new
        continue
      }
      let found = tables[parent].entries[entry]
      guard case .table(let inner) = found.content else { throw blocked(key, by: found) }
      guard tables[inner].origin == .implicit || tables[inner].origin == origin else {
        throw Conflict(fault: .tableRedefined, key: key, first: tables[inner].range)
      }
      setOrigin(origin, of: inner)
      parent = inner
    }
    let existing = firstEntry(last.text, in: parent).map { tables[parent].entries[$0].keyRange }
    append(last, .value(value), to: parent)
    if let existing { throw Conflict(fault: .duplicateKey, key: last, first: existing, table: parent) }
  }

  /// Goes along all parts of a header but the last; tables on the way are made where they are missing.
  private mutating func walk(_ path: [TOMLKey]) throws(Conflict) -> Int {
    var parent = Self.root
    for key in path.dropLast() {
      guard let entry = firstEntry(key.text, in: parent) else {
        let range = (path.first ?? key).range.through(key.range)
        let new = add(.implicit, at: range, depth: try depth(below: parent, key))
        append(key, .table(new), to: parent)
        parent = new
        continue
      }
      let found = tables[parent].entries[entry]
      switch found.content {
      case .table(let table): parent = table
      case .list(let list): parent = lists[list].tables.last ?? parent
      case .value: throw blocked(key, by: found)
      }
    }
    return parent
  }

  private func blocked(_ key: TOMLKey, by entry: Entry) -> Conflict {
    // A pair of braces is a table, but nothing can be added to it from outside; no more to an array of tables.
    if case .value(let node) = entry.content, node.mapping == nil {
      return Conflict(fault: .notATable, key: key, first: entry.keyRange)
    }
    return Conflict(fault: .tableRedefined, key: key, first: entry.keyRange)
  }

  private func depth(below table: Int, _ key: TOMLKey, levels: Int = 1) throws(Conflict) -> Int {
    let depth = tables[table].depth + levels
    guard depth <= TOMLReader.maximumDepth else { throw Conflict(fault: .tooDeep, key: key, first: key.range) }
    return depth
  }
}

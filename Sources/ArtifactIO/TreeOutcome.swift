/// What writing a tree of many folders did.
package struct TreeOutcome: Sendable, Equatable {
  /// Files that were made or replaced, and files that had their bytes already; the sums count as one.
  package var written = 0
  package var unchanged = 0
  /// Files of an earlier run that are not made any more, and that nobody has changed since.
  package var removed = 0
  /// Paths of things in the tree that are not cnigen's, or that were its own and have been changed by hand: the first
  /// of them.
  package var foreign: [String] = []
  /// How many such things there are.
  package var foreignCount = 0

  package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }

  private static let foreignShown = 20

  mutating func addForeign(_ path: [UInt8]) {
    foreignCount += 1
    if foreign.count < Self.foreignShown { foreign.append(String(decoding: path, as: UTF8.self)) }
  }

  mutating func add(_ other: TreeOutcome) {
    written += other.written
    unchanged += other.unchanged
    removed += other.removed
    foreignCount += other.foreignCount
    foreign += other.foreign.prefix(max(0, Self.foreignShown - foreign.count))
  }
}

/// Why a tree or a stream was not finished.
package enum TreeFault: Error {
  case file(FileFault)
  /// Somebody pressed Ctrl-C, or asked the process to end.
  case interrupted

  /// Does something with files as a part of the work on a tree.
  static func wrap<Value: ~Copyable>(_ body: () throws(FileFault) -> Value) throws(TreeFault) -> Value {
    do throws(FileFault) { return try body() } catch { throw .file(error) }
  }
}

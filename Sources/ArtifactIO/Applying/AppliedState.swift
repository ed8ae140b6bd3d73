import Glibc

/// What was applied to a node, kept in a folder that nobody but cnigen writes: the set in force, the one before it, and
/// while something is changed a note of where it leads to. Holds a lock as long as it lives.
package struct AppliedState: ~Copyable {
  /// Why there is no state.
  package enum Fault: Error {
    case file(FileFault)
    /// Another one is at work; its process.
    case busy(String)
    /// What was kept is damaged.
    case damaged(String)
  }

  /// Where it lies on a node.
  package static let folder = "/var/lib/cnigen"

  private let root: Folder
  private let lock: Int32
  private let path: String
  private var notes: StateNotes
  private var newest = 0

  /// The number of the set in force and of the one before it; 0 for none.
  package var current: Int { notes.current }
  package var previous: Int { notes.previous }
  /// The numbers of the sets that an interrupted run was about to put in place, and came from.
  package var target: Int? { notes.journal.first }
  package var origin: Int? { notes.journal.count > 1 ? notes.journal[1] : nil }

  /// Opens the state, or begins one, and takes the lock.
  ///
  /// - Parameter path: the folder, as it is called on this machine.
  package static func open(_ path: String) throws(Fault) -> AppliedState {
    do throws(FileFault) {
      try NodeFolders.make(path, mode: 0o755)
    } catch {
      throw .file(error)
    }
    let root = try opened(path)
    let lock = openat(root.descriptor, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw .file(FileFault.last(.write, path + "/lock")) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let holder = root.contents("lock", limit: 64) ?? []
      close(lock)
      throw .busy(String(decoding: holder.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
    }
    let own = Array("\(getpid())\n".utf8)
    _ = ftruncate(lock, 0)
    _ = own.withUnsafeBytes { pwrite(lock, $0.baseAddress, own.count, 0) }
    return AppliedState(root, lock, path)
  }

  /// Looks at the state, whoever is at work there, and changes nothing; `nil` where nothing was ever applied.
  package static func look(_ path: String) throws(Fault) -> AppliedStanding? {
    guard Folder.exists(path) else { return nil }
    let root = try opened(path, for: .read)
    // What is read while somebody else goes on is not whole; as often as that, it is read again.
    for _ in 0..<100 {
      let notes = StateNotes(from: root)
      do throws(Fault) {
        return try standing(notes, root, path)
      } catch {
        guard StateNotes(from: root) != notes else { throw error }
      }
    }
    throw .busy(String(decoding: root.contents("lock", limit: 64) ?? [], as: UTF8.self))
  }

  private static func opened(
    _ path: String, for operation: FileFault.Operation = .write
  ) throws(Fault) -> Folder {
    do throws(FileFault) { return try Folder.open(path) } catch { throw .file(error.seen(as: operation)) }
  }

  private init(_ root: consuming Folder, _ lock: Int32, _ path: String) {
    notes = StateNotes(from: root)
    let names = (try? root.names()) ?? []
    newest = names.compactMap { $0.hasPrefix("set-") ? Int($0.dropFirst(4)) : nil }.max() ?? 0
    self.root = root
    self.lock = lock
    self.path = path
  }

  deinit { close(lock) }

  /// The set of a number; `nil` for 0.
  package func set(_ number: Int) throws(Fault) -> AppliedSet? { try Self.set(number, root, path) }

  /// What is in force, and what was begun.
  package func standing() throws(Fault) -> AppliedStanding { try Self.standing(notes, root, path) }

  private static func set(_ number: Int, _ root: borrowing Folder, _ path: String) throws(Fault) -> AppliedSet? {
    guard number > 0 else { return nil }
    let shown = "\(path)/set-\(number)"
    guard let folder = root.existingSubfolder("set-\(number)") else {
      guard errno == EACCES else { throw .damaged(shown) }
      throw .file(FileFault.last(.read, shown))
    }
    guard let set = AppliedSet(from: folder) else { throw .damaged(shown) }
    return set
  }

  private static func standing(
    _ notes: StateNotes, _ root: borrowing Folder, _ path: String
  ) throws(Fault) -> AppliedStanding {
    let current = try set(notes.current, root, path)
    var begun: [AppliedSet?] = []
    for number in notes.journal { begun.append(try set(number, root, path)) }
    guard let target = begun.first ?? nil else { return AppliedStanding(current: current) }
    let process = Int32(String(decoding: (root.contents("lock", limit: 64) ?? []).dropLast(), as: UTF8.self))
    return AppliedStanding(
      current: current,
      begun: AppliedStanding.Begun(
        target: target, origin: begun.count > 1 ? begun[1] : current, others: begun.dropFirst(2).compactMap { $0 },
        process: process))
  }

  /// Keeps a set. Nothing on the node changes by it.
  ///
  /// - Parameter isPrivate: whether it holds what others wrote, which perhaps not everybody may read.
  package mutating func keep(_ set: AppliedSet, isPrivate: Bool = false) throws(FileFault) -> Int {
    newest += 1
    let name = "\(path)/set-\(newest)"
    if isPrivate, mkdir(name, 0o700) != 0 { throw FileFault.last(.write, name) }
    _ = try OutputFolder.write(set.artifacts, to: name)
    return newest
  }

  /// Notes where a change leads to and comes from, before the first of its writes. What interrupted runs had begun
  /// stays noted with it, as their files may lie on the node.
  package mutating func begin(_ target: Int, from origin: Int) throws(FileFault) {
    let others = notes.journal.filter { $0 > 0 && $0 != target && $0 != origin }
    notes.journal = [target, origin] + others
    try write(notes.journal, "journal")
  }

  /// Notes that the set of a number is in force now, and what was before it. Where that fails and `current` is another
  /// one yet, everything is noted as it was.
  package mutating func finish(_ number: Int, after previous: Int) throws(FileFault) {
    try write([number, number == previous ? notes.previous : previous], "sets")
    if number != previous { notes.previous = previous }
    notes.current = number
    try end()
  }

  /// Notes that everything is again as it was before the change.
  package mutating func abandon() throws(FileFault) { try end() }

  private mutating func end() throws(FileFault) {
    try root.remove("journal")
    try root.sync()
    notes.journal = []
    for name in try root.names() where name.hasPrefix("set-") {
      let number = Int(name.dropFirst(4)) ?? 0
      if number != current, number != previous { try discard(name) }
    }
  }

  private func discard(_ name: String) throws(FileFault) {
    guard let folder = root.existingSubfolder(name) else { return }
    for file in try folder.names() { try folder.remove(file) }
    root.removeIfEmpty(name)
  }

  private func write(_ numbers: [Int], _ name: String) throws(FileFault) {
    var file = try ReplacedFile(name, in: root, syncs: true)
    try file.write(Array((numbers.map { "\($0)" }.joined(separator: " ") + "\n").utf8))
    try file.finish()
  }
}

/// The numbers that are written down beside the sets.
private struct StateNotes: Equatable {
  var current = 0
  var previous = 0
  /// The set that a run leads to, the one that it came from, and those of runs that were interrupted before; empty where
  /// none was begun, or where all but the removal of the note is done.
  var journal: [Int] = []

  init(from root: borrowing Folder) {
    let sets = Self.numbers(root.contents("sets", limit: 64))
    if sets.count == 2 { (current, previous) = (sets[0], sets[1]) }
    let begun = Self.numbers(root.contents("journal", limit: 1 << 16))
    if begun.count > 1, [current, previous] != [begun[0], begun[1]] { journal = begun }
  }

  private static func numbers(_ bytes: [UInt8]?) -> [Int] {
    String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap {
      Int($0)
    }
  }
}

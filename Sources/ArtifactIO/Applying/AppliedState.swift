import Glibc

/// What was applied to a node, kept in a folder that nobody but cnigen reads: the set in force, the one before it, and
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
  /// The number of the set in force and of the one before it; 0 for none.
  package private(set) var current = 0
  package private(set) var previous = 0
  private var newest = 0

  /// Opens the state, or begins one, and takes the lock.
  ///
  /// - Parameter path: the folder, as it is called on this machine.
  package static func open(_ path: String) throws(Fault) -> AppliedState {
    do throws(FileFault) {
      try NodeFolders.make(path, mode: 0o700)
    } catch {
      throw .file(error)
    }
    let root = try opened(path)
    let lock = openat(root.descriptor, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
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

  private static func opened(_ path: String) throws(Fault) -> Folder {
    do throws(FileFault) { return try Folder.open(path) } catch { throw .file(error) }
  }

  private init(_ root: consuming Folder, _ lock: Int32, _ path: String) {
    let numbers = AppliedState.numbers(root.contents("sets", limit: 64))
    if numbers.count == 2 { (current, previous) = (numbers[0], numbers[1]) }
    let names = (try? root.names()) ?? []
    newest = names.compactMap { $0.hasPrefix("set-") ? Int($0.dropFirst(4)) : nil }.max() ?? 0
    self.root = root
    self.lock = lock
    self.path = path
  }

  deinit { close(lock) }

  /// The set of a number; `nil` for 0.
  package func set(_ number: Int) throws(Fault) -> AppliedSet? {
    guard number > 0 else { return nil }
    guard let folder = root.existingSubfolder("set-\(number)"), let set = AppliedSet(from: folder) else {
      throw .damaged("\(path)/set-\(number)")
    }
    return set
  }

  /// The set that an interrupted run was about to put in place; `nil` where none was, or where all but the note of it was
  /// done.
  package func unfinished() throws(Fault) -> Int? {
    AppliedState.numbers(root.contents("journal", limit: 64)).first { $0 != current }
  }

  /// Keeps a set. Nothing on the node changes by it.
  package mutating func keep(_ set: AppliedSet) throws(FileFault) -> Int {
    newest += 1
    _ = try OutputFolder.write(set.artifacts, to: "\(path)/set-\(newest)")
    return newest
  }

  /// Notes where a change leads to, before the first of its writes.
  package func begin(_ number: Int) throws(FileFault) { try write("\(number)\n", "journal") }

  /// Notes that the set of a number is in force now.
  package mutating func finish(_ number: Int) throws(FileFault) {
    if number != current { previous = current }
    current = number
    try write("\(current) \(previous)\n", "sets")
    try root.remove("journal")
    try root.sync()
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

  private func write(_ text: String, _ name: String) throws(FileFault) {
    var file = try ReplacedFile(name, in: root, syncs: true)
    try file.write(Array(text.utf8))
    try file.finish()
  }

  private static func numbers(_ bytes: [UInt8]?) -> [Int] {
    String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap {
      Int($0)
    }
  }
}

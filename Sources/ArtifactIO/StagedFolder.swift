import Glibc

/// A folder that is put together beside its place.
struct StagedFolder {
  /// Where it is until it is finished.
  let path: String
  private let destination: String
  private let parent: String

  /// Makes the folder, and removes what a killed run has left of one.
  init(for destination: String) throws(FileFault) {
    self.destination = destination
    parent = Self.parentPath(of: destination)
    path = TemporaryName.forTree(beside: destination)
    try Self.makeParents(parent)
    try Self.removeAbandoned(in: parent)
    do throws(FileFault) {
      try Folder.make(path)
    } catch {
      Self.removeTree(path)
      throw translate(error)
    }
  }

  /// Puts everything on the disk and the folder in its place.
  func finish() throws(FileFault) {
    let folder = try Folder.open(path)
    try folder.syncFileSystem()
    guard rename(path, destination) == 0 else { throw FileFault.last(.write, destination) }
    let outer = try Folder.open(parent)
    try outer.sync()
  }

  /// Removes the folder again.
  func remove() { Self.removeTree(path) }

  /// A fault in the words of the user, who does not know of this folder.
  func translate(_ fault: FileFault) -> FileFault {
    FileFault(
      fault.operation,
      fault.path.hasPrefix(path) ? destination + fault.path.dropFirst(path.count) : fault.path, fault.reason)
  }

  private static func removeAbandoned(in parent: String) throws(FileFault) {
    let folder = try Folder.open(parent)
    for name in try folder.names() where TemporaryName.isAbandoned(name) { removeTree("\(parent)/\(name)") }
  }

  /// Removes a staging tree of ours; what cannot be removed stays for the next run.
  static func removeTree(_ path: String) {
    if let folder = try? Folder.open(path) {
      for name in (try? folder.names()) ?? [] {
        if folder.existingSubfolder(name) != nil { removeTree("\(path)/\(name)") } else { try? folder.remove(name) }
      }
    }
    rmdir(path)
  }

  /// Makes the folders on the way to an output folder that are missing.
  private static func makeParents(_ path: String) throws(FileFault) {
    guard !Folder.exists(path) else { return }
    try makeParents(parentPath(of: path))
    try Folder.make(path)
  }

  private static func parentPath(of path: String) -> String {
    let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}

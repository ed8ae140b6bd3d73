import Glibc

/// Puts one set of files in the place of another, so that whoever reads them meets each as it was or as it is to be: a
/// file is written under a name of its own in its folder, synced and renamed. containerd notices that, and nothing else:
/// a file that is moved in from elsewhere is not loaded.
package struct SetSwitch {
  /// What it did.
  package struct Outcome: Sendable, Equatable {
    package var written: [String] = []
    package var removed: [String] = []

    package var isEmpty: Bool { written.isEmpty && removed.isEmpty }
  }

  private let old: AppliedSet?
  private let new: AppliedSet
  private let place: (String) -> String

  /// - Parameter place: the path on this machine of a path on the node.
  package init(from old: AppliedSet?, to new: AppliedSet, place: @escaping (String) -> String) {
    self.old = old
    self.new = new
    self.place = place
  }

  /// What would be done.
  package func outlook() -> Outcome {
    var outcome = Outcome()
    for file in order where Self.contents(place(file.path)) != file.bytes { outcome.written.append(file.path) }
    for path in gone where Folder.exists(place(path)) { outcome.removed.append(path) }
    return outcome
  }

  /// Does it. May be done again, from any moment at which it was stopped.
  package func carryOut() throws(FileFault) -> Outcome {
    var outcome = Outcome()
    for file in order {
      let (folder, name) = Self.split(place(file.path))
      try NodeFolders.make(folder, mode: file.isNetwork ? 0o700 : 0o755)
      let opened = try Folder.open(folder)
      for name in try opened.names() where TemporaryName.isAbandoned(name) { try opened.remove(name) }
      var replaced = try ReplacedFile(name, in: opened, syncs: true)
      try replaced.write(file.bytes)
      if try replaced.finish() { outcome.written.append(file.path) }
    }
    for path in gone where Folder.exists(place(path)) {
      let (folder, name) = Self.split(place(path))
      let opened = try Folder.open(folder)
      try opened.remove(name)
      try opened.sync()
      outcome.removed.append(path)
    }
    return outcome
  }

  /// What containerd reads at its start comes first. Of the networks the first by name, which is the one that pods get,
  /// comes last. Networks that move to another folder are there before the config that names it.
  private var order: [AppliedSet.File] {
    let networks = new.networks.sorted { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
    let before = old?.networks ?? []
    let moved = { (file: AppliedSet.File) in !before.isEmpty && !before.contains { $0.folder == file.folder } }
    return networks.filter(moved) + new.files.filter { !$0.isNetwork } + networks.filter { !moved($0) }
  }

  /// Files of the old set that the new one does not have.
  private var gone: [String] { (old?.files ?? []).map(\.path).filter { new[$0] == nil } }

  /// The bytes of a file, without following a link; `nil` where there is none.
  package static func contents(_ path: String) -> [UInt8]? {
    let (folder, name) = split(path)
    guard let opened = try? Folder.open(folder) else { return nil }
    return opened.contents(name, limit: 64 << 20)
  }

  /// Whether anything has a path.
  package static func exists(_ path: String) -> Bool { Folder.exists(path) }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let folder = String(path[..<cut])
    return (folder.isEmpty ? "/" : folder, String(path[cut...].drop { $0 == "/" }))
  }
}

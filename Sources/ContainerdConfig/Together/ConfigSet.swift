package import Catalogue
import NetworkTypes

/// The configs that one containerd reads together: a root file and what it imports.
package struct ConfigSet: Sendable {
  /// In the order in which they are read; the first is the root file.
  package let files: [ConfigSource]
  /// Drop-ins beside the root file that it does not import.
  let unread: [ConfigSource]
  let release: ContainerdRelease

  /// The root file.
  package var root: ConfigSource { files[0] }

  /// Whether there are several files.
  package var isMerged: Bool { files.count > 1 }
}

extension ConfigSet {
  /// Puts files together as a release reads them.
  ///
  /// - Returns: the sets, in the order of their root files, and the drop-ins whose root file is not there.
  package static func sets(
    of files: [ConfigSource], for release: ContainerdRelease
  ) -> (sets: [ConfigSet], alone: [ConfigSource]) {
    let imports = files.map { ImportedFiles.indices(of: $0, among: files, release.version) }
    let imported = Set(imports.flatMap(\.self))
    let roots = files.indices.filter { !files[$0].liesAmongDropIns && !imported.contains($0) }
    let orders = roots.map { order(from: $0, imports) }
    var unread: [[Int]] = roots.map { _ in [] }
    var alone: [Int] = []
    let read = Set(orders.flatMap(\.self))
    for index in files.indices where !read.contains(index) {
      let above = FilePath(files[index].name).folder.folder
      if let root = roots.firstIndex(where: { FilePath(files[$0].name).folder == above }) {
        unread[root].append(index)
      } else {
        alone.append(index)
      }
    }
    let sets = roots.indices.map { root in
      ConfigSet(
        files: orders[root].map { files[$0] }, unread: unread[root].map { files[$0] }, release: release)
    }
    return (sets, alone.map { files[$0] })
  }

  /// The set that begins with the first of some files, the one that containerd is started with, whoever imports
  /// it again.
  package static func set(from files: [ConfigSource], for release: ContainerdRelease) -> ConfigSet? {
    guard !files.isEmpty else { return nil }
    let imports = files.map { ImportedFiles.indices(of: $0, among: files, release.version) }
    return ConfigSet(files: order(from: 0, imports).map { files[$0] }, unread: [], release: release)
  }

  /// Level by level; each file once.
  private static func order(from root: Int, _ imports: [[Int]]) -> [Int] {
    var order = [root]
    var position = 0
    while position < order.count {
      for next in imports[order[position]] where !order.contains(next) { order.append(next) }
      position += 1
    }
    return order
  }
}

import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// How the files of a set are read: by which schema, and which of their tables count.
struct SetReading {
  let set: ConfigSet
  let files: [ContainerdFile]
  let way: Containerd.DropInVersion?

  init(_ set: ConfigSet) {
    self.set = set
    files = set.files.enumerated().map { index, source in
      ContainerdFile(tree: source.tree, release: set.release, isDropIn: index > 0)
    }
    way = Containerd.DropInVersion.way(of: set.release.version)
  }

  var release: ContainerdRelease { self.set.release }

  /// The version that decides for all files where they are merged first: the last that is stated and not zero, with
  /// the number of its file; `nil` where none is.
  var decisive: (version: Int, file: Int)? {
    for index in files.indices.reversed() {
      if let stated = files[index].statedSchema, stated > 0 { return (stated, index) }
    }
    return nil
  }

  /// The schema by which the CNI keys of a table are read; `nil` where the table is not read at all.
  func schema(of table: ContainerdFile.Table, in file: Int) -> Int? {
    switch way?.migration {
    case .eachFile, nil: return PluginTableCheck.schema(of: table, in: files[file])
    case .some(.none):
      // A version that is too new counts as 2 where it is not refused.
      let version = min(decisive?.version ?? 1, 2)
      return table.schema == version ? version : nil
    case .once:
      guard let version = decisive?.version, version > 1 else { return table.schema == 3 ? release.nativeSchema : nil }
      if version == 2 { return table.schema == 2 ? 2 : table.schema == 3 ? release.nativeSchema : nil }
      return table.schema == 3 ? version : nil
    }
  }

  /// The CRI tables of a file that are read, with their schemas.
  func tables(of file: Int) -> [(table: ContainerdFile.Table, schema: Int)] {
    files[file].tables.compactMap { table in schema(of: table, in: file).map { (table, $0) } }
  }

  /// The number of the last file whose CRI section counts where a later one replaces an earlier one; `nil` where
  /// sections are merged, or there is none.
  var lastSection: Int? {
    guard Containerd.Merging.way(of: release.version)?.pluginTables == .replaced else { return nil }
    return files.indices.last { !tables(of: $0).isEmpty }
  }

  /// A key of the CNI table as some file sets it.
  struct Setting {
    let member: Node.Member
    let file: Int
    let schema: Int
  }

  /// Every file's value of a key, as far as it counts, in the order of the files. Where tables are merged the last one
  /// wins; where they are replaced there is at most one.
  func settings(of key: String) -> [Setting] {
    files.indices.flatMap { file -> [Setting] in
      if let lastSection, file != lastSection { return [] }
      return tables(of: file).flatMap { table, schema -> [Setting] in
        guard let fact = Containerd.cniKey(key), fact.isRead(in: release, schema: schema) else { return [] }
        return (table.cni?.value.mapping ?? []).filter { $0.key == key }
          .map { Setting(member: $0, file: file, schema: schema) }
      }
    }
  }

  /// The value of a key that is in force; `nil` for its default.
  func inForce(_ key: String) -> Setting? {
    let all = settings(of: key)
    guard way?.migration == .once, decisive?.version == 2 else { return all.last }
    // What is brought to the new name of the table does not go over what stands there already.
    return all.last { $0.schema != 2 } ?? all.last
  }
}

import Catalogue
import Diagnostics
import NetworkTypes
import PlainText
import Syntax

/// The tables of CRI plugins: each schema has a name of its own for them, and under another one they are mostly not
/// read.
enum PluginTableCheck {
  static func check(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    checkNames(file, &bag)
    guard let stated = file.statedSchema, isHonoured(stated, file) else {
      if file.version == nil { checkUnversioned(file, &bag) }
      return
    }
    for table in file.tables where table.isOurs && !refusesName(table.key, file) {
      let own = min(max(stated, 1), 3)
      guard table.schema != own else { continue }
      if schema(of: table, in: file) != nil {
        bag.warning(
          "config-table-moved", "\(table.key.key) is not the name that schema \(stated) has for this table",
          at: table.key.keyRange, notes: [Diagnostic.Note("\(file.containerd) reads it all the same; others do not")],
          help: help(own))
      } else {
        ignored(table, "a file of version \(stated)", help(own), file, &bag)
      }
    }
  }

  /// The schema by which the CNI keys of a table are read; `nil` where the table is not read at all.
  static func schema(of table: ContainerdFile.Table, in file: ContainerdFile) -> Int? {
    let release = file.release
    guard let stated = file.statedSchema else { return unversionedSchema(of: table, in: file) }
    guard isHonoured(stated, file) else { return nil }
    switch (max(stated, 1), table.schema) {
    case (1, 1), (2, 2): return stated < 2 ? 1 : 2
    // 2.x brings a file to its own schema by moving tables; what has the new name already stays where it is.
    case (2, 3): return release.version >= "2.0.0" ? release.nativeSchema : nil
    // 0 and 1 are as good as no version line.
    case (1, 2): return release.version >= "2.3.0" ? 2 : nil
    case (1, 3): return release.version >= "2.3.0" ? release.nativeSchema : nil
    case (3, 2): return release.version >= "2.3.0" ? 2 : nil
    case (3..., 3): return stated
    default: return nil
    }
  }

  private static func unversionedSchema(of table: ContainerdFile.Table, in file: ContainerdFile) -> Int? {
    guard file.version == nil else { return nil }
    let version = file.release.version
    // A drop-in of 1.x takes the version of the root file, which is not known here.
    if version < "2.0.0" { return table.schema == 1 || file.isDropIn && table.schema == 2 ? table.schema : nil }
    if version >= "2.3.0" { return table.schema == 3 ? file.release.nativeSchema : table.schema }
    if table.schema == 3 { return file.release.nativeSchema }
    return file.isDropIn && table.schema == 2 ? 2 : nil
  }

  private static func isHonoured(_ stated: Int, _ file: ContainerdFile) -> Bool {
    Catalogue.configSchema(max(stated, 1))?.outcome(in: file.release) == .works
  }

  private static func checkUnversioned(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    for table in file.tables where table.isOurs && schema(of: table, in: file) == nil {
      // On 1.x it is the missing line that is at fault, and schema 1 on 2.0 to 2.2 has a finding of its own.
      guard file.isDropIn || file.release.version >= "2.0.0" && table.schema != 1 else { continue }
      ignored(
        table, file.isDropIn ? "a drop-in without a version" : "a file without a version",
        "write version = \(table.schema) as the first line of the file", file, &bag)
    }
  }

  private static func ignored(
    _ table: ContainerdFile.Table, _ place: String, _ help: String, _ file: ContainerdFile,
    _ bag: inout DiagnosticBag
  ) {
    let known = table.schema == 2 ? NodeWords.notes(fault(file), in: file.release) : []
    bag.error(
      "config-table-ignored", "\(file.containerd) ignores the table \(table.key.key) in \(place)",
      at: table.key.keyRange,
      notes: known.isEmpty ? [Diagnostic.Note("effect: everything in it goes back to its default")] : known,
      help: help)
  }

  private static func fault(_ file: ContainerdFile) -> String {
    file.statedSchema == 4 ? "a grpc.v1.cri.cni table in a file of version 4" : "a grpc.v1.cri.cni table in a file"
  }

  private static func help(_ schema: Int) -> String {
    let heading = Catalogue.configSchema(schema)?.heading ?? ""
    return "name the CNI table \(heading)"
  }

  /// Releases before 2.0 refuse a file of version 2 with a plugin that is not named by URI, whatever plugin it is.
  private static func checkNames(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    for plugin in file.plugins where refusesName(plugin, file) {
      let notes = NodeWords.notes("version = 2 with a plugin key that is no URI", in: file.release)
      bag.error(
        "config-plugin-no-uri", "in a file of version 2 plugins are named by URI, and \(plugin.key) is none",
        at: plugin.keyRange,
        notes: notes.map {
          Diagnostic.Note($0.message.split(atText: "\"cri\"").joined(separator: "\"\(plugin.key)\""))
        },
        help: plugin.key == "cri"
          ? "write [plugins.\"io.containerd.grpc.v1.cri\"]" : "write it as io.containerd.TYPE.vN.NAME")
    }
  }

  private static func refusesName(_ plugin: Node.Member, _ file: ContainerdFile) -> Bool {
    guard file.release.version < "2.0.0", let stated = file.statedSchema, stated >= 2 else { return false }
    return plugin.key.split(separator: ".", omittingEmptySubsequences: false).count < 4
  }
}

import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// `bin_dir`, which `bin_dirs` took the place of in 2.1, and both of them in one table.
enum BinDirCheck {
  static func check(_ members: [Node.Member], _ file: ContainerdFile, schema: Int, _ bag: inout DiagnosticBag) {
    let release = file.release.version
    // Before 2.1 the list is an unknown key, which is told of itself. An empty bin_dir is as good as none.
    guard release >= "2.1.0", let single = members.first(where: { $0.key == "bin_dir" }),
      let folder = single.value.scalar?.text, !folder.isEmpty
    else { return }
    let list = members.first { $0.key == "bin_dirs" }
    let folders = list?.value.sequence?.compactMap { $0.scalar?.text }
    let outcome = Containerd.bothBinDirs(
      in: release, schema: schema, binDirsIsDefault: folders == nil || folders == [SettingCheck.defaultBinDir])
    if let list, outcome.winner == .neither {
      bag.error(
        "bin-dirs-conflict", "bin_dir and bin_dirs cannot stand in one table", at: list.keyRange,
        notes: [
          Diagnostic.Note("bin_dir stands here", at: single.keyRange),
          Diagnostic.Note("effect: \(outcome.effect)"), Diagnostic.Note("the node shows: \(outcome.message)"),
        ], help: "keep bin_dirs, and put the folder of bin_dir into it")
    } else if let list, folders != nil {
      bag.warning(
        "bin-dirs-conflict", "bin_dir wins over bin_dirs", at: list.keyRange,
        notes: [
          Diagnostic.Note("bin_dir stands here", at: single.keyRange), Diagnostic.Note("effect: \(outcome.effect)"),
        ],
        help: schema >= 3 ? "keep bin_dirs, and put the folder of bin_dir into it" : "keep bin_dir")
    } else if schema >= 3, let deprecation = Containerd.cniKey("bin_dir")?.deprecation {
      bag.warning(
        "containerd-key-deprecated", "bin_dir is deprecated since containerd 2.1.0", at: single.keyRange,
        notes: [Diagnostic.Note("the node shows: \(deprecation.warning)")], help: "write bin_dirs = [\"\(folder)\"]")
    }
  }
}

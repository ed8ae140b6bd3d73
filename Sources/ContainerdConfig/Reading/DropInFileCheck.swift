import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// What a drop-in does to the config that it is read beside.
enum DropInFileCheck {
  static func check(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard file.isDropIn else { return }
    if file.release.version < "2.0.0" {
      replaced(file, &bag)
      lowered(file, &bag)
    } else {
      schema(file, &bag)
    }
  }

  private static func replaced(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard Containerd.Merging.way(of: file.release.version)?.pluginTables == .replaced else { return }
    for table in file.tables where table.schema < 3 {
      bag.error(
        "dropin-replaces-cri", "on \(file.containerd) a drop-in with a CRI table replaces the whole CRI section",
        at: table.key.keyRange, notes: NodeWords.issue("dropin-replaces-cri", in: file.release),
        help: "put these settings into config.toml, or repeat the whole CRI section here")
    }
  }

  /// `version = 1` in a drop-in of 1.x is the version of all.
  private static func lowered(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard let version = file.version, file.statedSchema == 1 else { return }
    let way = Containerd.DropInVersion.way(of: file.release.version)
    bag.warning(
      "dropin-schema", "every file that \(file.containerd) reads together must state one schema",
      at: version.value.range, notes: way.map { [Diagnostic.Note($0.lower)] } ?? [],
      help: "state the version of config.toml")
  }

  private static func schema(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard let way = Containerd.DropInVersion.way(of: file.release.version),
      file.tables.contains(where: \.isOurs)
    else { return }
    guard let version = file.version else {
      bag.warning(
        "dropin-schema", "the drop-in does not state its schema", at: file.heading,
        notes: [
          Diagnostic.Note(
            "effect: it \(way.absent.hasPrefix("counts") ? way.absent : "has none of its own: \(way.absent)")")
        ],
        help: "state the version of config.toml as the first line")
      return
    }
    guard let stated = file.statedSchema, way.migration == .once || stated > 2 else { return }
    let message = "every file that \(file.containerd) reads together must state one schema"
    if way.migration == .once {
      bag.warning(
        "dropin-schema", message, at: version.value.range,
        notes: [Diagnostic.Note(stated > 2 ? way.higher : way.lower)],
        help: "see that /etc/containerd/config.toml says version = \(stated)")
    } else {
      bag.note(
        "dropin-schema", "config.toml must state version \(stated) or a higher one", at: version.value.range,
        notes: [Diagnostic.Note("effect where it does not: \(way.higher)")])
    }
  }
}

import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// What a drop-in does to the config that it is read beside.
enum DropInCheck {
  static func check(_ settings: ContainerdSettings, _ release: ContainerdRelease, _ bag: inout DiagnosticBag) {
    guard let dropIn = settings.dropIn else { return }
    if release.version < "2.0.0" {
      bag.error(
        "dropin-replaces-cri",
        "on containerd \(release.version) a drop-in with a CNI table replaces the whole CRI section", at: dropIn.range,
        notes: [
          Diagnostic.Note("sandbox image, runtimes and registries of config.toml would go back to their defaults")
        ],
        help: """
          leave dropIn out and write the whole config: put the settings that you have into extra:, or copy the \
          table of the written config.toml into yours
          """)
      return
    }
    if release.version < "2.3.0" {
      bag.warning(
        "dropin-schema", "every file that containerd \(release.version) reads together must state one schema",
        at: dropIn.range,
        notes: [
          Diagnostic.Note(
            "a root config of version 2 beside a drop-in of version 3 loses its whole CRI section, with warnings only")
        ], help: "see that /etc/containerd/config.toml says version = \(settings.schema?.value ?? release.nativeSchema)"
      )
    }
    bag.note(
      "dropin-not-imported", "containerd reads \(dropIn.value) only where config.toml imports it", at: dropIn.range,
      help: #"config.toml needs the line: imports = ["/etc/containerd/conf.d/*.toml"]"#)
  }
}

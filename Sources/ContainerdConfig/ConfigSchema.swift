import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// A version of containerd's config schema.
struct ConfigSchema {
  let number: Int

  /// The tables that lead to the CNI table.
  var tablePath: [String] {
    switch number {
    case 1: ["plugins", "cri", "cni"]
    case 2: ["plugins", "io.containerd.grpc.v1.cri", "cni"]
    default: ["plugins", "io.containerd.cri.v1.runtime", "cni"]
    }
  }

  /// Whether the release reads `bin_dirs` in this schema.
  func takesFolderList(_ release: ContainerdRelease) -> Bool { number >= 3 && release.version >= "2.1.0" }

  /// The schema asked for, if the release honours it; otherwise the release's own.
  static func choose(
    _ settings: ContainerdSettings, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> ConfigSchema {
    guard let asked = settings.schema else { return ConfigSchema(number: release.nativeSchema) }
    if !release.schemas.contains(asked.value) {
      let known = release.schemas.map(String.init).joined(separator: ", ")
      bag.error(
        "config-schema-unsupported",
        "containerd \(release.version) does not honour schema \(asked.value); it takes \(known)", at: asked.range,
        notes: [Diagnostic.Note(effect(of: asked.value, release))],
        help: "write schema: \(release.nativeSchema), or leave it out")
      return ConfigSchema(number: release.nativeSchema)
    }
    if asked.value == 1 {
      bag.warning(
        "config-schema-deprecated", "schema 1 is deprecated since containerd 1.5.0", at: asked.range,
        notes: [Diagnostic.Note("containerd 2.0 to 2.2 drop the whole CRI section of such a file")],
        help: "write schema: 2")
    }
    return ConfigSchema(number: asked.value)
  }

  private static func effect(of schema: Int, _ release: ContainerdRelease) -> String {
    if schema < (release.schemas.min() ?? 1) {
      return "the file is accepted and its whole CRI section is dropped; only a warning in the log tells"
    }
    return release.newerSchema == .silent
      ? "the file is read as schema 2 and its tables are ignored without a word"
      : "containerd refuses to start with it"
  }
}

import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// The schema in which a config is written.
struct SchemaChoice {
  let schema: ConfigSchema

  var number: Int { schema.number }

  /// The tables that lead to the CNI table.
  var tablePath: [String] { schema.tablePath }

  /// Whether the release reads `bin_dirs` in this schema.
  func takesFolderList(_ release: ContainerdRelease) -> Bool {
    Containerd.cniKey("bin_dirs")?.isRead(in: release, schema: number) ?? false
  }

  /// The schema asked for, if the release honours it; otherwise the release's own.
  static func choose(
    _ settings: ContainerdSettings, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> SchemaChoice? {
    guard let native = Catalogue.configSchema(release.nativeSchema) else { return nil }
    guard let asked = settings.schema else { return SchemaChoice(schema: native) }
    let known = release.schemas.map(String.init).joined(separator: ", ")
    guard let schema = Catalogue.configSchema(asked.value) else {
      bag.error(
        "config-schema-unsupported", "there is no schema \(asked.value); containerd \(release.version) takes \(known)",
        at: asked.range, help: "write schema: \(native.number), or leave it out")
      return SchemaChoice(schema: native)
    }
    if schema.outcome(in: release) != .works {
      bag.error(
        "config-schema-unsupported",
        "containerd \(release.version) does not honour schema \(asked.value); it takes \(known)", at: asked.range,
        notes: [Diagnostic.Note(effect(of: schema, release))],
        help: "write schema: \(native.number), or leave it out")
      return SchemaChoice(schema: native)
    }
    if schema.number == 1 {
      bag.warning(
        "config-schema-deprecated", "schema 1 is deprecated since containerd 1.5.0", at: asked.range,
        notes: [Diagnostic.Note("containerd 2.0 to 2.2 drop the whole CRI section of such a file")],
        help: "write schema: 2")
    }
    return SchemaChoice(schema: schema)
  }

  private static func effect(of schema: ConfigSchema, _ release: ContainerdRelease) -> String {
    if schema.outcome(in: release) == .refused { return "containerd refuses to start with it" }
    return schema.number > release.nativeSchema
      ? "the file is read as schema 2, and its CNI table is ignored without a word"
      : "the file is accepted and its whole CRI section is dropped; only a warning in the log tells"
  }
}

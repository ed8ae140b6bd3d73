package import CNIModel
import Catalogue
package import Diagnostics
import Emission
import NetworkTypes

/// Writes the containerd config that goes with a node's networks, in the schema and with the keys that the release
/// really reads.
package enum ContainerdEmission {
  /// A config file by its name, and its bytes.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The config for a target; `nil` where none is wanted or where it cannot be written, which is in the bag.
  package static func file(
    _ settings: ContainerdSettings, for target: Target, into bag: inout DiagnosticBag
  ) -> File? {
    guard settings.isWanted else { return nil }
    let release = target.containerd
    guard let schema = SchemaChoice.choose(settings, release, &bag) else { return nil }
    DropInCheck.check(settings, release, &bag)
    var root = [TOML.Member("version", .number(String(schema.number)))]
    root = TOMLTree.inserting(table(settings, schema, release, &bag), at: schema.tablePath, in: root)
    if let extra = settings.extra {
      root = ExtraSettings.merge(extra, into: root, schema: schema, release: release, &bag)
    }
    let name = settings.dropIn?.value ?? "config.toml"
    return File(name: name, bytes: TOMLWriter.document(root))
  }

  private static func table(
    _ settings: ContainerdSettings, _ schema: SchemaChoice, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> [TOML.Member] {
    ContainerdSettings.Word.allCases.compactMap { word in
      guard let setting = settings[word] else { return standard(word, schema, release) }
      return member(setting, schema, release, &bag)
    }
  }

  /// What is written without being asked for, so that the file says where things are.
  private static func standard(
    _ word: ContainerdSettings.Word, _ schema: SchemaChoice, _ release: ContainerdRelease
  ) -> TOML.Member? {
    switch word {
    case .binDirs:
      schema.takesFolderList(release)
        ? TOML.Member("bin_dirs", .array([.string(SettingCheck.defaultBinDir)]))
        : TOML.Member("bin_dir", .string(SettingCheck.defaultBinDir))
    case .confDir: TOML.Member("conf_dir", .string(SettingCheck.defaultConfDir))
    default: nil
    }
  }

  private static func member(
    _ setting: ContainerdSettings.Setting, _ schema: SchemaChoice, _ release: ContainerdRelease,
    _ bag: inout DiagnosticBag
  ) -> TOML.Member? {
    guard SettingCheck.check(setting, release, &bag) else { return nil }
    if setting.word == .binDirs, !schema.takesFolderList(release) {
      return singleFolder(setting, release, &bag).map { TOML.Member("bin_dir", .string($0)) }
    }
    return TOML.Member(setting.word.key, TOMLTree.value(setting.value))
  }

  /// Releases before 2.1, and schema 2, know one folder only.
  private static func singleFolder(
    _ setting: ContainerdSettings.Setting, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> String? {
    let folders = setting.value.array ?? []
    if folders.count > 1 {
      bag.error(
        "bin-dirs-too-many", "containerd \(release.version) takes one folder of plugins, not \(folders.count)",
        at: folders[1].range,
        notes: [Diagnostic.Note("bin_dirs came with containerd 2.1.0, schema 3; before, the list would be ignored")],
        help: "keep one folder, and link or copy the other plugins into it")
    }
    return folders.first?.string
  }
}

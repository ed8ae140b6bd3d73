import CNIModel
package import Catalogue
import Diagnostics
package import Syntax

/// Reads a config file back into what a profile would say to have it written.
package enum SettingsReader {
  /// The settings that stand for a file. What has a word becomes a setting; all else is in `extra`, as it is.
  ///
  /// - Parameter release: what the file is read for; its own schema is not stated.
  package static func read(_ tree: Node, for release: ContainerdRelease) -> ContainerdSettings {
    let file = ContainerdFile(tree: tree, release: release, isDropIn: false)
    var settings = ContainerdSettings()
    let number = file.statedSchema.map { max($0, 1) } ?? unstatedSchema(file)
    if number != release.nativeSchema { settings.schema = Located(number, at: file.heading) }
    let schema = Catalogue.configSchema(number) ?? Catalogue.configSchema(release.nativeSchema)
    let root = Value(toml: tree)
    let rest = (root.object ?? []).filter { $0.name != "version" }
    guard let schema else { return settings }
    let choice = SchemaChoice(schema: schema)
    let remaining = taking(choice.tablePath[...], from: rest) { members in
      members.filter { member in
        guard let setting = setting(member, takesList: choice.takesFolderList(release)),
          settings[setting.word] == nil
        else { return true }
        settings.settings.append(setting)
        return false
      }
    }
    if !remaining.isEmpty { settings.extra = Value(.object(remaining), at: root.range) }
    return settings
  }

  /// Where a file states no schema, the one whose name for the CRI plugin it uses.
  private static func unstatedSchema(_ file: ContainerdFile) -> Int {
    guard let table = file.tables.first(where: \.isOurs) else { return file.release.nativeSchema }
    // The name of 3 is that of 4, too.
    return table.schema == 3 ? max(3, file.release.nativeSchema) : table.schema
  }

  /// Members without what a function takes out of the table at a path. A table that is empty then is gone as well.
  private static func taking(
    _ path: ArraySlice<String>, from members: [Value.Member], _ take: ([Value.Member]) -> [Value.Member]
  ) -> [Value.Member] {
    guard let first = path.first else { return take(members) }
    return members.compactMap { member in
      guard member.name == first, let inner = member.value.object, !inner.isEmpty else { return member }
      let rest = taking(path.dropFirst(), from: inner, take)
      return rest.isEmpty
        ? nil : Value.Member(member.name, at: member.nameRange, Value(.object(rest), at: member.value.range))
    }
  }

  /// The setting that a key of the CNI table stands for; `nil` where no word can say it.
  private static func setting(_ member: Value.Member, takesList: Bool) -> ContainerdSettings.Setting? {
    if member.name == "bin_dir" {
      guard member.value.string != nil else { return nil }
      return ContainerdSettings.Setting(
        .binDirs, at: member.nameRange, Value(.array([member.value]), at: member.value.range))
    }
    guard let word = ContainerdSettings.Word.allCases.first(where: { $0.key == member.name }) else { return nil }
    let value = member.value
    let fits =
      switch word {
      case .binDirs: takesList && value.array.map { !$0.isEmpty && $0.allSatisfy { $0.string != nil } } ?? false
      case .confDir: value.string != nil
      // Empty is as good as absent to containerd, and no word.
      case .ipPreference: value.string.map { !$0.isEmpty } ?? false
      case .maxConfNum: value.integer != nil
      // The word is for networks that a profile makes a template of; a config alone keeps its own.
      case .confTemplate: false
      case .setupSerially, .internalLoopback: value.bool != nil
      }
    return fits ? ContainerdSettings.Setting(word, at: member.nameRange, value) : nil
  }
}

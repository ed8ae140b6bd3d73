import Catalogue
package import Diagnostics
import NetworkTypes
import Syntax

/// The settings of CNI that a set of configs comes to.
package struct ValuesInForce: Sendable {
  /// A value, and where it stands.
  package struct Value: Sendable, Equatable {
    /// One text, or those of a list.
    package let texts: [String]
    /// The place; `nil` where it is the default.
    package let place: SourceRange?

    package var text: String { texts.first ?? "" }
  }

  package let confDir: Value
  /// The folders of plugins, be it one or a list.
  package let binDirs: Value
  /// How many files of `confDir` are networks; 0 for all.
  package let maxConfNum: Int
  /// The path of the template; `nil` where there is none.
  package let template: Value?
  /// Whether what the files say of CNI is read at all; otherwise all are defaults, which has been told.
  package let isRead: Bool
  /// A place for what is to be said of the root file as a whole.
  package let heading: SourceRange

  package init(_ set: ConfigSet) { self.init(SetReading(set)) }

  init(_ reading: SetReading) {
    confDir = Self.value(reading.inForce("conf_dir")) ?? Value(texts: [SettingCheck.defaultConfDir], place: nil)
    binDirs =
      Self.value(BinDirsInForce(reading).winner) ?? Value(texts: [SettingCheck.defaultBinDir], place: nil)
    maxConfNum =
      reading.inForce("max_conf_num")?.member.value.scalar.flatMap(ValueWords.integer) ?? SettingCheck.defaultMaxConfNum
    template = Self.value(reading.inForce("conf_template"))
    let tables = reading.files.flatMap(\.tables)
    isRead = tables.isEmpty || reading.files.indices.contains { !reading.tables(of: $0).isEmpty }
    heading = reading.files[0].heading
  }

  /// An empty value stands for none.
  private static func value(_ setting: SetReading.Setting?) -> Value? {
    guard let node = setting?.member.value else { return nil }
    let texts = (node.sequence ?? [node]).compactMap(\.scalar?.text).filter { !$0.isEmpty }
    return texts.isEmpty ? nil : Value(texts: texts, place: node.range)
  }
}

/// `bin_dir` and `bin_dirs` of a set of configs.
struct BinDirsInForce {
  /// The one folder, where it still is one when the files are put together.
  let single: SetReading.Setting?
  /// The list.
  let list: SetReading.Setting?
  let outcome: Containerd.BinDirsOutcome?

  init(_ reading: SetReading) {
    let release = reading.release.version
    let singles = reading.settings(of: "bin_dir").filter { $0.member.value.scalar?.text.isEmpty == false }
    // Where each file is brought to the newest schema by itself, schema 2's one folder becomes a list.
    let becomesList = release >= "2.1.0" && reading.way?.migration == .eachFile
    let lists = reading.settings(of: "bin_dirs") + (becomesList ? singles.filter { $0.schema == 2 } : [])
    single = singles.last { !(becomesList && $0.schema == 2) }
    list = lists.max { $0.file < $1.file }
    guard let single, let list else {
      outcome = nil
      return
    }
    let folders = list.member.value.sequence?.compactMap { $0.scalar?.text }
    outcome = Containerd.bothBinDirs(
      in: release, schema: reading.decisive?.version == 2 && !becomesList ? 2 : max(single.schema, 3),
      binDirsIsDefault: folders == [SettingCheck.defaultBinDir])
  }

  /// The one that counts; `nil` where neither is there.
  var winner: SetReading.Setting? {
    guard let outcome else { return single ?? list }
    return outcome.winner == .binDirs ? list : single
  }
}

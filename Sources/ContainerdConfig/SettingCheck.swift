import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// Whether the settings of the CNI table can be written: which releases read them, and what they take.
enum SettingCheck {
  static let defaultBinDir = "/opt/cni/bin"
  static let defaultConfDir = "/etc/cni/net.d"
  static let defaultMaxConfNum = 1

  /// Whether a setting can be written for a release. What cannot is reported: the release would ignore it.
  static func check(
    _ setting: ContainerdSettings.Setting, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> Bool {
    let key = Containerd.cniKey(setting.word.key)
    if setting.word != .binDirs, let key, key.span.isAhead(of: release.version) {
      bag.error(
        "containerd-key-too-new", "containerd \(release.version) does not know \(setting.word.rawValue)",
        at: setting.keyRange,
        notes: [
          Diagnostic.Note(
            release.version < "2.0.0"
              ? "it would ignore \(key.name) without a word"
              : "it would ignore \(key.name) with a warning in the log")
        ], help: key.span.since.map { "it came with containerd \($0); leave it out" })
      return false
    }
    switch setting.word {
    case .binDirs: return folders(setting, &bag)
    case .confDir, .confTemplate: return folder(setting.value, setting.word.rawValue, &bag)
    case .ipPreference: return preference(setting, key?.values ?? [], &bag)
    default: return true
    }
  }

  private static func folders(_ setting: ContainerdSettings.Setting, _ bag: inout DiagnosticBag) -> Bool {
    let folders = setting.value.array ?? []
    if folders.isEmpty {
      bag.error("missing-key", "binDirs names no folder", at: setting.value.range, help: "write [/opt/cni/bin]")
      return false
    }
    return folders.reduce(true) { good, next in folder(next, "binDirs", &bag) && good }
  }

  private static func folder(_ value: Value, _ word: String, _ bag: inout DiagnosticBag) -> Bool {
    guard let path = value.string, !path.hasPrefix("/") || path.contains("\0") else { return true }
    bag.error(
      "path-not-absolute", "\(word): \(path) is no absolute path", at: value.range,
      notes: [Diagnostic.Note("containerd would look below the folder that it was started in")],
      help: "write a path that begins with /")
    return false
  }

  private static func preference(_ setting: ContainerdSettings.Setting, _ values: [String], _ bag: inout DiagnosticBag)
    -> Bool
  {
    let known = values.filter { !$0.isEmpty }
    guard let text = setting.value.string, !known.contains(text) else { return true }
    bag.error(
      "unknown-value", "ipPreference takes one of \(known.joined(separator: ", ")), not \(text)",
      at: setting.value.range,
      notes: [Diagnostic.Note("containerd warns at each pod and falls back to ipv4")],
      help: Spelling.nearest(to: text, among: known).map { "write \($0)" })
    return false
  }
}

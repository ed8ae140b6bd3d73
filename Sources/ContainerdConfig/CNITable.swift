import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// The keys of containerd's CNI table: which releases read them and what they take.
enum CNITable {
  static let defaultBinDir = "/opt/cni/bin"
  static let defaultConfDir = "/etc/cni/net.d"

  /// Whether a setting can be written for a release. What cannot is reported: the release would ignore it.
  static func check(
    _ setting: ContainerdSettings.Setting, _ release: ContainerdRelease, _ bag: inout DiagnosticBag
  ) -> Bool {
    if let since = since(setting.word), release.version < since {
      bag.error(
        "containerd-key-too-new", "containerd \(release.version) does not know \(setting.word.rawValue)",
        at: setting.keyRange,
        notes: [
          Diagnostic.Note(
            release.version < "2.0.0"
              ? "it would ignore \(setting.word.key) without a word"
              : "it would ignore \(setting.word.key) with a warning in the log")
        ], help: "it came with containerd \(since); leave it out")
      return false
    }
    switch setting.word {
    case .binDirs: return folders(setting, &bag)
    case .confDir: return folder(setting.value, setting.word.rawValue, &bag)
    case .ipPreference: return preference(setting, &bag)
    default: return true
    }
  }

  private static func since(_ word: ContainerdSettings.Word) -> Version? {
    switch word {
    case .setupSerially: "1.7.0"
    case .ipPreference: "1.6.0"
    case .internalLoopback: "2.0.0"
    case .binDirs, .confDir, .maxConfNum: nil
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

  private static func preference(_ setting: ContainerdSettings.Setting, _ bag: inout DiagnosticBag) -> Bool {
    let known = ["ipv4", "ipv6", "cni"]
    guard let text = setting.value.string, !known.contains(text) else { return true }
    bag.error(
      "unknown-value", "ipPreference takes ipv4, ipv6 or cni, not \(text)", at: setting.value.range,
      notes: [Diagnostic.Note("containerd warns at each pod and falls back to ipv4")],
      help: Spelling.nearest(to: text, among: known).map { "write \($0)" })
    return false
  }
}

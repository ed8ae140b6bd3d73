import Catalogue
import CNIModel
import Diagnostics

/// The top of a list, where libcni matches names letter by letter.
extension Subject {
  /// The members of the document; none where it is no object.
  private var topLevel: [Value.Member] { list.value.object ?? [] }

  /// A key at the top that differs from one of libcni's in letter case alone.
  func miscased(_ name: String) -> Value.Member? {
    let folded = name.lowercased()
    return topLevel.first { $0.name != name && $0.name.lowercased() == folded }
  }

  /// Keys at the top that libcni's own would be but for their letter case, each with the key meant.
  var miscasedTopLevelKeys: [(member: Value.Member, key: ConflistKey)] {
    topLevel.compactMap { member in
      let folded = member.name.lowercased()
      let key = Catalogue.conflistKeys.first { $0.name.lowercased() == folded }
      return key.flatMap { $0.name == member.name ? nil : (member, $0) }
    }
  }

  /// Keys at the top that resemble one that is missing there, or that belong into a plugin, each with what to type.
  /// Any other key is somebody's own: nerdctl keeps its labels there.
  var misspeltTopLevelKeys: [(member: Value.Member, help: String)] {
    let names = Set(topLevel.map { $0.name.lowercased() })
    let missing = Catalogue.conflistKeys.map(\.name).filter { !names.contains($0.lowercased()) }
    let ours = Set(Catalogue.conflistKeys.map { $0.name.lowercased() })
    return topLevel.compactMap { member in
      guard !ours.contains(member.name.lowercased()), !AuthorsNote.is(member.name),
        !Catalogue.foreignConflistKeys.contains(where: { $0.name == member.name })
      else { return nil }
      if let meant = Spelling.nearest(to: member.name, among: missing) { return (member, "write \(meant)") }
      return pluginKeyHelp(member.name).map { (member, $0) }
    }
  }

  /// What to do with a plugin's key at the top. Without `plugins` the whole file is a single plugin, and
  /// `plugins-missing` says so. Podman writes `args` there.
  private func pluginKeyHelp(_ name: String) -> String? {
    guard list.value.member("plugins") != nil else { return nil }
    if let plugin = list.plugins.first(where: { $0.facts?.key(name) != nil }) {
      return "move \(name) into the \(plugin.type) object"
    }
    guard name != "args", CommonKeys.key(name) != nil else { return nil }
    return "move \(name) into the plugin that it is for"
  }

  /// Reports keys at the top that the runtime's libcni does not know yet and that ask for something.
  func reportTooNewTopLevelKeys(into findings: inout Findings) {
    let libcni = target.containerd.libcni
    for key in Catalogue.conflistKeys where key.libcniSince > libcni && key.name != "cniVersions" {
      guard let member = list.value.member(key.name), member.value.bool != false else { continue }
      let since = Catalogue.containerdLines.lazy.flatMap(\.releases).first { $0.libcni >= key.libcniSince }
      findings.report(
        "\(key.name) needs containerd \(since.map { "\($0.version)" } ?? "with libcni \(key.libcniSince)") or later, "
          + "and the target has \(target.containerd.version)",
        at: member.nameRange,
        notes: [.init("libcni \(libcni) reads past it without a word")] + target.runtimeNote, help: "leave it out")
    }
  }
}

extension Rule {
  static let topLevelKeyCase = Rule(
    "top-level-key-case", .error, "a key at the top of a list in another letter case",
    effect: """
      libcni matches the keys at the top of a list letter by letter, other than those of a plugin. With Plugins or \
      Name the list is not loaded and the node has no network; with CniVersion it counts as 0.1.0; the others do \
      nothing.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "Plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: conflist_keys"]
  ) { subject, findings in
    for (member, key) in subject.miscasedTopLevelKeys {
      findings.report(
        "\(member.name) at the top of a list must be written \(key.name)", at: member.nameRange,
        notes: [.init(subject.effectOfAbsent(key.name))], help: "write \(key.name)")
    }
  }
}

extension Subject {
  /// What happens where libcni does not see a key at the top.
  fileprivate func effectOfAbsent(_ key: String) -> String {
    if list.value.member(key) != nil { return "libcni reads past it, and takes the \(key) that stands beside it" }
    return switch key {
    case "plugins": "the list is not loaded and the node has no network: \(target.noPluginsText)"
    case "name": "the list is not loaded and the node has no network: error parsing configuration list: no name"
    case "cniVersion": "libcni does not see it, and the plugins take the list for one of 0.1.0"
    default: "libcni reads past it without a word"
    }
  }
}

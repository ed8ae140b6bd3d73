import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let unknownKey = Rule(
    "unknown-key", .error, "a misspelt or misplaced key",
    effect: """
      Plugins read past keys that they do not know, in every release and without a word, so a slip in a name and a key \
      in the wrong object look as if they worked: the bridge gets no gateway address, the route goes another way, the \
      network stays open. Only letter case does not count.
      """,
    wrong: #"{"type": "bridge", "isGatway": true}"#, right: #"{"type": "bridge", "isGateway": true}"#,
    facts: [
      "common: unknownKeys", "bridge: notKeys", "dhcp: notKeys", "host-local: notKeys", "portmap: notKeys",
      "ptp: no mac key", "host-device: no mtu, mac or mode keys", "dummy: no mtu and no mac keys",
      "ipvlan: a MAC cannot be set",
    ]
  ) { subject, findings in
    for match in subject.unknownKeys {
      guard let hint = KeyHint.find(match, in: subject) else { continue }
      findings.report(
        "\(match.scope.reader) has no key \(match.member.name)\(match.scope.place)", at: match.member.nameRange,
        notes: [hint.note, hint.effect(in: match.scope)].compactMap { $0 }.map { .init($0) },
        help: hint.help)
    }
    for (member, meant) in subject.misspeltTopLevelKeys {
      findings.report(
        "a list has no key \(member.name)", at: member.nameRange,
        notes: [.init("libcni reads past it without a word")], help: meant)
    }
  }

  static let unusedKey = Rule(
    "unused-key", .warning, "a key that nothing reads",
    effect: """
      The plugin has no key of this name in any release, and the name resembles none. Plugins read past it without a \
      word. Names that begin with x-, _ or // are taken for the author's own notes.
      """,
    wrong: #"{"type": "bridge", "speed": 10}"#, right: #"{"type": "bridge", "x-speed": 10}"#,
    facts: ["common: unknownKeys"]
  ) { subject, findings in
    for match in subject.unknownKeys where KeyHint.find(match, in: subject) == nil {
      findings.report(
        "\(match.scope.reader) has no key \(match.member.name)\(match.scope.place) in any release",
        at: match.member.nameRange,
        help: "leave it out, or write x-\(match.member.name) if it is a note of your own")
    }
  }
}

extension Subject {
  /// The members that no release of their reader knows, but for those that have rules of their own.
  fileprivate var unknownKeys: [KeyMatch] {
    keyMatches.filter { match in
      match.key == nil && !match.scope.isOpen && !AuthorsNote.is(match.member.name)
        && !ReservedKey.is(match.member.name)
        && !isJudgedElsewhere(match)
    }
  }

  private func isJudgedElsewhere(_ match: KeyMatch) -> Bool {
    let scope = match.scope
    if scope.level == .ipam, scope.path.isEmpty, match.member.name.equalsIgnoringCase("capabilities") { return true }
    if scope.facts?.hiddenKeys.contains(where: { $0.name.equalsIgnoringCase(match.member.name) }) ?? false {
      return true
    }
    // nerdctl keeps what its user typed in this key of its own.
    return scope.reader == "host-local" && scope.path == ["ranges"] && match.member.name == "ipRange"
  }
}

/// Keys that authors add for themselves.
enum AuthorsNote {
  static func `is`(_ name: String) -> Bool {
    name.hasPrefix("x-") || name.hasPrefix("_") || name.hasPrefix("//") || name.hasPrefix("#")
  }
}

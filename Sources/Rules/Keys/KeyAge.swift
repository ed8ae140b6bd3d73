import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let keyTooNew = Rule(
    "key-too-new", .error, "a key that came with a later release",
    effect: """
      A release that does not know a key yet treats it like a typo: it reads past it without a word. portIsolation \
      before 1.7.0 isolates nothing, ingressPolicy before 1.1.0 leaves the network open, portmap's backend before \
      1.6.0 is iptables whatever it says. The spec version of the list does not matter, the release of the plugin \
      does. At the top of a list the release of containerd decides.
      """,
    wrong: #"{"type": "bridge", "portIsolation": true}"#,
    right: #"{"type": "bridge"}"#,
    facts: ["common: unknownKeys", "common: routeFieldsNote", "host-device: ipam", "libcni: disableGC"]
  ) { subject, findings in
    for match in subject.keyMatches {
      guard let key = match.key, key.span.isAhead(of: match.scope.release), let since = key.span.since,
        !match.asksForNothing
      else { continue }
      let scope = match.scope
      findings.report(
        "\(match.name)\(scope.place) needs \(scope.series) \(since) or later, and \(scope.reader) is of \(scope.release)",
        at: match.member.nameRange, notes: subject.notes(onTooNew: key, in: scope),
        help: "take \(scope.series) \(since) or later, or leave \(match.name) out")
    }
    subject.reportTooNewTopLevelKeys(into: &findings)
  }

  static let keyRemoved = Rule(
    "key-removed", .error, "a key that later releases have no more",
    effect: """
      bandwidth knew shapedSubnets and unshapedSubnets in 1.5.0 and 1.5.1 only. Since then the keys are read past \
      without a word, and all traffic is shaped.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "bandwidth", "unshapedSubnets": ["10.0.0.0/8"]}]"#,
    right: #"[{"type": "bridge"}, {"type": "bandwidth"}]"#,
    facts: ["bandwidth: shapedSubnets", "bandwidth: unshapedSubnets"]
  ) { subject, findings in
    for match in subject.keyMatches {
      guard let key = match.key, key.span.isOver(at: match.scope.release), let until = key.span.until,
        !match.asksForNothing
      else { continue }
      findings.report(
        "\(match.scope.reader) has \(match.name) up to \(match.scope.series) \(until), and the target has \(match.scope.release)",
        at: match.member.nameRange, notes: subject.notes(onTooNew: key, in: match.scope),
        help: "leave \(match.name) out")
    }
  }
}

extension KeyMatch {
  /// Whether the value says what an absent key says in every release that has the key, or says nothing.
  fileprivate var asksForNothing: Bool {
    guard let key else { return false }
    if member.value.isNull { return true }
    guard let absent = key.absentJSON, !key.changes.contains(where: { $0.absent != nil }) else { return false }
    switch member.value.content {
    case .bool(let flag): return absent == (flag ? "true" : "false")
    case .number(let text): return absent == text
    case .string(let text): return absent == "\"\(text)\""
    default: return false
    }
  }
}

extension Subject {
  fileprivate func notes(onTooNew key: KeyFacts, in scope: KeyScope) -> [Diagnostic.Note] {
    let effect = KeyEffect.missing(scope.qualified(key.name), in: scope.reader) ?? "the key does nothing"
    let type = scope.facts?.type ?? scope.reader
    return [.init("ADD succeeds; \(effect)")] + target.releaseNote(of: type)
  }
}

import Catalogue
import CNIModel
import Diagnostics
import PlainText

extension Rule {
  static let unknownValue = Rule(
    "unknown-value", .error, "a word that the key does not take in any release",
    effect: """
      The plugin refuses ADD, and where the chain had begun, interface and address of every try stay behind.
      """,
    wrong: #"{"type": "macvlan", "mode": "source"}"#, right: #"{"type": "macvlan", "mode": "bridge"}"#,
    facts: [
      "macvlan: another mode", "ipvlan: another mode", "bridge: ipMasq with another ipMasqBackend",
      "ptp: ipMasq with another ipMasqBackend", "portmap: backend must be", "firewall: unknown ingressPolicy",
    ]
  ) { subject, findings in
    for (match, key, text) in subject.refusedValues where !key.values.contains(where: { $0.text == text }) {
      let values = key.values(in: match.scope.release)
      // Among words of two letters everything is near.
      let near = text.count > 3 ? Spelling.nearest(to: text, among: values) : nil
      findings.report(
        "\(match.name) \"\(text)\" is none of \(WordList.and(values))", at: match.member.value.range,
        notes: subject.notes(onRefused: text, key, match),
        help: near.map { "write \"\($0)\"" } ?? "write \(WordList.or(values.map { "\"\($0)\"" }))")
    }
  }

  static let valueTooNew = Rule(
    "value-too-new", .error, "a word that the key takes in later releases only",
    effect: """
      ingressPolicy "isolated" came with 1.7.0; before, ADD fails: unknown ingress policy: "isolated". IFNAME in a \
      sysctl is replaced by the interface's name from 1.1.0 on; before, ADD fails: there is no such sysctl.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "isolated"}]"#,
    right: #"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "same-bridge"}]"#,
    facts: ["firewall: unknown ingressPolicy", "tuning: sysctl that does not exist"]
  ) { subject, findings in
    for (match, key, text) in subject.refusedValues {
      guard let value = key.values.first(where: { $0.text == text }), let since = value.span.since else { continue }
      let scope = match.scope
      findings.report(
        "\(match.name) \"\(text)\" needs \(scope.series) \(since) or later, and \(scope.reader) is of \(scope.release)",
        at: match.member.value.range, notes: subject.notes(onRefused: text, key, match),
        help: "take \(scope.series) \(since) or later, or write "
          + WordList.or(key.values(in: match.scope.release).map { "\"\($0)\"" }))
    }
    subject.reportInterfacePlaceholder(into: &findings)
  }
}

extension Subject {
  /// The words that a key of the release refuses.
  fileprivate var refusedValues: [(match: KeyMatch, key: KeyFacts, text: String)] {
    keyMatches.compactMap { match in
      guard let key = match.read, !key.values.isEmpty, let text = match.member.value.string,
        !key.values(in: match.scope.release).contains(text), isLookedAt(match, key, text)
      else { return nil }
      return (match, key, text)
    }
  }

  /// Whether the plugin looks at the word at all.
  private func isLookedAt(_ match: KeyMatch, _ key: KeyFacts, _ text: String) -> Bool {
    switch (match.scope.reader, key.name) {
    // Any other word means the default to firewall; `firewall-backend-ignored` tells.
    case ("firewall", "backend"): false
    case (_, "ipMasqBackend"): match.scope.plugin.isOn("ipMasq") && !text.isEmpty
    default: key.refusesEmpty || !text.isEmpty
    }
  }

  fileprivate func notes(onRefused text: String, _ key: KeyFacts, _ match: KeyMatch) -> [Diagnostic.Note] {
    let release = match.scope.release
    let errors = (match.scope.facts?.constraints(on: key.name, in: release) ?? []).flatMap { $0.errors(in: release) }
    let said = errors.first { $0.text.contains(text: "%q") && $0.text.contains(text: "un") && $0.when.isEmpty }
    guard let said else { return [] }
    return [.init(target.addFails(match.scope.plugin.type, said.filled(with: [text])))]
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let keyWithoutEffect = Rule(
    "key-without-effect", .warning, "a key that nothing looks at beside the others",
    effect: """
      ADD succeeds, and the network is the same as without the key: another key that it belongs to is missing or off, or \
      overrules it. ipMasqBackend without ipMasq, rangeStart without subnet and preserveDefaultVlan without vlan are \
      such keys, and portmap's marks with nftables.
      """,
    wrong: #"{"type": "bridge", "isGateway": true, "ipMasqBackend": "nftables"}"#,
    right: #"{"type": "bridge", "isGateway": true, "ipMasq": true, "ipMasqBackend": "nftables"}"#,
    facts: [
      "bridge: ipMasq with another ipMasqBackend", "ptp: ipMasq with another ipMasqBackend",
      "tap: owner and group both given without selinuxContext", "043-legacy-range-start-with-ranges",
      "044-mark-bit-with-nftables", "045-zone-with-iptables", "046-default-vlan-without-vlan",
      "047-default-gateway-beside-no-gateway",
    ]
  ) { subject, findings in
    var idle: [IdleKey] = subject.list.plugins.compactMap(\.ipam).flatMap(\.idleRangeKeys)
    for plugin in subject.list.plugins.compactMap(subject.installed) { idle += plugin.idleKeys }
    for key in idle {
      findings.report(
        "\(key.word) is without effect: \(key.reason)", at: key.range,
        notes: [.init("ADD succeeds; the network is the same without it")] + (key.place.map { [$0] } ?? []),
        help: key.help)
    }
  }
}

/// A key that nothing looks at.
struct IdleKey: Sendable {
  /// The key in the words of the author.
  let word: String
  let range: SourceRange
  let reason: String
  /// The place of what makes it idle, where there is one.
  let place: Diagnostic.Note?
  let help: String

  init(_ word: String, at range: SourceRange, _ reason: String, place: Diagnostic.Note? = nil, help: String) {
    self.word = word
    self.range = range
    self.reason = reason
    self.place = place
    self.help = help
  }
}

extension InstalledPlugin {
  /// The keys of the plugin that nothing looks at.
  fileprivate var idleKeys: [IdleKey] {
    switch type {
    case "bridge": idleBridgeKeys
    case "ptp": idleMasqueradeKeys
    case "portmap": idlePortmapKeys
    case "firewall": idleFirewallKeys
    case "tap": idleTapKeys
    default: []
    }
  }
}

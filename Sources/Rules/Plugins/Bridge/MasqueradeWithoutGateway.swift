import CNIModel
import Diagnostics

extension Rule {
  static let masqueradeWithoutGateway = Rule(
    "masquerade-without-gateway", .warning, "masquerading for a bridge that routes nothing",
    effect: """
      ADD succeeds. The rule that masquerades is made, but ipMasq alone neither puts a gateway's address on the bridge \
      nor switches forwarding on, so nothing leaves the bridge. So it is in every release.
      """,
    wrong: #"{"type": "bridge", "ipMasq": true, "ipam": {"type": "host-local"}}"#,
    right: #"{"type": "bridge", "isGateway": true, "ipMasq": true, "ipam": {"type": "host-local"}}"#,
    facts: ["186-ipv6-masquerade-without-gateway"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.plugin.hasIPAM && bridge.isNoGateway {
      guard let masquerade = bridge.on("ipMasq") else { continue }
      let (masqueradeWord, gatewayWord) = (bridge.word("ipMasq"), bridge.word("isGateway"))
      findings.report(
        "\(masqueradeWord) is on, but \(gatewayWord) is off: nothing leaves the bridge", at: masquerade.range,
        notes: [.init("ADD succeeds; the rule is there, but no gateway and no forwarding")],
        help: "set \(gatewayWord) to true")
    }
  }
}

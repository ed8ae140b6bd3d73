import CNIModel
import Diagnostics

extension Rule {
  static let hairpinMissing = Rule(
    "hairpin-missing", .warning, "host ports or services behind a bridge without hairpin mode",
    effect: """
      ADD succeeds. A bridge does not send a frame back through the port it came from unless hairpin mode is on, so a pod \
      that calls its own host port or service address waits for ever. The node, other pods and peers outside reach it \
      all the same. Reported where host ports are forwarded, and for Kubernetes targets, where every service may pick \
      the pod that asks.
      """,
    wrong: #"""
      [{"type": "bridge", "isGateway": true, "ipam": {"type": "host-local"}},
       {"type": "portmap", "capabilities": {"portMappings": true}}]
      """#,
    right: #"""
      [{"type": "bridge", "isGateway": true, "hairpinMode": true, "ipam": {"type": "host-local"}},
       {"type": "portmap", "capabilities": {"portMappings": true}}]
      """#,
    facts: ["193-no-hairpin-dual-stack"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.isGateway {
      guard bridge.isOff("hairpinMode"), bridge.isOff("promiscMode") else { continue }
      let portmap = subject.first("portmap", after: bridge)
      guard portmap != nil || subject.target.kubernetes != nil else { continue }
      let word = bridge.word("hairpinMode")
      findings.report(
        "\(word) is off: a pod cannot reach itself through its own "
          + (portmap == nil ? "service address" : "host port or service address"),
        at: (bridge["hairpinMode"] ?? bridge.plugin.value).range,
        notes: [.init("ADD succeeds; everybody but the pod itself reaches it")], help: "set \(word) to true")
    }
  }
}

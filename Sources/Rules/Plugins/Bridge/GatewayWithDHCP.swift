import CNIModel
import Diagnostics

extension Rule {
  static let gatewayWithDHCP = Rule(
    "gateway-with-dhcp", .error, "a bridge that takes the address of the DHCP lease's router",
    effect: """
      With a DHCP lease the gateway is the router of the network outside. isGateway puts that router's address on the \
      bridge too: ADD succeeds, and from then on two hosts answer for one address. So it is in every release.
      """,
    wrong: #"{"type": "bridge", "bridge": "br-site", "isGateway": true, "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "bridge", "bridge": "br-site", "ipam": {"type": "dhcp"}}"#,
    facts: ["189-gateway-with-dhcp"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.plugin.ipam?.type == "dhcp" {
      guard let key = bridge.gatewayKey else { continue }
      findings.report(
        "\(bridge.word(key.name)) is on, but the gateway of a DHCP lease is another host", at: key.value.range,
        notes: [.init("ADD succeeds; the bridge takes the router's address, and two hosts answer for it")],
        help: "leave \(bridge.word(key.name)) out")
    }
  }
}

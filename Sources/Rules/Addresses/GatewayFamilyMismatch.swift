import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let gatewayFamilyMismatch = Rule(
    "gateway-family-mismatch", .error, "a gateway of the other address family than its subnet",
    effect: """
      Up to plugins 0.7.6 host-local refuses every ADD. From 0.8.0 on it does not look, and static never did: the pod \
      has no gateway of its family, and its routes become on-link ones that lead nowhere. A bridge that is a gateway \
      takes an IPv6 address with the prefix length of the IPv4 subnet; an IPv4 address for an IPv6 subnet, and ptp in \
      either case, fail on every ADD.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "fd00:88::1"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.88.0.1"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["host-local: gateway outside the subnet", "073-ipv6-gateway-on-ipv4-subnet"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for gateway in plan.statedGateways where gateway.address.family != gateway.network.family {
        let family = gateway.network.family.word
        findings.report(
          "\(plan.word("gateway")) \(gateway.address) is no \(family) address, "
            + "and subnet \(gateway.network) is \(family)",
          at: gateway.range, notes: [plan.outcome(of: gateway)],
          help: gateway.network.first.successor.map { "use \($0), or leave the gateway out" })
      }
    }
  }
}

extension AddressPlan {
  fileprivate func outcome(of gateway: StatedGateway) -> Diagnostic.Note {
    let address = gateway.address
    if let set = gateway.set, refusesForeignGateway {
      return fails(set.refusal("gateway \(address) not in network \(gateway.network)"))
    }
    if plugin.type == "ptp" {
      return fails("failed to add route {…}: source and destination ip are not the same IP family")
    }
    let lost = "the pod's routes have no gateway and lead nowhere"
    guard isGateway else { return .init("ADD succeeds; \(lost)") }
    if address.family == .ipv4 {
      return fails(
        "failed to set bridge addr: could not add IP address … to \"\(plugin.gatewayDevice)\": invalid argument")
    }
    return .init("ADD succeeds; the bridge takes \(address)/\(gateway.network.prefix), and \(lost)")
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let gatewayOutsideSubnet = Rule(
    "gateway-outside-subnet", .error, "a gateway that is not in the subnet of its addresses",
    effect: """
      Up to plugins 0.7.6 host-local refuses every ADD. From 0.8.0 on it does not look, and static never did: then \
      the kernel refuses the first route through the gateway, and ADD fails in the interface plugin. Where a bridge \
      takes the address and there is no route through it, the pod starts and cannot reach its gateway. A gateway that \
      nothing uses is let pass, and so is an IPv6 link-local one where no bridge takes it.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.89.0.1"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.88.0.1"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["host-local: gateway outside the subnet", "072-static-gateway-of-another-subnet"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for gateway in plan.statedGateways {
        guard gateway.address.family == gateway.network.family, !gateway.network.contains(gateway.address),
          let outcome = plan.outcome(of: gateway)
        else { continue }
        let advice = gateway.network.first.successor.map { "use \($0)" }
        let canBeLeftOut = plan.isHostLocal || plan.isGateway
        findings.report(
          "\(plan.word("gateway")) \(gateway.address) is outside subnet \(gateway.network)", at: gateway.range,
          notes: [outcome], help: advice.map { canBeLeftOut ? "\($0), or leave the gateway out" : $0 })
      }
    }
  }
}

extension AddressPlan {
  /// What becomes of a gateway outside of its subnet; `nil` where nothing does.
  fileprivate func outcome(of gateway: StatedGateway) -> Diagnostic.Note? {
    if let set = gateway.set, refusesForeignGateway {
      return fails(set.refusal("gateway \(gateway.address) not in network \(gateway.network)"))
    }
    if let linkLocal = CIDR("fe80::/10"), linkLocal.contains(gateway.address) {
      let clash = "already has an IP address different from \(gateway.address)/\(gateway.network.prefix)"
      return isGateway ? fails("failed to set bridge addr: \"\(plugin.gatewayDevice)\" \(clash)") : nil
    }
    // With two addresses of a family the gateway of one may be on the link of the other.
    if !isGateway,
      knownLeases.contains(where: { $0.family == gateway.address.family && $0.reaches(gateway.address) })
    {
      return nil
    }
    if let failure = failure(ofRoutesVia: gateway.address, Self.unreachable(gateway.address.family)) { return failure }
    return isGateway ? .init("ADD succeeds; the bridge takes \(gateway.address), and no pod can reach it") : nil
  }
}

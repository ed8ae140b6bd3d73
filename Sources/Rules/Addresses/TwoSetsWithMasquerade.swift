import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let twoSetsOfOneFamilyWithMasquerade = Rule(
    "two-sets-of-one-family-with-masquerade", .error, "two masqueraded addresses of one family",
    effect: """
      Both addresses share one iptables chain, and DEL removes it while the rule of the other address still points to \
      it. So the first DEL of every pod fails. On a bridge that is so in every release, and a masquerade rule may \
      stay for ever; with ptp in 0.6.0 and from 1.6.0 on. The nftables backend (ipMasqBackend, 1.6.0 and later) has \
      no such chain.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true, "ipMasq": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00:1::/64"}], [{"subnet": "fd00:2::/64"}]],
        "routes": [{"dst": "::/0"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true, "ipMasq": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00:1::/64"}]],
        "routes": [{"dst": "::/0"}]}}
      """#,
    facts: ["087-two-ipv6-sets-masqueraded", "088-two-ipv6-sets-masqueraded-old"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.isOn("ipMasq") && plan.failsToRemoveSharedChain {
      let leases = plan.knownLeases
      for (index, lease) in leases.enumerated() {
        guard let first = leases[..<index].first(where: { $0.family == lease.family }) else { continue }
        // A bridge fails already at ADD where it would need two IPv4 gateways.
        if plan.isGateway, lease.family == .ipv4, !lease.shareGateway(with: first) { continue }
        let program = lease.family == .ipv4 ? "iptables" : "ip6tables"
        let chain = "running [… \(program) -t nat -X CNI-… --wait]: exit status …: … CHAIN_DEL failed"
        findings.report(
          "a second \(lease.family.word) address and \(plan.plugin.word("ipMasq")) share one \(program) chain, "
            + "which DEL cannot remove",
          at: lease.place,
          notes: [
            .init("the first \(lease.family.word) address comes from here", at: first.place),
            .init("ADD succeeds; the first DEL of each pod fails: \(chain) (Device or resource busy)"),
          ], help: plan.masqueradeHelp(lease.family))
      }
    }
  }
}

extension AddressPlan {
  /// Whether this release leaves rules of the other address in the way when it removes the chain.
  fileprivate var failsToRemoveSharedChain: Bool {
    if plugin.text("ipMasqBackend")?.value == "nftables" { return false }
    switch plugin.type {
    case "bridge": return true
    // In between a later try of the same DEL removed the chain, and the first error was dropped.
    case "ptp": return plugin.release <= "0.6.0" || plugin.release >= "1.6.0"
    default: return false
    }
  }

  fileprivate func masqueradeHelp(_ family: IPAddress.Family) -> String {
    let remedy = "leave one \(family.word) set"
    return plugin.reads("ipMasqBackend") ? "\(remedy), or write \(plugin.word("ipMasqBackend")): nftables" : remedy
  }
}

extension Lease {
  fileprivate func shareGateway(with other: Lease) -> Bool {
    let pairs = (choices + other.choices).map { CIDR($0.gateway ?? $0.network.first, prefix: $0.network.prefix) }
    return Set(pairs).count == 1
  }
}

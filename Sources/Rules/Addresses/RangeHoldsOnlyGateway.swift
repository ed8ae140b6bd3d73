import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let rangeHoldsOnlyGateway = Rule(
    "range-holds-only-gateway", .error, "a range set with no address but the gateway's",
    effect: """
      The gateway is never handed out, so host-local finds no free address and refuses every ADD, in every release. \
      Unless gateway names another one it is the address behind the network address.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.1", "rangeEnd": "10.88.0.1"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.2", "rangeEnd": "10.88.0.99"}]]}}
      """#,
    facts: ["host-local: the gateway is skipped"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for set in plan.sets {
        guard let pools = plan.pools(of: set), pools.allSatisfy(\.isEmpty) else { continue }
        let list = pools.map(\.addresses.description).joined(separator: ",")
        let refusal =
          "failed to allocate for range \(set.number): no IP addresses available in range set: \(list)"
        for pool in pools {
          findings.report(
            "the range holds only its gateway \(pool.gateway)", at: set.place(of: pool.range),
            notes: [plan.fails(refusal)], help: "let the range end later, or name another gateway")
        }
      }
    }
  }

  static let gatewayInOtherRange = Rule(
    "gateway-in-other-range", .error, "a gateway that another range of the network hands out",
    effect: """
      host-local skips a gateway only in the range that it belongs to. A pod that gets the address from the other \
      range answers for the gateway, and the pods of the first range lose their way out.
      """,
    wrong: #"""
      {"type": "bridge",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.99", "gateway": "10.88.0.200"},
                   {"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.100", "gateway": "10.88.0.254"}]]}}
      """#,
    right: #"""
      {"type": "bridge",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.99", "gateway": "10.88.0.254"},
                   {"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.100", "gateway": "10.88.0.254"}]]}}
      """#,
    facts: ["host-local: the gateway is skipped"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      let pools = plan.pools
      for (set, pool) in pools {
        let rival = pools.first { other in
          other.pool.gateway != pool.gateway && other.pool.addresses.contains(pool.gateway)
        }
        guard let rival, !rival.pool.addresses.overlaps(pool.addresses) else { continue }
        let place = pool.range.gateway?.range ?? set.place(of: pool.range)
        findings.report(
          "gateway \(pool.gateway) is among the addresses \(rival.pool.addresses) of another range", at: place,
          notes: [
            .init("the range that hands it out", at: rival.set.place(of: rival.pool.range)),
            .init("ADD succeeds until a pod gets the address; then two answer for the gateway"),
          ], help: "give both ranges the same gateway, or take the address out of the other range")
      }
    }
  }
}

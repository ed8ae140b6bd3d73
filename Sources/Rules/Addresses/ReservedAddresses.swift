import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let reservedAddressAsRangeEnd = Rule(
    "reserved-address-as-range-end", .error, "a range that ends with the broadcast address of its subnet",
    effect: """
      Without rangeEnd host-local stops before the broadcast address; named it is handed out, in every release. The \
      pod that gets it starts, and nobody in the subnet can reach it: the kernel takes packets to it for a broadcast.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.255"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.254"}]]}}
      """#,
    facts: ["host-local: rangeStart may be the network address and rangeEnd the broadcast address"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (_, pool) in plan.pools {
        guard let end = pool.range.end, end.value == pool.network.broadcast, end.value != pool.gateway else { continue }
        findings.report(
          "\(plan.word("rangeEnd")) \(end.value) is the broadcast address of \(pool.network)", at: end.range,
          notes: [.init("ADD succeeds; the pod that gets the address has no network")],
          help: "write \(pool.network.lastHost), or leave it out")
      }
    }
  }

  static let reservedAddressAsRangeStart = Rule(
    "reserved-address-as-range-start", .warning, "a range that begins with the network address of its subnet",
    effect: """
      The first pod gets the network address, in every release of host-local. Of an IPv4 subnet that works on Linux \
      5.14 and later; older kernels and other systems take it for a broadcast. Of an IPv6 subnet it is the \
      subnet-router anycast address (RFC 4291), which the routers of the subnet answer as well; on a bridge that is a \
      gateway see range-start-is-anycast.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.0"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.2"}]]}}
      """#,
    facts: ["host-local: rangeStart may be the network address and rangeEnd the broadcast address"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (pool, start) in plan.poolsFromNetworkAddress where pool.network.family == .ipv4 || !plan.isGateway {
        let effect =
          pool.network.family == .ipv4
          ? "kernels before Linux 5.14 and other systems take it for a broadcast"
          : "it is the subnet-router anycast address, which the routers of the subnet answer as well"
        findings.report(
          "\(plan.word("rangeStart")) \(start.value) is the network address of \(pool.network)", at: start.range,
          notes: [.init("ADD succeeds and the first pod gets the address; \(effect)")], help: pool.laterStart)
      }
    }
  }

  static let rangeStartIsAnycast = Rule(
    "range-start-is-anycast", .error, "an IPv6 range that begins with the subnet-router anycast address",
    effect: """
      The lowest address of an IPv6 subnet belongs to its routers (RFC 4291), and a bridge that is a gateway is one. \
      The first pod gets the address and the bridge answers in its place: no IPv6 for this pod, in every release.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:88::/64", "rangeStart": "fd00:88::"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00:88::/64", "rangeStart": "fd00:88::2"}]]}}
      """#,
    facts: ["host-local: rangeStart may be the network address and rangeEnd the broadcast address"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isGateway {
      for (pool, start) in plan.poolsFromNetworkAddress where pool.network.family == .ipv6 {
        findings.report(
          "\(plan.word("rangeStart")) \(start.value) is the subnet-router anycast address of \(pool.network)",
          at: start.range,
          notes: [.init("ADD succeeds; the bridge answers for the first pod, which has no IPv6")], help: pool.laterStart
        )
      }
    }
  }

  static let rangeStartsAtBroadcast = Rule(
    "range-starts-at-broadcast", .error, "a range without an end that begins with the broadcast address",
    effect: """
      The end that host-local fills in lies before the start, and nobody compares the two: the first pod gets the \
      broadcast address, the next ones get addresses behind the subnet, in every release.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.255"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.100"}]]}}
      """#,
    facts: ["host-local: rangeStart equal to the IPv4 broadcast without rangeEnd"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (_, range) in plan.ranges {
        guard let subnet = range.subnet?.value, let start = range.start, start.value == subnet.broadcast,
          range.isUnset("rangeEnd")
        else { continue }
        let next = start.value.successor.map { ", the second one \($0)" } ?? ""
        findings.report(
          "\(plan.word("rangeStart")) \(start.value) is the broadcast address of \(subnet.network)", at: start.range,
          notes: [.init("the first pod gets the broadcast address\(next), which is outside of the subnet")],
          help: "name the first address that is to be handed out")
      }
    }
  }
}

extension AddressPlan {
  /// The pools whose stated start is the network address, unless that is the gateway, which is skipped.
  fileprivate var poolsFromNetworkAddress: [(pool: Pool, start: Located<IPAddress>)] {
    pools.compactMap { _, pool in
      guard let start = pool.range.start, start.value == pool.network.first, start.value != pool.gateway else {
        return nil
      }
      return (pool, start)
    }
  }
}

extension Pool {
  /// The advice to begin behind the network address.
  fileprivate var laterStart: String? { network.first.successor.map { "begin at \($0), or leave it out" } }
}

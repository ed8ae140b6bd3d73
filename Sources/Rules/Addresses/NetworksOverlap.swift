import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let networksOverlap = Rule(
    "networks-overlap", .error, "two networks of a node that can hand out the same address",
    effect: """
      host-local keeps what it handed out by network, so neither network sees the addresses of the other, in any \
      release. Where both are routed by the node, or lie on one bridge or one master, two pods get the same address: \
      the node reaches one of them, and the other one is cut off.
      """,
    wrong: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "ptp",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}]}]
      """#,
    right: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "ptp",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.2.0.0/24"}]]}}]}]
      """#,
    facts: ["host-local: two networks with one name"]
  ) { subject, findings in
    for pair in subject.meetingPools {
      guard let common = pair.shared else { continue }
      findings.report(
        "range \(pair.own.pool.addresses) overlaps with range \(pair.other.pool.addresses) of \(pair.otherName)",
        at: pair.own.place,
        notes: [
          .init("the range of \(pair.otherName)", at: pair.other.place),
          .init("ADD succeeds; \(common) can be handed out twice, and one of the two pods is cut off"),
        ], help: "give each network a range of its own")
    }
  }

  static let subnetOnTwoBridges = Rule(
    "subnet-on-two-bridges", .error, "one subnet on two bridges of a node that are both its gateway",
    effect: """
      The node has one route to the subnet, to the bridge that was made first. Pods of the other one start, and reach \
      neither the node nor anything beyond it, in every release.
      """,
    wrong: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-a",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.99"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-b",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.100"}]]}}]}]
      """#,
    right: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-a",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/25"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-b",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.128/25"}]]}}]}]
      """#,
    facts: []
  ) { subject, findings in
    for pair in subject.meetingPools where pair.shared == nil && pair.isOneSubnetOnTwoBridges {
      findings.report(
        "subnet \(pair.own.pool.network) is on bridge \(pair.other.plan.plugin.gatewayDevice) "
          + "of \(pair.otherName) already",
        at: pair.own.subnetPlace,
        notes: [
          .init("the subnet of \(pair.otherName)", at: pair.other.subnetPlace),
          .init("ADD succeeds; the node looks for the whole subnet on the bridge that is made first"),
        ], help: "give each bridge a subnet of its own, or both networks the same bridge")
    }
  }

  static let subnetInsideOtherNetwork = Rule(
    "subnet-inside-other-network", .warning, "a subnet that lies inside the one of another network of the node",
    effect: """
      Pods of the wider network look for all of its subnet on their own bridge, so they do not reach the pods of the \
      other network, in any release. The node reaches both.
      """,
    wrong: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-a",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/16", "rangeEnd": "10.1.3.255"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-b",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.4.0/24"}]]}}]}]
      """#,
    right: #"""
      [{"name": "a", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-a",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/22"}]]}}]},
       {"name": "b", "plugins": [
        {"type": "bridge", "isGateway": true, "bridge": "br-b",
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.4.0/24"}]]}}]}]
      """#,
    facts: []
  ) { subject, findings in
    for pair in subject.meetingPools where pair.shared == nil && !pair.isOneSubnetOnTwoBridges {
      guard let wider = pair.widerBridge else { continue }
      let (inner, outer) = (pair.own.pool.network, pair.other.pool.network)
      let relation = outer.contains(inner) ? "lies inside" : "holds"
      findings.report(
        "subnet \(inner) \(relation) subnet \(outer) of \(pair.otherName)", at: pair.own.subnetPlace,
        notes: [
          .init("the subnet of \(pair.otherName)", at: pair.other.subnetPlace),
          .init("ADD succeeds; pods on bridge \(wider) do not reach those of the other network"),
        ], help: "take subnets that do not meet")
    }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let bridgeOfTwoGateways = Rule(
    "bridge-of-two-gateways", .error, "two networks of a node that give one bridge different gateway addresses",
    effect: """
      A bridge carries one IPv4 address, and IPv6 addresses only of subnets that do not overlap. The network that \
      comes second fails on every ADD; with forceAddress it takes the address of the first one away, whose pods lose \
      their gateway. So it is in every release. Networks may share a bridge with the same gateway address.
      """,
    wrong: #"""
      [{"name": "a", "plugins": [{"type": "bridge", "bridge": "br-a", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}]},
       {"name": "b", "plugins": [{"type": "bridge", "bridge": "br-a", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.2.0.0/24"}]]}}]}]
      """#,
    right: #"""
      [{"name": "a", "plugins": [{"type": "bridge", "bridge": "br-a", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}]},
       {"name": "b", "plugins": [{"type": "bridge", "bridge": "br-b", "isGateway": true,
         "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.2.0.0/24"}]]}}]}]
      """#,
    facts: ["bridge: isGateway and the bridge already has another IPv4 address"]
  ) { subject, findings in
    let earlier = subject.earlier.flatMap { neighbour in
      neighbour.installed("bridge").filter(\.isGateway).map { (list: neighbour.list, bridge: $0) }
    }
    for bridge in subject.installed("bridge") where bridge.isGateway {
      let rival = earlier.lazy.compactMap { other in
        bridge.clashingGateways(with: other.bridge).map { (list: other.list, bridge: other.bridge, pair: $0) }
      }.first
      guard let rival else { continue }
      let (own, theirs) = rival.pair
      let name = rival.list.name.map { "network \($0.value)" } ?? "another network"
      findings.report(
        "bridge \(bridge.gatewayDevice) is to have gateway \(own), and \(theirs) in \(name)", at: bridge.nameRange,
        notes: [.init("the bridge of \(name)", at: rival.bridge.nameRange), .init(bridge.outcome(own, in: subject))],
        help: "give each network a bridge of its own, or both the same gateway and subnet")
    }
  }
}

extension InstalledPlugin {
  fileprivate var nameRange: SourceRange { (self["bridge"] ?? plugin.value).range }

  /// The first gateway address of this plugin and of another one that cannot stand on one device; `nil` where the
  /// devices differ or all addresses get along.
  fileprivate func clashingGateways(with other: InstalledPlugin) -> (own: CIDR, theirs: CIDR)? {
    guard gatewayDevice == other.gatewayDevice else { return nil }
    for own in gatewayAddresses {
      for theirs in other.gatewayAddresses where own != theirs && own.family == theirs.family {
        if own.family == .ipv4 || own.overlaps(theirs) { return (own, theirs) }
      }
    }
    return nil
  }

  fileprivate func outcome(_ address: CIDR, in subject: Subject) -> String {
    if isOn("forceAddress") {
      return "ADD succeeds and takes the other address away: pods of that network lose their gateway"
    }
    let refusal =
      "failed to set bridge addr: \"\(gatewayDevice)\" already has an IP address different from \(address)"
    return "the network that comes second: " + subject.target.addFails("bridge", refusal)
  }
}

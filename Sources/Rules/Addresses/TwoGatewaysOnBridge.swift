import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let twoIPv4SetsWithGateway = Rule(
    "two-ipv4-sets-with-gateway", .error, "two IPv4 addresses a container on a bridge that can be gateway for one",
    effect: """
      A bridge carries one IPv4 address, so the gateway of a second set, or of a second static address, cannot stand \
      beside the first, and every ADD fails, in every release. With forceAddress the second one takes the place of \
      the first, and the pod's default route leads to an address that nobody has. Sets of one subnet with the same \
      gateway get along.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.1.0.0/24"}], [{"subnet": "10.2.0.0/24"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}}
      """#,
    facts: ["bridge: isGateway and the bridge already has another IPv4 address", "085-two-ipv4-sets"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isGateway {
      let leases = plan.knownLeases.filter { $0.family == .ipv4 }
      guard let first = leases.first, let kept = first.bridgeAddresses.first else { continue }
      for lease in leases.dropFirst() {
        guard let other = lease.bridgeAddresses.first(where: { $0 != kept }) else { continue }
        findings.report(
          "a second IPv4 address needs gateway \(other) on the bridge, which has \(kept) already", at: lease.place,
          notes: [
            .init("the first IPv4 address comes from here", at: first.place),
            plan.outcome(ofSecond: other, instead: kept),
          ], help: "leave one IPv4 set, or switch \(plan.gatewayWord) off and let another router be the gateway")
      }
    }
  }

  static let twoSubnetsInSetWithGateway = Rule(
    "two-subnets-in-set-with-gateway", .error, "a range set of two IPv4 subnets on a bridge that is their gateway",
    effect: """
      It works until host-local comes to the second subnet: a bridge carries one IPv4 address, so ADD fails from then \
      on. With forceAddress the bridge changes its address, and the pods of the first subnet lose their gateway. So \
      it is in every release. ptp and macvlan can use such a set.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}, {"subnet": "10.2.0.0/24"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/23"}]]}}
      """#,
    facts: [
      "bridge: isGateway and the bridge already has another IPv4 address", "115-second-subnet-of-default-pool",
    ]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isGateway {
      for lease in plan.knownLeases where lease.family == .ipv4 {
        let addresses = lease.bridgeAddresses
        for (choice, address) in zip(lease.choices, addresses) where address != addresses[0] {
          guard let range = choice.pool?.range.value.range else { continue }
          let outcome = plan.outcome(ofSecond: address, instead: addresses[0]).message
          findings.report(
            "addresses of subnet \(choice.network) need gateway \(address) on the bridge, "
              + "which has \(addresses[0]) already",
            at: range,
            notes: [
              .init("the first subnet of the set", at: lease.choices[0].place),
              .init(
                "when host-local comes to this subnet, \(outcome)"
              ),
            ], help: "write one wider subnet, or use ptp")
        }
      }
    }
  }

  static let overlappingIPv6Gateways = Rule(
    "overlapping-ipv6-gateways", .error, "two IPv6 gateways of overlapping subnets on one bridge",
    effect: """
      A bridge carries several IPv6 addresses only where their subnets do not overlap. Otherwise ADD fails; with \
      forceAddress the later one takes the place of the first. So it is in every release.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00::/64", "rangeEnd": "fd00::ff"}],
                   [{"subnet": "fd00::/64", "rangeStart": "fd00::100", "gateway": "fd00::100"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00::/64", "rangeEnd": "fd00::ff"}],
                   [{"subnet": "fd00::/64", "rangeStart": "fd00::100", "gateway": "fd00::1"}]]}}
      """#,
    facts: ["bridge: isGateway and the bridge already has another IPv4 address"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isGateway {
      let choices = plan.knownLeases.filter { $0.family == .ipv6 }.flatMap { lease in
        zip(lease.choices, lease.bridgeAddresses).map { (choice: $0, address: $1, place: lease.place) }
      }
      for (index, later) in choices.enumerated() {
        let earlier = choices[..<index].first { earlier in
          earlier.address != later.address && earlier.address.overlaps(later.address)
            && !earlier.choice.overlaps(later.choice)
        }
        guard let earlier else { continue }
        findings.report(
          "gateway \(later.address) overlaps with gateway \(earlier.address) of the same bridge",
          at: later.choice.pool?.range.value.range ?? later.place,
          notes: [
            .init("the other subnet", at: earlier.choice.place),
            plan.outcome(ofSecond: later.address, instead: earlier.address),
          ], help: "give subnets that overlap the same gateway and prefix length")
      }
    }
  }
}

extension Lease {
  /// What the bridge would carry for each choice: the gateway with the length of the network's prefix. Gateways of the
  /// other family are another rule's.
  fileprivate var bridgeAddresses: [CIDR] {
    choices.map { choice in
      let gateway = choice.gateway.flatMap { $0.family == family ? $0 : nil }
      return gateway.flatMap { CIDR($0, prefix: choice.network.prefix) } ?? choice.network
    }
  }
}

extension Lease.Choice {
  /// Whether host-local refuses the two: then no bridge ever sees their gateways.
  fileprivate func overlaps(_ other: Lease.Choice) -> Bool {
    guard let pool, let rival = other.pool else { return false }
    return pool.addresses.overlaps(rival.addresses)
  }
}

extension AddressPlan {
  /// The key that makes the bridge a gateway, in the words of the author.
  fileprivate var gatewayWord: String { plugin.word(plugin.gatewayKey?.name ?? "isGateway") }

  fileprivate func outcome(ofSecond address: CIDR, instead first: CIDR) -> Diagnostic.Note {
    if plugin.isOn("forceAddress") {
      return .init("the bridge gives up \(first) for it, and who has that gateway loses it")
    }
    let device = plugin.gatewayDevice
    let prefix =
      plugin.accessVLAN == nil ? "failed to set bridge addr" : "failed to set vlan interface for bridge with addr"
    return fails("\(prefix): \"\(device)\" already has an IP address different from \(address)")
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let documentationPrefix = Rule(
    "documentation-prefix", .warning, "a prefix that is kept for documentation",
    effect: """
      It works, but the prefix belongs to examples (RFC 5737, RFC 3849, RFC 9637): other networks filter it, and two \
      sites that copied the same example clash when they are joined.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "203.0.113.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24"}]]}}"#,
    facts: ["098-documentation-prefix-test-net-1"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .documentation(let source) = network.purpose else { continue }
      findings.report(
        "\(network.name(in: plan)) is kept for documentation (\(source))", at: network.range, help: network.privateHelp)
    }
  }

  static let wellKnownPublicPrefix = Rule(
    "well-known-public-prefix", .warning, "a prefix with a well-known public resolver in it",
    effect: """
      The node and the pods look for every address of the prefix on the pod network, so the resolver is out of reach, \
      and a pod may even get its address.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "1.1.1.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24"}]]}}"#,
    facts: ["100-google-dns-ipv4-prefix", "101-cloudflare-dns-prefix"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .wellKnownPublic(let whose) = network.purpose else { continue }
      findings.report(
        "\(network.name(in: plan)) holds \(whose)", at: network.range,
        notes: [.init("ADD succeeds; node and pods look for the resolver on the pod network and do not reach it")],
        help: network.privateHelp)
    }
  }

  static let subnetNotUnicast = Rule(
    "subnet-not-unicast", .error, "a subnet that no host can have an address of",
    effect: """
      From loopback addresses the kernel sends no packet: the pod starts and reaches nothing. Multicast and \
      unspecified addresses it does not take at all, or no route through them, so that ADD fails; in every release.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "127.10.0.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.127.0.0/24"}]]}}"#,
    facts: ["102-loopback-subnet", "103-ipv6-multicast-subnet"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .notUnicast(let what) = network.purpose else { continue }
      let effect =
        what == "loopback"
        ? "ADD succeeds; the kernel sends no packet from such an address, the pod reaches nothing"
        : "ADD fails: the kernel takes no such address on an interface, or no route through it"
      findings.report(
        "\(network.name(in: plan)) \(network.isInside ? "is" : "reaches into") \(what)", at: network.range,
        notes: [.init(effect)], help: network.privateHelp)
    }
  }

  static let subnetReserved = Rule(
    "subnet-reserved", .warning, "a subnet that is reserved, which Linux hosts use and others drop",
    effect: """
      0.0.0.0/8 ("this network") and 240.0.0.0/4 (future use) work between Linux hosts. Routers and other systems \
      drop such packets. Up to plugins 1.1.1 host-local cannot count in 0.0.0.0/8; see subnet-starts-with-zero.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "240.10.0.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.240.0.0/24"}]]}}"#,
    facts: ["104-this-network-subnet"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .reserved(let what) = network.purpose, !plan.losesZero(of: network.cidr) else { continue }
      findings.report(
        "\(network.name(in: plan)) is reserved for \(what)", at: network.range,
        notes: [.init("ADD succeeds and it works between Linux hosts; other systems drop the packets")],
        help: network.privateHelp)
    }
  }

  static let subnetStartsWithZero = Rule(
    "subnet-starts-with-zero", .error, "a subnet whose first byte is 0, with a host-local that loses that byte",
    effect: """
      Up to plugins 1.1.1 host-local drops a leading zero byte when it counts to the next address, and cannot print \
      the result: every ADD fails. From 1.2.0 on it counts correctly.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "0.71.0.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.71.0.0/24"}]]}}"#,
    facts: []
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks where plan.losesZero(of: network.cidr) {
      if case .notUnicast = network.purpose { continue }
      findings.report(
        "host-local of plugins \(plan.ipamRelease) cannot count in \(network.cidr), whose first byte is 0",
        at: network.range, notes: [.init("ADD fails: … invalid IP address")],
        help: "take another subnet, or plugins 1.2.0 or later")
    }
  }

  static let subnetLinkLocal = Rule(
    "subnet-link-local", .warning, "a subnet of the IPv4 link-local addresses",
    effect: """
      It works within the node. Link-local addresses are not to be forwarded (RFC 3927), clouds keep services such as \
      169.254.169.254 there, and hosts that have no DHCP server take them at random. With masquerade each pod leaves \
      its rule behind: DEL passes over link-local addresses (measured with plugins 1.1.1).
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "169.254.10.0/24"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.254.10.0/24"}]]}}"#,
    facts: ["105-link-local-subnet-small"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .linkLocal = network.purpose else { continue }
      findings.report(
        "\(network.name(in: plan)) is link-local, which routers are not to forward (RFC 3927)", at: network.range,
        help: network.privateHelp)
    }
  }

  static let subnetLinkLocalIPv6 = Rule(
    "subnet-link-local-ipv6", .error, "a subnet of the IPv6 link-local addresses",
    effect: """
      The kernel has an address of fe80::/64 on every interface. A bridge that is a gateway refuses to take another \
      one of an overlapping subnet and every ADD fails; elsewhere the pod starts and its packets are never forwarded \
      beyond the link. So it is in every release.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fe80::/64"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:88::/64"}]]}}
      """#,
    facts: ["106-ipv6-link-local-subnet-old"]
  ) { subject, findings in
    for (plan, network) in subject.statedNetworks {
      guard case .linkLocalIPv6 = network.purpose else { continue }
      let clash = plan.isGateway ? plan.gatewayClash(of: network) : nil
      findings.report(
        "\(network.name(in: plan)) is link-local, and the kernel has such addresses on every interface",
        at: network.range,
        notes: [
          clash.map(plan.fails)
            ?? .init("ADD succeeds; packets from such an address are never forwarded beyond the link")
        ], help: network.privateHelp)
    }
  }
}

extension AddressPlan {
  /// Whether host-local of this release loses the first byte of a network's addresses when it counts.
  fileprivate func losesZero(of network: CIDR) -> Bool {
    let firstByte = network.first.value >> UInt128(network.family.bits - 8)
    return isHostLocal && ipamRelease <= "1.1.1" && firstByte == 0
  }

  /// What a bridge says to a gateway beside the kernel's own link-local address; `nil` where the two get along.
  fileprivate func gatewayClash(of network: StatedNetwork) -> String? {
    guard let own = CIDR("fe80::/64"), network.cidr.overlaps(own), let gateway = network.gateway else { return nil }
    let device = plugin.gatewayDevice
    return "failed to set bridge addr: \"\(device)\" already has an IP address different from "
      + "\(gateway)/\(network.cidr.prefix)"
  }
}

import Diagnostics
import NetworkTypes
import Testing

/// Several addresses a container, and what a bridge and its masquerade make of them.
@Suite struct AddressesBridgeTests {
  static let net4b = #"{"subnet": "10.2.0.0/24"}"#
  static let net6b = #"{"subnet": "fd00:2::/64"}"#
  static let low4 = #"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.99"}"#
  static let high4 = #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.100"}"#
  static let low6 = #"{"subnet": "fd00:1::/64", "rangeEnd": "fd00:1::99"}"#
  static let high6 = #"{"subnet": "fd00:1::/64", "rangeStart": "fd00:1::100", "gateway": "fd00:1::100"}"#
  static let masquerade = #""ipMasq": true, "#
  static let nftables = #""ipMasq": true, "ipMasqBackend": "nftables", "#
  static let default4 = Chains.default4
  static let default6 = Chains.default6

  static let gateways: [AddressesCase] = [
    AddressesCase(
      "two IPv4 sets", Chains.bridge(Chains.ranges(Chains.net4, net4b)),
      ["1.9.1": ["two-ipv4-sets-with-gateway /ranges/1"], "0.6.0": ["two-ipv4-sets-with-gateway /ranges/1"]]),
    AddressesCase(
      "two IPv4 sets on a bridge that is no gateway", Chains.plainBridge(Chains.ranges(Chains.net4, net4b)),
      ["1.9.1": []]),
    AddressesCase("two IPv4 sets behind ptp", Chains.ptp(Chains.ranges(Chains.net4, net4b)), ["1.9.1": []]),
    AddressesCase(
      "three IPv4 sets", Chains.bridge(Chains.ranges(Chains.net4, net4b, #"{"subnet": "10.3.0.0/24"}"#)),
      ["1.9.1": ["two-ipv4-sets-with-gateway /ranges/1", "two-ipv4-sets-with-gateway /ranges/2"]]),
    AddressesCase(
      "two IPv4 sets of one subnet", Chains.bridge(Chains.ranges(low4, high4)), ["1.9.1": [], "0.7.6": []]),
    AddressesCase(
      "the old form and a set",
      Chains.bridge(#""type": "host-local", "subnet": "10.1.0.0/24", "ranges": [[\#(net4b)]]"#),
      ["1.9.1": ["subnet-with-ranges /ranges", "two-ipv4-sets-with-gateway /ranges/0"]]),
    AddressesCase("two IPv6 sets", Chains.bridge(Chains.ranges(Chains.net6, net6b)), ["1.9.1": []]),
    AddressesCase(
      "two IPv6 sets of one subnet with two gateways", Chains.bridge(Chains.ranges(low6, high6)),
      ["1.9.1": ["overlapping-ipv6-gateways /ranges/1/0"], "0.7.6": ["overlapping-ipv6-gateways /ranges/1/0"]]),
    AddressesCase(
      "an IPv6 subnet in another one",
      Chains.bridge(
        Chains.ranges(#"{"subnet": "fd00::/48", "rangeEnd": "fd00::99"}"#, #"{"subnet": "fd00:0:0:1::/64"}"#)),
      ["1.9.1": ["overlapping-ipv6-gateways /ranges/1/0"]]),
    AddressesCase(
      "static, two IPv4 subnets",
      Chains.bridge(Chains.addresses(#""address": "10.1.0.5/24""#, #""address": "10.2.0.5/24""#)),
      ["1.9.1": ["two-ipv4-sets-with-gateway /addresses/1"]]),
    AddressesCase(
      "static, one IPv4 subnet",
      Chains.bridge(Chains.addresses(#""address": "10.1.0.5/24""#, #""address": "10.1.0.6/24""#)), ["1.9.1": []]),
    AddressesCase(
      "static, one IPv4 subnet of two lengths",
      Chains.bridge(Chains.addresses(#""address": "10.1.0.5/24""#, #""address": "10.1.0.6/25""#)),
      ["1.9.1": ["two-ipv4-sets-with-gateway /addresses/1"]]),
    AddressesCase(
      "a set of two subnets", Chains.bridge(Chains.ranges("\(Chains.net4), \(net4b)")),
      ["1.9.1": ["two-subnets-in-set-with-gateway /ranges/0/1"]]),
    AddressesCase(
      "a set of two subnets beside a set that is wrong",
      Chains.bridge(Chains.ranges("\(Chains.net4), \(net4b)", #"{"subnet": "fd00:1::1/64"}"#)),
      ["1.9.1": ["host-bits-set /ranges/1/0/subnet", "two-subnets-in-set-with-gateway /ranges/0/1"]]),
    AddressesCase("a set of two ranges of a subnet", Chains.bridge(Chains.ranges("\(low4), \(high4)")), ["1.9.1": []]),
    AddressesCase("a set of two IPv6 subnets", Chains.bridge(Chains.ranges("\(Chains.net6), \(net6b)")), ["1.9.1": []]),
    AddressesCase(
      "a set of two subnets behind ptp", Chains.ptp(Chains.ranges("\(Chains.net4), \(net4b)")), ["1.9.1": []]),
  ]

  @Test(arguments: gateways) func gatewaysAreJudged(_ row: AddressesCase) throws { try row.check() }

  static let shared = ["two-sets-of-one-family-with-masquerade /ranges/1"]

  static let masquerades: [AddressesCase] = [
    AddressesCase(
      "a bridge, two IPv6 sets", Chains.bridge(Chains.ranges(Chains.net6, net6b, routes: default6), masquerade),
      ["1.9.1": shared, "1.5.1": shared, "0.8.7": shared, "0.7.6": shared, "0.6.0": shared]),
    AddressesCase(
      "a bridge that is no gateway, two IPv4 sets",
      Chains.plainBridge(Chains.ranges(Chains.net4, net4b, routes: default4), masquerade),
      ["1.9.1": shared, "0.6.0": shared]),
    AddressesCase(
      "a bridge, two IPv4 sets: ADD fails already",
      Chains.bridge(Chains.ranges(Chains.net4, net4b, routes: default4), masquerade),
      ["1.9.1": ["two-ipv4-sets-with-gateway /ranges/1"]]),
    AddressesCase(
      "a bridge, two IPv4 sets of one subnet",
      Chains.bridge(Chains.ranges(low4, high4, routes: default4), masquerade), ["1.9.1": shared]),
    AddressesCase(
      "ptp, two IPv4 sets", Chains.ptp(Chains.ranges(Chains.net4, net4b, routes: default4), masquerade),
      ["1.9.1": shared, "1.6.0": shared, "1.5.1": [], "0.8.7": [], "0.7.0": [], "0.6.0": shared]),
    AddressesCase(
      "both families", Chains.bridge(Chains.ranges(Chains.net4, net6b, routes: default4, default6), masquerade),
      ["1.9.1": []]),
    AddressesCase(
      "the nftables backend", Chains.bridge(Chains.ranges(Chains.net6, net6b, routes: default6), nftables),
      ["1.9.1": [], "1.6.0": [], "1.5.1": shared]),
    AddressesCase(
      "no masquerade", Chains.bridge(Chains.ranges(Chains.net6, net6b, routes: default6), #""ipMasq": false, "#),
      ["1.9.1": []]),
  ]

  @Test(arguments: masquerades) func masqueradeIsJudged(_ row: AddressesCase) throws { try row.check() }

  @Test func theTextOfTheNodeIsQuoted() throws {
    let two = Chains.ranges(Chains.net4, Self.net4b)
    let refusal = "already has an IP address different from 10.2.0.1/24"
    #expect(
      try AddressesRun(Chains.bridge(two)).notes.contains {
        $0.hasSuffix("failed to set bridge addr: \"br0\" \(refusal)")
      })
    let onVLAN = try AddressesRun(Chains.bridge(two, #""vlan": 7, "#)).notes
    #expect(onVLAN.contains { $0.hasSuffix("failed to set vlan interface for bridge with addr: \"br0.7\" \(refusal)") })
    let forced = try AddressesRun(Chains.bridge(two, #""forceAddress": true, "#)).notes
    #expect(forced.contains { $0.contains("gives up 10.1.0.1/24") && !$0.contains("ADD fails") })
  }
}

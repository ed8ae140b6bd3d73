import Diagnostics
import NetworkTypes
import Testing

/// Gateways. What is due is what the plugins of the release did when they were run.
@Suite struct AddressesGatewayTests {
  static let foreign4 = #"{"subnet": "10.1.0.0/24", "gateway": "169.254.1.1"}"#
  static let foreign6 = #"{"subnet": "fd00:1::/64", "gateway": "fd00::1"}"#
  static let linkLocal = #"{"subnet": "fd00:1::/64", "gateway": "fe80::1"}"#
  static let other4 = #"{"subnet": "10.1.0.0/24", "gateway": "fd00::1"}"#
  static let other6 = #"{"subnet": "fd00:1::/64", "gateway": "10.1.0.1"}"#
  static let broadcast = #"{"subnet": "10.1.0.0/24", "gateway": "10.1.0.255"}"#

  static let outside = ["gateway-outside-subnet /ranges/0/0/gateway"]
  static let mismatch = ["gateway-family-mismatch /ranges/0/0/gateway"]
  static let isBroadcast = ["gateway-is-broadcast /ranges/0/0/gateway"]

  static let rows: [AddressesCase] = [
    AddressesCase(
      "ptp, outside, a default route", Chains.ptp(Chains.ranges(foreign4, routes: Chains.default4)),
      ["1.9.1": outside, "0.8.0": outside, "0.7.6": outside]),
    AddressesCase(
      "ptp, outside, no route: it works", Chains.ptp(Chains.ranges(foreign4)),
      ["1.9.1": [], "0.9.1": [], "0.8.0": [], "0.7.6": outside]),
    AddressesCase(
      "macvlan, outside, nothing uses it", Chains.macvlan(Chains.ranges(foreign4)), ["1.9.1": [], "0.7.6": outside]),
    AddressesCase(
      "macvlan, outside, a route of the other family uses it not",
      Chains.macvlan(Chains.ranges(foreign4, Chains.net6, routes: Chains.default6)), ["1.9.1": []]),
    AddressesCase(
      "macvlan, outside, a route with a gateway of its own",
      Chains.macvlan(Chains.ranges(foreign4, routes: #""dst": "0.0.0.0/0", "gw": "10.1.0.1""#)), ["1.9.1": []]),
    AddressesCase("bridge, outside, no route", Chains.bridge(Chains.ranges(foreign4)), ["1.9.1": outside]),
    AddressesCase(
      "bridge that is no gateway, outside, no route", Chains.plainBridge(Chains.ranges(foreign4)), ["1.9.1": []]),
    AddressesCase(
      "bridge that adds a default route",
      Chains.plainBridge(Chains.ranges(foreign4), #""isDefaultGateway": true, "#), ["1.9.1": outside]),
    AddressesCase(
      "ptp, IPv6 outside, a default route", Chains.ptp(Chains.ranges(foreign6, routes: Chains.default6)),
      ["1.9.1": outside, "0.9.1": outside]),
    AddressesCase(
      "ptp, link-local, a default route: it works", Chains.ptp(Chains.ranges(linkLocal, routes: Chains.default6)),
      ["1.9.1": [], "0.9.1": [], "0.8.0": [], "0.7.6": outside]),
    AddressesCase(
      "macvlan, link-local, a default route: it works",
      Chains.macvlan(Chains.ranges(linkLocal, routes: Chains.default6)), ["1.9.1": [], "0.7.6": outside]),
    AddressesCase(
      "bridge, link-local: the kernel has one of its own",
      Chains.bridge(Chains.ranges(linkLocal, routes: Chains.default6)), ["1.9.1": outside, "0.9.1": outside]),
    AddressesCase(
      "macvlan, the gateway of one address on the link of the other",
      Chains.macvlan(
        Chains.ranges(Chains.net4, #"{"subnet": "10.2.0.0/24", "gateway": "10.1.0.1"}"#, routes: Chains.default4)),
      ["1.9.1": [], "0.7.6": ["gateway-outside-subnet /ranges/1/0/gateway"]]),
    AddressesCase(
      "static, outside, a default route",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.2/24", "gateway": "10.2.0.1""#, routes: Chains.default4)),
      [
        "1.9.1": ["gateway-outside-subnet /addresses/0/gateway"],
        "0.8.0": ["gateway-outside-subnet /addresses/0/gateway"],
      ]),
    AddressesCase(
      "static, outside, no route",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.2/24", "gateway": "10.2.0.1""#)), ["1.9.1": []]),
    AddressesCase(
      "an IPv6 gateway for IPv4", Chains.macvlan(Chains.ranges(other4, routes: Chains.default4)),
      ["1.9.1": mismatch, "0.7.6": mismatch]),
    AddressesCase(
      "an IPv4 gateway for IPv6", Chains.bridge(Chains.ranges(other6)), ["1.9.1": mismatch, "0.6.0": mismatch]),
    AddressesCase(
      "static, of the other family",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.2/24", "gateway": "fd00::1""#)),
      ["1.9.1": ["gateway-family-mismatch /addresses/0/gateway"]]),
    AddressesCase(
      "the broadcast address", Chains.bridge(Chains.ranges(broadcast, routes: Chains.default4)),
      ["1.9.1": isBroadcast, "0.7.6": isBroadcast]),
    AddressesCase("the broadcast address, no route", Chains.ptp(Chains.ranges(broadcast)), ["1.9.1": isBroadcast]),
    AddressesCase(
      "the last address of an IPv6 subnet is none",
      Chains.ptp(Chains.ranges(#"{"subnet": "fd00:1::/120", "gateway": "fd00:1::ff"}"#)), ["1.9.1": []]),
    AddressesCase(
      "the last address of a /31 is none",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.0/31", "gateway": "10.1.0.1""#)), ["1.9.1": []]),
    AddressesCase(
      "the broadcast address as gateway of a route",
      Chains.bridge(Chains.ranges(Chains.net4, routes: #""dst": "10.9.0.0/16", "gw": "10.1.0.255""#)),
      ["1.9.1": ["gateway-is-broadcast /routes/0/gw"], "0.7.6": ["gateway-is-broadcast /routes/0/gw"]]),
    AddressesCase(
      "the network address", Chains.bridge(Chains.ranges(#"{"subnet": "10.1.0.0/24", "gateway": "10.1.0.0"}"#)),
      ["1.9.1": ["gateway-is-network-address /ranges/0/0/gateway"]]),
    AddressesCase(
      "the first address of a /31 is none",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.1/31", "gateway": "10.1.0.0""#)), ["1.9.1": []]),
    AddressesCase(
      "ptp and a static address without gateway",
      Chains.ptp(Chains.addresses(#""address": "10.1.0.2/24""#, #""address": "fd00:1::2/64", "gateway": """#)),
      [
        "1.9.1": ["ptp-address-without-gateway /addresses/0", "ptp-address-without-gateway /addresses/1"],
        "0.8.0": ["ptp-address-without-gateway /addresses/0", "ptp-address-without-gateway /addresses/1"],
      ]),
    AddressesCase(
      "a bridge works out the gateway of a static address",
      Chains.bridge(Chains.addresses(#""address": "10.1.0.2/24""#, routes: Chains.default4)), ["1.9.1": []]),
  ]

  @Test(arguments: rows) func gatewaysAreJudged(_ row: AddressesCase) throws { try row.check() }

  /// The texts that plugins of the releases gave.
  @Test(
    arguments: [
      (
        Chains.ptp(Chains.ranges(foreign4, routes: Chains.default4)), "1.9.1",
        Chains.refused("{0.0.0.0 00000000} via 169.254.1.1", "network is unreachable")
      ),
      (
        Chains.ptp(Chains.ranges(foreign4, routes: Chains.default4)), "1.5.1",
        "failed to add route '{0.0.0.0 00000000} via 169.254.1.1 dev eth0': network is unreachable"
      ),
      (
        Chains.ptp(Chains.ranges(foreign4, routes: Chains.default4)), "0.7.6",
        "invalid range set 0: gateway 169.254.1.1 not in network 10.1.0.0/24"
      ),
      (
        Chains.ptp(Chains.ranges(foreign6, routes: Chains.default6)), "0.9.1",
        "failed to add route '{:: 00000000000000000000000000000000} via fd00::1 dev eth0': no route to host"
      ),
      (
        Chains.plainBridge(Chains.ranges(foreign4), #""isDefaultGateway": true, "#), "1.5.1",
        Chains.refused("{0.0.0.0 00000000000000000000ffff00000000} via 169.254.1.1", "network is unreachable", nil)
      ),
      (
        Chains.bridge(Chains.ranges(linkLocal)), "1.9.1",
        "failed to set bridge addr: \"br0\" already has an IP address different from fe80::1/64"
      ),
      (
        Chains.bridge(Chains.ranges(broadcast, routes: Chains.default4)), "0.9.1",
        "failed to add route '{0.0.0.0 00000000} via 10.1.0.255 dev eth0': invalid argument"
      ),
      (
        Chains.bridge(Chains.ranges(other6)), "0.7.6",
        "invalid range set 0: gateway 10.1.0.1 not in network fd00:1::/64"
      ),
    ] as [(String, Version, String)])
  func theTextOfTheNodeIsQuoted(_ text: String, _ release: Version, _ quoted: String) throws {
    let notes = try AddressesRun(text, release).notes
    #expect(notes.contains { $0.hasPrefix("ADD fails: ") && $0.hasSuffix(quoted) }, "\(notes)")
  }
}

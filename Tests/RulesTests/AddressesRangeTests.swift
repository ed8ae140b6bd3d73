import Diagnostics
import NetworkTypes
import Testing

/// Ranges and sets. What is due is what host-local of the release did when it was run.
@Suite struct AddressesRangeTests {
  static func ptp(_ range: String) -> String { Chains.ptp(Chains.ranges(range)) }

  static let ends: [AddressesCase] = [
    AddressesCase(
      "the first and the last address of the subnet are inside",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.1", "rangeEnd": "10.1.0.254"}"#),
      ["1.9.1": [], "0.7.6": [], "0.6.0": []]),
    AddressesCase(
      "start and end of one address",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.9", "rangeEnd": "10.1.0.9"}"#),
      ["1.9.1": []]),
    AddressesCase(
      "start behind end", ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.9", "rangeEnd": "10.1.0.8"}"#),
      [
        "1.9.1": ["range-start-after-end /ranges/0/0/rangeStart"],
        "0.6.0": ["range-start-after-end /ranges/0/0/rangeStart"],
      ]),
    AddressesCase(
      "an end before the start that is filled in", ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.0"}"#),
      [
        "1.9.1": ["range-start-after-end /ranges/0/0/rangeEnd"],
        "0.7.6": ["range-start-after-end /ranges/0/0/rangeEnd"],
      ]),
    AddressesCase(
      "both ends outside", ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.0.255.255", "rangeEnd": "10.1.1.0"}"#),
      ["1.9.1": ["range-outside-subnet /ranges/0/0/rangeStart", "range-outside-subnet /ranges/0/0/rangeEnd"]]),
    AddressesCase(
      "an end of the other family", ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "fd00::1"}"#),
      ["1.9.1": ["range-outside-subnet /ranges/0/0/rangeStart"]]),
    AddressesCase(
      "empty texts count as absent",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "", "rangeEnd": "", "gateway": ""}"#),
      ["1.9.1": [], "0.7.6": []]),
    AddressesCase(
      "IPv4-mapped addresses are IPv4 ones",
      ptp(#"{"subnet": "10.1.0.0/24", "gateway": "::ffff:10.1.0.1", "rangeStart": "::ffff:10.1.0.10"}"#),
      ["1.9.1": [], "0.7.6": []]),
    AddressesCase(
      "the broadcast address as end", ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.255"}"#),
      ["1.9.1": ["reserved-address-as-range-end /ranges/0/0/rangeEnd"]]),
    AddressesCase(
      "the last IPv6 address as end", ptp(#"{"subnet": "fd00::/120", "rangeEnd": "fd00::ff"}"#), ["1.9.1": []]),
    AddressesCase(
      "the broadcast address as start and end",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.255", "rangeEnd": "10.1.0.255"}"#),
      ["1.9.1": ["reserved-address-as-range-end /ranges/0/0/rangeEnd"]]),
    AddressesCase(
      "the broadcast address as start", ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.255"}"#),
      ["1.9.1": ["range-starts-at-broadcast /ranges/0/0/rangeStart"]]),
    AddressesCase(
      "the last IPv6 address as start", ptp(#"{"subnet": "fd00::/120", "rangeStart": "fd00::ff"}"#), ["1.9.1": []]),
    AddressesCase(
      "the network address as start", ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.0"}"#),
      ["1.9.1": ["reserved-address-as-range-start /ranges/0/0/rangeStart"]]),
    AddressesCase(
      "the network address as start and gateway, where it is skipped",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.0", "gateway": "10.1.0.0"}"#),
      ["1.9.1": ["gateway-is-network-address /ranges/0/0/gateway"]]),
    AddressesCase(
      "the anycast address as start behind ptp, whose pods get by",
      ptp(#"{"subnet": "fd00:1::/64", "rangeStart": "fd00:1::"}"#),
      ["1.9.1": ["reserved-address-as-range-start /ranges/0/0/rangeStart"]]),
    AddressesCase(
      "the anycast address as start behind a bridge that has it too",
      Chains.bridge(Chains.ranges(#"{"subnet": "fd00:1::/64", "rangeStart": "fd00:1::"}"#)),
      ["1.9.1": ["range-start-is-anycast /ranges/0/0/rangeStart"]]),
    AddressesCase(
      "the anycast address as start behind a bridge that is no gateway",
      Chains.plainBridge(Chains.ranges(#"{"subnet": "fd00:1::/64", "rangeStart": "fd00:1::"}"#)),
      ["1.9.1": ["reserved-address-as-range-start /ranges/0/0/rangeStart"]]),
  ]

  @Test(arguments: ends) func theEndsOfRanges(_ row: AddressesCase) throws { try row.check() }

  static let sizes: [AddressesCase] = [
    AddressesCase("/30", ptp(#"{"subnet": "10.1.0.0/30"}"#), ["1.9.1": []]),
    AddressesCase("/31", ptp(#"{"subnet": "10.1.0.0/31"}"#), ["1.9.1": ["subnet-too-small /ranges/0/0/subnet"]]),
    AddressesCase("/126", ptp(#"{"subnet": "fd00::/126"}"#), ["1.9.1": []]),
    AddressesCase("/127", ptp(#"{"subnet": "fd00::/127"}"#), ["0.6.0": ["subnet-too-small /ranges/0/0/subnet"]]),
    AddressesCase(
      "too small speaks before host bits do", ptp(#"{"subnet": "10.1.0.77/31"}"#),
      ["1.9.1": ["subnet-too-small /ranges/0/0/subnet"], "0.7.6": ["subnet-too-small /ranges/0/0/subnet"]]),
    AddressesCase(
      "host bits", ptp(#"{"subnet": "10.1.0.77/24"}"#),
      [
        "1.9.1": ["host-bits-set /ranges/0/0/subnet"], "0.8.0": ["host-bits-set /ranges/0/0/subnet"],
        "0.7.6": ["host-bits-shift-range /ranges/0/0/subnet"], "0.6.0": ["host-bits-shift-range /ranges/0/0/subnet"],
      ]),
    AddressesCase(
      "host bits that shift nothing",
      ptp(#"{"subnet": "10.1.0.77/24", "rangeStart": "10.1.0.9", "gateway": "10.1.0.1"}"#),
      ["0.8.0": ["host-bits-set /ranges/0/0/subnet"], "0.7.6": []]),
    AddressesCase(
      "host bits that shift the start alone", ptp(#"{"subnet": "10.1.0.77/24", "gateway": "10.1.0.1"}"#),
      ["0.7.6": ["host-bits-shift-range /ranges/0/0/subnet"]]),
    AddressesCase(
      "room for the gateway alone", ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.1"}"#),
      ["1.9.1": ["range-holds-only-gateway /ranges/0/0"], "0.7.6": ["range-holds-only-gateway /ranges/0/0"]]),
    AddressesCase(
      "room for the gateway and a pod", ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.2"}"#), ["1.9.1": []]),
    AddressesCase(
      "room for a gateway that lies elsewhere",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.1", "gateway": "10.1.0.254"}"#), ["1.9.1": []]),
    AddressesCase(
      "the gateway alone, and another range in the set",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.1"}, {"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.9"}"#),
      ["1.9.1": []]),
    AddressesCase(
      "the gateway alone in all ranges of the set",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.1"}, {"subnet": "10.2.0.0/24", "rangeEnd": "10.2.0.1"}"#),
      ["1.9.1": ["range-holds-only-gateway /ranges/0/0", "range-holds-only-gateway /ranges/0/1"]]),
  ]

  @Test(arguments: sizes) func theSizesOfRanges(_ row: AddressesCase) throws { try row.check() }

  static let sets: [AddressesCase] = [
    AddressesCase("no ranges at all", Chains.ptp(#""type": "host-local""#), ["1.9.1": ["no-ranges "]]),
    AddressesCase("null ranges", Chains.ptp(#""type": "host-local", "ranges": null"#), ["1.9.1": ["no-ranges "]]),
    AddressesCase(
      "empty ranges", Chains.ptp(#""type": "host-local", "ranges": []"#), ["1.9.1": ["no-ranges /ranges"]]),
    AddressesCase(
      "empty ranges beside a subnet", Chains.ptp(#""type": "host-local", "subnet": "10.1.0.0/24", "ranges": []"#),
      ["1.9.1": []]),
    AddressesCase(
      "ranges that the runtime brings", Chains.ptp(#""type": "host-local""#, #""capabilities": {"ipRanges": true}, "#),
      ["1.9.1": [], "0.7.0": [], "0.6.0": ["no-ranges "]]),
    AddressesCase(
      "a set that is empty or null", Chains.ptp(#""type": "host-local", "ranges": [[\#(Chains.net4)], [], null]"#),
      ["1.9.1": ["empty-range-set /ranges/1", "empty-range-set /ranges/2"]]),
    AddressesCase(
      "both families in a set", ptp("\(Chains.net4), \(Chains.net6), {\"subnet\": \"fd00:2::/64\"}"),
      ["1.9.1": ["mixed-families-in-set /ranges/0/1", "mixed-families-in-set /ranges/0/2"]]),
    AddressesCase(
      "neighbours in a set", ptp(#"{"subnet": "10.1.0.0/25"}, {"subnet": "10.1.0.128/25"}"#), ["1.9.1": []]),
    AddressesCase(
      "one address in two ranges of a set",
      ptp(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.9"}, {"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.9"}"#),
      ["1.9.1": ["range-overlap /ranges/0/1"], "0.6.0": ["range-overlap /ranges/0/1"]]),
    AddressesCase(
      "a subnet inside of another one, ranges apart",
      ptp(#"{"subnet": "10.1.0.0/16", "rangeEnd": "10.1.3.255"}, {"subnet": "10.1.4.0/24"}"#), ["1.9.1": []]),
    AddressesCase(
      "three sets of which the last meets the first",
      Chains.ptp(Chains.ranges(Chains.net4, Chains.net6, #"{"subnet": "10.1.0.0/16"}"#)),
      ["1.9.1": ["range-overlap /ranges/2/0"]]),
    AddressesCase(
      "a subnet that stands behind the ranges it meets",
      Chains.ptp(#""type": "host-local", "ranges": [[\#(Chains.net4)]], "subnet": "10.1.0.0/24""#),
      ["1.9.1": ["range-overlap /subnet", "subnet-with-ranges /ranges"]]),
    AddressesCase(
      "a subnet before the ranges it meets",
      Chains.ptp(#""type": "host-local", "subnet": "10.1.0.0/24", "ranges": [[\#(Chains.net4)]]"#),
      ["1.9.1": ["range-overlap /ranges/0/0", "subnet-with-ranges /ranges"]]),
    AddressesCase(
      "a subnet of one family beside ranges of the other",
      Chains.ptp(#""type": "host-local", "subnet": "10.1.0.0/24", "ranges": [[\#(Chains.net6)]]"#), ["1.9.1": []]),
    AddressesCase(
      "a gateway that another range hands out",
      Chains.macvlan(
        Chains.ranges(
          #"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.9", "gateway": "10.1.0.99"}"#,
          #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.50", "rangeEnd": "10.1.0.99", "gateway": "10.1.0.254"}"#)),
      ["1.9.1": ["gateway-in-other-range /ranges/0/0/gateway"]]),
    AddressesCase(
      "a gateway that both ranges have",
      Chains.macvlan(
        Chains.ranges(
          #"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.9", "gateway": "10.1.0.99"}"#,
          #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.50", "rangeEnd": "10.1.0.99", "gateway": "10.1.0.99"}"#)),
      ["1.9.1": []]),
    AddressesCase(
      "static without addresses", Chains.macvlan(#""type": "static""#),
      ["1.9.1": ["no-addresses "], "0.8.0": ["no-addresses "]]),
    AddressesCase("no static before 0.8.0", Chains.macvlan(#""type": "static""#), ["0.7.6": []]),
    AddressesCase(
      "static with addresses from the runtime",
      Chains.macvlan(#""type": "static""#, #""capabilities": {"ips": true}, "#),
      ["1.9.1": [], "0.8.2": [], "0.8.1": ["no-addresses "]]),
    AddressesCase(
      "static with addresses in args",
      Chains.macvlan(#""type": "static""#, #""args": {"cni": {"ips": ["10.1.0.2/24"]}}, "#),
      ["1.9.1": []]),
  ]

  @Test(arguments: sets) func theShapeOfSets(_ row: AddressesCase) throws { try row.check() }

  @Test func numbersOfSetsAreThoseOfTheOldFormFirst() throws {
    let run = try AddressesRun(
      Chains.macvlan(#""type": "host-local", "subnet": "10.1.0.0/24", "ranges": [[{"subnet": "10.2.0.9/24"}], []]"#))
    #expect(run.notes.contains { $0.contains("invalid range set 1: Network has host bits set") })
    #expect(run.notes.contains { $0.contains("invalid range set 2: empty range set") })
  }
}

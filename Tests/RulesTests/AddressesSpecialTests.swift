import Diagnostics
import NetworkTypes
import Testing

/// Networks that are set aside.
@Suite struct AddressesSpecialTests {
  static func bridge(_ subnet: String) -> String { Chains.bridge(Chains.ranges(#"{"subnet": "\#(subnet)"}"#)) }

  static func due(_ rule: String) -> [String] { ["\(rule) /ranges/0/0/subnet"] }

  static let rows: [AddressesCase] = [
    AddressesCase("private", bridge("10.1.0.0/24"), ["1.9.1": []]),
    AddressesCase("shared by carriers", bridge("100.64.0.0/24"), ["1.9.1": []]),
    AddressesCase("unique local", bridge("fd00:1::/64"), ["1.9.1": []]),
    AddressesCase("documentation", bridge("2001:db8:1::/64"), ["1.9.1": due("documentation-prefix")]),
    AddressesCase("a resolver's", bridge("9.9.9.0/24"), ["1.9.1": due("well-known-public-prefix")]),
    AddressesCase("around a resolver", bridge("8.0.0.0/8"), ["1.9.1": due("well-known-public-prefix")]),
    AddressesCase(
      "loopback", bridge("127.1.0.0/24"), ["1.9.1": due("subnet-not-unicast"), "0.6.0": due("subnet-not-unicast")]),
    AddressesCase("IPv4 multicast", bridge("224.1.0.0/24"), ["1.9.1": due("subnet-not-unicast")]),
    AddressesCase(
      "around IPv6 loopback", bridge("::/64"),
      ["1.9.1": due("subnet-not-unicast"), "1.1.1": due("subnet-not-unicast")]),
    AddressesCase(
      "for future use", bridge("240.1.0.0/24"), ["1.9.1": due("subnet-reserved"), "0.7.6": due("subnet-reserved")]),
    AddressesCase(
      "this network", bridge("0.1.0.0/24"),
      [
        "1.9.1": due("subnet-reserved"), "1.2.0": due("subnet-reserved"), "1.1.1": due("subnet-starts-with-zero"),
        "0.6.0": due("subnet-starts-with-zero"),
      ]),
    AddressesCase("IPv6 with a zero byte", bridge("0:1::/64"), ["1.9.1": [], "1.1.1": due("subnet-starts-with-zero")]),
    AddressesCase(
      "IPv6 from the second byte on", bridge("64:ff9b::/96"), ["1.1.1": due("subnet-starts-with-zero"), "1.2.0": []]),
    AddressesCase("IPv6 without", bridge("100::/64"), ["1.1.1": []]),
    AddressesCase("IPv4 link-local", bridge("169.254.7.0/24"), ["1.9.1": due("subnet-link-local")]),
    AddressesCase(
      "IPv6 link-local", bridge("fe80::/64"),
      ["1.9.1": due("subnet-link-local-ipv6"), "0.7.6": due("subnet-link-local-ipv6")]),
    AddressesCase("IPv6 link-local, another one", bridge("fe80:1::/64"), ["1.9.1": due("subnet-link-local-ipv6")]),
    AddressesCase(
      "static", Chains.macvlan(Chains.addresses(#""address": "192.0.2.7/24""#)),
      ["1.9.1": ["documentation-prefix /addresses/0/address"]]),
    AddressesCase(
      "static does not count", Chains.macvlan(Chains.addresses(#""address": "0.1.0.2/24""#)),
      ["1.1.1": ["subnet-reserved /addresses/0/address"]]),
  ]

  @Test(arguments: rows) func networksAreJudged(_ row: AddressesCase) throws { try row.check() }

  @Test func aBridgeRefusesTheKernelsOwnSubnetOnly() throws {
    let refusal = "failed to set bridge addr: \"br0\" already has an IP address different from fe80::1/64"
    #expect(try AddressesRun(Self.bridge("fe80::/64")).notes.contains { $0.hasSuffix(refusal) })
    #expect(try AddressesRun(Self.bridge("fe80:1::/64")).notes.allSatisfy { $0.hasPrefix("ADD succeeds") })
    let behindPtp = Chains.ptp(Chains.ranges(#"{"subnet": "fe80::/64"}"#))
    #expect(try AddressesRun(behindPtp).notes.allSatisfy { $0.hasPrefix("ADD succeeds") })
  }

  @Test func aPartIsSaidToBeAPart() throws {
    #expect(try AddressesRun(Self.bridge("::/64")).run.diagnostics.first?.message.contains("reaches into") == true)
    #expect(
      try AddressesRun(Self.bridge("127.1.0.0/24")).run.diagnostics.first?.message == "subnet 127.1.0.0/24 is loopback")
  }
}

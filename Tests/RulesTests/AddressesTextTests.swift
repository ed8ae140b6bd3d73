import CNIModel
import Diagnostics
import NetworkTypes
import Testing

/// Texts that are no addresses, and what is said of them.
@Suite struct AddressesTextTests {
  static let rows: [AddressesCase] = [
    AddressesCase(
      "every key of a range",
      Chains.ptp(
        Chains.ranges(#"{"subnet": "10.1.0.0", "rangeStart": "a", "rangeEnd": "1", "gateway": "10.1.0.1/24"}"#)),
      [
        "1.9.1": [
          "invalid-address /ranges/0/0/gateway", "invalid-address /ranges/0/0/rangeEnd",
          "invalid-address /ranges/0/0/rangeStart", "invalid-address /ranges/0/0/subnet",
        ]
      ]),
    AddressesCase(
      "the old form", Chains.ptp(#""type": "host-local", "subnet": "10.1.0.0/33", "gateway": "10.1.0""#),
      ["1.9.1": ["invalid-address /gateway", "invalid-address /subnet"]]),
    AddressesCase(
      "the old form is decoded without a subnet too",
      Chains.ptp(#""type": "host-local", "rangeStart": "x", "ranges": [[\#(Chains.net4)]]"#),
      ["1.9.1": ["invalid-address /rangeStart"]]),
    AddressesCase(
      "a null subnet in the old form",
      Chains.ptp(#""type": "host-local", "subnet": null, "ranges": [[\#(Chains.net4)]]"#),
      ["1.9.1": ["invalid-address /subnet"]]),
    AddressesCase(
      "a null gateway", Chains.ptp(Chains.ranges(#"{"subnet": "10.1.0.0/24", "gateway": null}"#)), ["1.9.1": []]),
    AddressesCase(
      "an empty subnet", Chains.ptp(Chains.ranges(#"{"subnet": ""}"#)),
      ["1.9.1": ["invalid-address /ranges/0/0/subnet"]]),
    AddressesCase(
      "an IPv4-mapped subnet", Chains.ptp(Chains.ranges(#"{"subnet": "::ffff:10.1.0.0/120"}"#)),
      ["1.9.1": ["invalid-address /ranges/0/0/subnet"], "0.7.6": ["invalid-address /ranges/0/0/subnet"]]),
    AddressesCase(
      "an IPv4-mapped static address",
      Chains.macvlan(Chains.addresses(#""address": "::ffff:10.1.0.9/120", "gateway": "10.1.0.1""#)),
      ["1.9.1": []]),
    AddressesCase(
      "static", Chains.macvlan(Chains.addresses(#""address": "10.1.0.2", "gateway": "10.1.0.1/24""#)),
      ["1.9.1": ["invalid-address /addresses/0/address", "invalid-address /addresses/0/gateway"], "0.7.6": []]),
    AddressesCase(
      "the gateway of a route",
      Chains.ptp(Chains.ranges(Chains.net4, routes: #""dst": "10.9.0.0/16", "gw": "10.1.0""#)),
      ["1.9.1": ["invalid-address /routes/0/gw"]]),
    AddressesCase(
      "a prefix length with leading zeros is taken", Chains.ptp(Chains.ranges(#"{"subnet": "10.1.0.0/024"}"#)),
      ["1.9.1": []]),
    AddressesCase(
      "a template's hole", Chains.ptp(Chains.ranges(#"{"subnet": "{{.PodCIDR}}"}"#, routes: Chains.default4)),
      ["1.9.1": []]),
    AddressesCase(
      "a number is another rule's", Chains.ptp(Chains.ranges(#"{"subnet": 10, "gateway": 1}"#)), ["1.9.1": []]),
    AddressesCase(
      "an unknown plugin rewrites what it likes",
      #"{"type": "calico", "ipam": {"type": "host-local", "subnet": "usePodCidr"}}"#, ["1.9.1": []]),
    AddressesCase(
      "an unknown IPAM plugin has keys of its own",
      Chains.macvlan(
        #""type": "whereabouts", "range": "10.1.0.0", "gateway": "x", "ranges": [], "routes": [{"dst": "x"}]"#),
      ["1.9.1": []]),
    AddressesCase(
      "dhcp has no routes", Chains.macvlan(#""type": "dhcp", "routes": [{"dst": "x", "gw": "y"}]"#), ["1.9.1": []]),
  ]

  @Test(arguments: rows) func textsAreRead(_ row: AddressesCase) throws { try row.check() }

  @Test(
    arguments: [
      (
        "10.1.0.0/255.255.255.0", "subnet 10.1.0.0/255.255.255.0 has a netmask, and a prefix length is wanted",
        "write 10.1.0.0/24"
      ),
      ("10.1.0.0/255.255.0.255", "subnet 10.1.0.0/255.255.0.255 is no network such as 10.88.0.0/16", nil),
      ("010.01.0.0/24", "subnet 010.01.0.0/24 has an octet with a leading zero", "write 10.1.0.0/24"),
      (" 10.1.0.0/24", "subnet  10.1.0.0/24 has white space around it", "write 10.1.0.0/24"),
      ("10.1.0.0", "subnet 10.1.0.0 has no prefix length", "add the length of the prefix, such as 10.1.0.0/24"),
      ("fd00::", "subnet fd00:: has no prefix length", "add the length of the prefix, such as fd00::/64"),
      ("fe80::%eth0/64", "subnet fe80::%eth0/64 has a zone, and no zone is read here", "write fe80::/64"),
      ("10.1.0.256/24", "subnet 10.1.0.256/24 is no network such as 10.88.0.0/16", nil),
      ("", "subnet an empty text is no network such as 10.88.0.0/16", nil),
      ("::ffff:10.1.0.0/120", "subnet ::ffff:10.1.0.0/120 is an IPv4 network in IPv6 notation", "write 10.1.0.0/24"),
    ] as [(String, String, String?)])
  func subnetsAreMended(_ text: String, _ message: String, _ help: String?) throws {
    let run = try ListRun(
      Chains.ptp(Chains.ranges(#"{"subnet": "\#(text)"}"#)), rules: ["invalid-address"])
    #expect(run.findings(of: "invalid-address").map(\.message) == [message])
    #expect(run.findings(of: "invalid-address").map(\.help) == [help])
  }

  @Test(
    arguments: [
      ("10.1.0.1/24", "gateway 10.1.0.1/24 has a prefix length, and an address alone is wanted", "write 10.1.0.1"),
      ("10.1.0.01", "gateway 10.1.0.01 has an octet with a leading zero", "write 10.1.0.1"),
      ("router", "gateway router is no IP address", nil),
      ("10.1.0", "gateway 10.1.0 is no IP address", nil),
    ] as [(String, String, String?)])
  func gatewaysAreMended(_ text: String, _ message: String, _ help: String?) throws {
    let run = try ListRun(
      Chains.ptp(Chains.ranges(#"{"subnet": "10.1.0.0/24", "gateway": "\#(text)"}"#)), rules: ["invalid-address"])
    #expect(run.findings(of: "invalid-address").map(\.message) == [message])
    #expect(run.findings(of: "invalid-address").map(\.help) == [help])
  }

  @Test func staticChangedItsWords() throws {
    let text = Chains.macvlan(Chains.addresses(#""address": "10.1.0.2""#))
    #expect(
      try AddressesRun(text, "1.0.1").notes == [
        #"ADD fails: plugin type="macvlan" failed (add): invalid CIDR 10.1.0.2: invalid CIDR address: 10.1.0.2"#
      ])
    #expect(
      try AddressesRun(text, "1.1.0").notes == [
        #"ADD fails: plugin type="macvlan" failed (add): "#
          + "the 'address' field is expected to be in CIDR notation, got: '10.1.0.2'"
      ])
  }

  /// The release of the plugin that reads the text decides, not the release of the rest.
  @Test func theReleaseOfTheIPAMPluginDecides() throws {
    let text = Chains.ptp(Chains.ranges(#"{"subnet": "10.1.0.9/24"}"#))
    #expect(
      try AddressesRun(text, "1.9.1", overrides: ["host-local": "0.7.6"]).found == [
        "host-bits-shift-range /ranges/0/0/subnet"
      ])
    #expect(
      try AddressesRun(text, "0.7.6", overrides: ["host-local": "1.9.1"]).found == ["host-bits-set /ranges/0/0/subnet"])
  }

  @Test func authorsOfProfilesReadTheirOwnWords() throws {
    let text = Chains.bridge(Chains.ranges(#"{"subnet": "10.1.0.0/24", "rangeStart": "10.2.0.1", "rangeEnd": "x"}"#))
    let run = try ListRun(text, vocabularies: [.intent("bridge")], rules: AddressesRun.rules)
    #expect(
      run.diagnostics.map(\.message).sorted() == [
        "end x is no IP address", "start 10.2.0.1 is outside subnet 10.1.0.0/24",
      ])
  }
}

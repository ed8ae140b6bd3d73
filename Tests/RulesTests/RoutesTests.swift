import Diagnostics
import NetworkTypes
import Testing

/// Single routes. What is due is what the plugins of the release did when they were run.
@Suite struct RoutesTests {
  static let default4 = Chains.default4
  static let default6 = Chains.default6
  static let net4 = Chains.net4
  static let net6 = Chains.net6

  /// A bridge with one IPv4 subnet and routes.
  static func bridge4(_ routes: String...) -> String {
    Chains.bridge(#""type": "host-local", "ranges": [[\#(net4)]], "routes": [\#(list(routes))]"#)
  }

  /// A bridge with one IPv6 subnet and routes.
  static func bridge6(_ routes: String...) -> String {
    Chains.bridge(#""type": "host-local", "ranges": [[\#(net6)]], "routes": [\#(list(routes))]"#)
  }

  /// macvlan with one static address that has no gateway, and routes.
  static func bare(_ address: String, _ routes: String...) -> String {
    Chains.macvlan(#""type": "static", "addresses": [{"address": "\#(address)"}], "routes": [\#(list(routes))]"#)
  }

  private static func list(_ routes: [String]) -> String { routes.map { "{\($0)}" }.joined(separator: ", ") }

  static let destinations: [AddressesCase] = [
    AddressesCase("a network", bridge4(#""dst": "10.9.0.0/16""#), ["1.9.1": []]),
    AddressesCase("an address", bridge4(#""dst": "10.9.0.1""#), ["1.9.1": ["route-dst-invalid /routes/0/dst"]]),
    AddressesCase("a word", bridge4(#""dst": "default""#), ["1.9.1": ["route-dst-invalid /routes/0/dst"]]),
    AddressesCase("an empty text", bridge4(#""dst": """#), ["0.6.0": ["route-dst-invalid /routes/0/dst"]]),
    AddressesCase("none", bridge4(#""gw": "10.1.0.1""#), ["1.9.1": ["route-without-dst /routes/0"]]),
    AddressesCase("null", bridge4(#""dst": null"#), ["0.7.6": ["route-without-dst /routes/0"]]),
    AddressesCase("a number is another rule's", bridge4(#""dst": 10"#), ["1.9.1": []]),
    AddressesCase("a template's hole", bridge4(#""dst": "{{.Route}}""#), ["1.9.1": []]),
    AddressesCase("IPv4-mapped", bridge4(#""dst": "::ffff:10.9.0.0/112""#), ["1.9.1": []]),
    AddressesCase(
      "IPv4 host bits", bridge4(#""dst": "10.9.0.1/16""#),
      ["1.9.1": ["route-host-bits-set /routes/0/dst"], "0.7.6": ["route-host-bits-set /routes/0/dst"]]),
    AddressesCase(
      "IPv4 host bits of a default route", bridge4(#""dst": "1.2.3.4/0""#),
      ["1.9.1": ["route-host-bits-set /routes/0/dst"]]),
    AddressesCase("a single host has none", bridge4(#""dst": "10.9.0.1/32""#), ["1.9.1": []]),
    AddressesCase(
      "IPv6 host bits", bridge6(#""dst": "fd70::1/32""#),
      ["1.9.1": ["ipv6-route-host-bits-set /routes/0/dst"], "0.7.6": ["ipv6-route-host-bits-set /routes/0/dst"]]),
  ]

  @Test(arguments: destinations) func destinationsAreRead(_ row: AddressesCase) throws { try row.check() }

  static let unreachable = ["route-gateway-unreachable /routes/0/gw"]

  static let gateways: [AddressesCase] = [
    AddressesCase("in the subnet", bridge4(#""dst": "10.9.0.0/16", "gw": "10.1.0.9""#), ["1.9.1": []]),
    AddressesCase("an empty text", bridge4(#""dst": "10.9.0.0/16", "gw": """#), ["1.9.1": []]),
    AddressesCase("IPv4-mapped", bridge4(#""dst": "10.9.0.0/16", "gw": "::ffff:10.1.0.9""#), ["1.9.1": []]),
    AddressesCase(
      "beside the subnet", bridge4(#""dst": "10.9.0.0/16", "gw": "10.1.1.0""#),
      ["1.9.1": unreachable, "0.7.6": unreachable]),
    AddressesCase("IPv6 beside the subnet", bridge6(#""dst": "::/0", "gw": "fd00:2::1""#), ["1.9.1": unreachable]),
    AddressesCase("IPv6 link-local", bridge6(#""dst": "::/0", "gw": "fe80::1""#), ["1.9.1": [], "0.7.6": []]),
    AddressesCase("no address of the family", bridge4(#""dst": "::/0", "gw": "fd00::1""#), ["1.9.1": unreachable]),
    AddressesCase(
      "of the other family", bridge4(#""dst": "10.9.0.0/16", "gw": "fd00::1""#),
      ["1.9.1": ["route-gateway-family-mismatch /routes/0/gw"]]),
    AddressesCase(
      "ranges that the runtime may bring",
      Chains.bridge(
        Chains.ranges(net4, routes: #""dst": "10.9.0.0/16", "gw": "10.7.0.1""#),
        #""capabilities": {"ipRanges": true}, "#),
      ["1.9.1": [], "0.6.0": unreachable]),
    AddressesCase(
      "in one subnet of the set",
      Chains.ptp(
        Chains.ranges(#"\#(net4), {"subnet": "10.2.0.0/24"}"#, routes: #""dst": "10.9.0.0/16", "gw": "10.1.0.1""#)),
      ["1.9.1": unreachable]),
    AddressesCase(
      "in the subnet of another set",
      Chains.ptp(
        Chains.ranges(#"{"subnet": "10.2.0.0/24"}"#, net4, routes: #""dst": "10.9.0.0/16", "gw": "10.1.0.1""#)),
      ["1.9.1": []]),
    AddressesCase(
      "behind an IPv4 on-link route, whose scope is too wide",
      bare("10.1.0.9/24", #""dst": "169.254.1.1/32""#, #""dst": "0.0.0.0/0", "gw": "169.254.1.1""#),
      ["1.9.1": ["route-gateway-unreachable /routes/1/gw"], "0.9.1": ["route-gateway-unreachable /routes/1/gw"]]),
    AddressesCase(
      "behind an IPv4 on-link route of scope link",
      bare("10.1.0.9/24", #""dst": "169.254.1.1/32", "scope": 253"#, #""dst": "0.0.0.0/0", "gw": "169.254.1.1""#),
      ["1.9.1": [], "1.6.0": [], "1.5.1": ["route-gateway-unreachable /routes/1/gw"]]),
    AddressesCase(
      "before the on-link route",
      bare("10.1.0.9/24", #""dst": "0.0.0.0/0", "gw": "169.254.1.1""#, #""dst": "169.254.1.1/32", "scope": 253"#),
      ["1.9.1": unreachable]),
    AddressesCase(
      "behind an IPv6 on-link route",
      bare("fd00:1::9/64", #""dst": "fd99::1/128""#, #""dst": "::/0", "gw": "fd99::1""#), ["1.9.1": [], "0.9.1": []]),
    AddressesCase(
      "a default route without one", bare("10.1.0.9/24", default4),
      ["1.9.1": ["default-route-without-gateway /routes/0"], "0.8.0": ["default-route-without-gateway /routes/0"]]),
    AddressesCase("another route without one", bare("10.1.0.9/24", #""dst": "10.9.0.0/16""#), ["1.9.1": []]),
    AddressesCase(
      "a gateway of the second address is taken",
      Chains.macvlan(
        Chains.addresses(
          #""address": "10.1.0.9/24""#, #""address": "10.2.0.9/24", "gateway": "10.2.0.1""#, routes: default4)),
      ["1.9.1": []]),
    AddressesCase(
      "addresses that the runtime may bring",
      Chains.macvlan(
        Chains.addresses(#""address": "10.1.0.9/24""#, routes: default4), #""capabilities": {"ips": true}, "#),
      ["1.9.1": []]),
  ]

  @Test(arguments: gateways) func gatewaysAreJudged(_ row: AddressesCase) throws { try row.check() }

  static let scoped = ["route-scope-with-gateway /routes/0/scope"]
  static let number = ["route-number-out-of-range /routes/0/"]

  static let attributes: [AddressesCase] = [
    AddressesCase("scope universe", bridge4(#""dst": "10.9.0.0/16", "scope": 0"#), ["1.9.1": []]),
    AddressesCase("scope site", bridge4(#""dst": "10.9.0.0/16", "scope": 200"#), ["1.9.1": []]),
    AddressesCase("scope 252", bridge4(#""dst": "10.9.0.0/16", "scope": 252"#), ["1.9.1": []]),
    AddressesCase(
      "scope link", bridge4(#""dst": "10.9.0.0/16", "scope": 253"#), ["1.9.1": scoped, "1.6.0": scoped, "1.5.1": []]),
    AddressesCase("scope host", bridge4(#""dst": "10.9.0.0/16", "scope": 254"#), ["1.9.1": scoped]),
    AddressesCase("scope nowhere", bridge4(#""dst": "10.9.0.0/16", "scope": 255"#), ["1.9.1": scoped]),
    AddressesCase("scope link of IPv6", bridge6(#""dst": "fd70::/32", "scope": 253"#), ["1.9.1": []]),
    AddressesCase("scope link on-link", bare("10.1.0.9/24", #""dst": "10.9.0.0/16", "scope": 253"#), ["1.9.1": []]),
    AddressesCase(
      "scope nowhere on-link", bare("10.1.0.9/24", #""dst": "10.9.0.0/16", "scope": 255"#),
      ["1.9.1": [number[0] + "scope"]]),
    AddressesCase(
      "a negative metric", bridge4(#""dst": "10.9.0.0/16", "priority": -1"#),
      ["1.9.1": [number[0] + "priority"], "1.5.1": []]),
    AddressesCase("the greatest metric", bridge4(#""dst": "10.9.0.0/16", "priority": 4294967295"#), ["1.9.1": []]),
    AddressesCase(
      "a metric of 33 bits", bridge4(#""dst": "10.9.0.0/16", "priority": 4294967296"#),
      ["1.9.1": [number[0] + "priority"]]),
    AddressesCase("a negative table", bridge4(#""dst": "10.9.0.0/16", "table": -1"#), ["1.9.1": [number[0] + "table"]]),
    AddressesCase("a table of its own", bridge4(#""dst": "10.9.0.0/16", "table": 100000"#), ["1.9.1": []]),
    AddressesCase(
      "mtu and advmss", bridge4(#""dst": "10.9.0.0/16", "mtu": 1400, "advmss": 1360"#),
      [
        "1.9.1": ["route-attribute-not-applied /routes/0/advmss", "route-attribute-not-applied /routes/0/mtu"],
        "1.6.0": ["route-attribute-not-applied /routes/0/advmss", "route-attribute-not-applied /routes/0/mtu"],
        "1.5.1": [],
      ]),
    AddressesCase("an mtu of 0 says nothing", bridge4(#""dst": "10.9.0.0/16", "mtu": 0"#), ["1.9.1": []]),
  ]

  @Test(arguments: attributes) func attributesAreJudged(_ row: AddressesCase) throws { try row.check() }

  /// A route passes the IPAM plugin and the interface plugin; the older one of the two drops its attributes.
  @Test func theOlderReleaseDecidesWhatIsRead() throws {
    let text = Self.bridge4(#""dst": "10.9.0.0/16", "scope": 253"#)
    #expect(try AddressesRun(text, "1.9.1", overrides: ["host-local": "1.5.1"]).found == [])
    #expect(try AddressesRun(text, "1.9.1", overrides: ["bridge": "1.5.1"]).found == [])
    #expect(
      try AddressesRun(text, "1.5.1", overrides: ["bridge": "1.9.1", "host-local": "1.9.1"]).found == Self.scoped)
  }

  /// The texts that plugins of the releases gave.
  @Test(
    arguments: [
      (
        bridge4(#""dst": "10.9.0.1/16""#), "1.9.1",
        Chains.refused("{10.9.0.1 ffff0000} via 10.1.0.1", "invalid argument")
      ),
      (
        bridge4(#""dst": "1.2.3.4/0""#), "0.7.6",
        "failed to add route '{1.2.3.4 00000000} via 10.1.0.1 dev eth0': invalid argument"
      ),
      (
        bridge4(#""dst": "10.9.0.0/16", "scope": 254"#), "1.9.1",
        Chains.refused("{10.9.0.0 ffff0000} via 10.1.0.1", "invalid argument", "metric 0 (Scope: host, Table: 0)")
      ),
      (
        bridge4(#""dst": "10.9.0.0/13", "scope": 253"#), "1.9.1",
        Chains.refused("{10.9.0.0 fff80000} via 10.1.0.1", "invalid argument", "metric 0 (Scope: link, Table: 0)")
      ),
      (
        bridge6(#""dst": "::/0", "gw": "fd00:2::1", "priority": 7, "table": 9"#), "1.9.1",
        Chains.refused(
          "{:: 00000000000000000000000000000000} via fd00:2::1", "no route to host",
          "metric 7 (Scope: universe, Table: 9)")
      ),
      (bridge4(#""gw": "10.1.0.1""#), "1.9.1", "invalid CIDR address: <nil>"),
      (bridge4(#""dst": null"#), "1.9.1", "invalid CIDR address: "),
      (bridge4(#""dst": "10.9.8.7""#), "1.9.1", "invalid CIDR address: 10.9.8.7"),
    ] as [(String, Version, String)])
  func theTextOfTheNodeIsQuoted(_ text: String, _ release: Version, _ quoted: String) throws {
    let notes = try AddressesRun(text, release).notes
    #expect(notes.contains { $0.hasPrefix("ADD fails: ") && $0.hasSuffix(quoted) }, "\(notes)")
  }

  @Test(
    arguments: [
      ("0.0.0.0", "write 0.0.0.0/0 for the default route"), ("::", "write ::/0 for the default route"),
      ("10.9.8.7", "write 10.9.8.7/32 for a single host"), ("fd70::1", "write fd70::1/128 for a single host"),
      ("10.9.0.0/255.255.0.0", "write 10.9.0.0/16"), ("default", "write 0.0.0.0/0 or ::/0"), ("office", nil),
    ] as [(String, String?)])
  func destinationsAreMended(_ text: String, _ help: String?) throws {
    let run = try ListRun(Self.bridge4(#""dst": "\#(text)""#), rules: ["route-dst-invalid"])
    #expect(run.findings(of: "route-dst-invalid").map(\.help) == [help])
  }
}

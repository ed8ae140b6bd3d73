import CNIModel
import Diagnostics
import NetworkTypes
import Testing

/// Routes beside each other, beside the plugin's own, and beside the addresses. What is due is what the plugins of the
/// release did when they were run.
@Suite struct RoutesTogetherTests {
  /// A bridge with one IPv4 subnet and routes.
  static func bridge4(_ routes: [String], _ more: String = "") -> String {
    Chains.bridge(#""type": "host-local", "ranges": [[\#(Chains.net4)]], "routes": [\#(list(routes))]"#, more)
  }

  /// A bridge with one IPv6 subnet and routes.
  static func bridge6(_ routes: [String]) -> String {
    Chains.bridge(#""type": "host-local", "ranges": [[\#(Chains.net6)]], "routes": [\#(list(routes))]"#)
  }

  static let default4 = Chains.default4
  static let default6 = Chains.default6
  static let route4 = #""dst": "10.9.0.0/16""#
  static let route6 = #""dst": "fd70::/32""#

  private static func list(_ routes: [String]) -> String { routes.map { "{\($0)}" }.joined(separator: ", ") }

  static let again = ["duplicate-route /routes/1"]
  static let defaultAgain = ["duplicate-default-route /routes/1"]
  static let twoDefaults = ["two-default-gateways /routes/1"]
  static let twoGateways = ["two-gateways-for-route /routes/1"]

  static let pairs: [AddressesCase] = [
    AddressesCase(
      "a route twice", bridge4([route4, route4]), ["1.9.1": again, "1.0.0": again, "0.9.1": [], "0.6.0": []]),
    AddressesCase(
      "with the gateway spelled out", bridge4([route4, #"\#(route4), "gw": "10.1.0.1""#]),
      ["1.9.1": again, "0.9.1": []]),
    AddressesCase(
      "with another gateway", bridge4([route4, #"\#(route4), "gw": "10.1.0.9""#]),
      ["1.9.1": twoGateways, "0.9.1": twoGateways]),
    AddressesCase(
      "with another metric", bridge4([route4, #"\#(route4), "priority": 9"#]), ["1.9.1": [], "1.5.1": again]),
    AddressesCase("with another table", bridge4([route4, #"\#(route4), "table": 9"#]), ["1.9.1": []]),
    AddressesCase(
      "in table 254, which is the main one", bridge4([route4, #"\#(route4), "table": 254"#]), ["1.9.1": again]),
    AddressesCase(
      "with metric 1024, which an IPv6 route has", bridge6([route6, #"\#(route6), "priority": 1024"#]), ["1.9.1": again]
    ),
    AddressesCase(
      "with metric 1024, which no IPv4 route has", bridge4([route4, #"\#(route4), "priority": 1024"#]), ["1.9.1": []]),
    AddressesCase(
      "with host bits that IPv6 drops", bridge6([route6, #""dst": "fd70::1/32""#]),
      [
        "1.9.1": again + ["ipv6-route-host-bits-set /routes/1/dst"],
        "0.9.1": ["ipv6-route-host-bits-set /routes/1/dst"],
      ]),
    AddressesCase(
      "with host bits that fail by themselves", bridge4([route4, #""dst": "10.9.0.1/16""#]),
      ["1.9.1": ["route-host-bits-set /routes/1/dst"]]),
    AddressesCase("a wider one", bridge4([route4, #""dst": "10.8.0.0/15""#]), ["1.9.1": []]),
    AddressesCase(
      "three times", bridge4([route4, route4, route4]),
      ["1.9.1": ["duplicate-route /routes/1", "duplicate-route /routes/2"]]),
    AddressesCase("a default route twice", bridge4([default4, default4]), ["1.9.1": defaultAgain, "0.9.1": []]),
    AddressesCase(
      "default routes of both families", bridge4([default4, default6]),
      ["1.9.1": ["route-without-family-address /routes/1"]]),
    AddressesCase(
      "two default gateways", bridge4([default4, #"\#(default4), "gw": "10.1.0.254""#]),
      ["1.9.1": twoDefaults, "0.7.6": twoDefaults]),
    AddressesCase(
      "two default gateways of two metrics", bridge4([default4, #"\#(default4), "gw": "10.1.0.254", "priority": 10"#]),
      ["1.9.1": [], "1.5.1": twoDefaults]),
    AddressesCase(
      "two IPv6 default gateways", bridge6([default6, #"\#(default6), "gw": "fd00:1::fe""#]), ["1.9.1": twoDefaults]),
    AddressesCase(
      "an on-link route twice",
      Chains.macvlan(Chains.addresses(#""address": "10.1.0.9/24""#, routes: route4, route4)),
      ["1.9.1": again, "0.9.1": []]),
    AddressesCase(
      "the gateway of one subnet of the set spelled out",
      Chains.ptp(
        Chains.ranges(
          #"{"subnet": "10.1.0.0/25"}, {"subnet": "10.1.0.128/25"}"#, routes: route4,
          #"\#(route4), "gw": "10.1.0.1""#)),
      ["1.9.1": again + ["route-gateway-unreachable /routes/1/gw"]]),
    AddressesCase(
      "gateways that the runtime may change",
      Chains.bridge(
        Chains.ranges(Chains.net4, routes: route4, #"\#(route4), "gw": "10.1.0.9""#),
        #""capabilities": {"ipRanges": true}, "#),
      ["1.9.1": []]),
  ]

  @Test(arguments: pairs) func routesBesideEachOther(_ row: AddressesCase) throws { try row.check() }

  static let isDefault = #""isDefaultGateway": true, "#
  static let added = ["duplicate-default-route /routes/0"]

  static func adding(_ routes: String...) -> String {
    Chains.plainBridge(
      #""type": "host-local", "ranges": [[\#(Chains.net4)], [\#(Chains.net6)]], "routes": [\#(list(routes))]"#,
      isDefault)
  }

  static let addedDefaults: [AddressesCase] = [
    AddressesCase("no default route listed", adding(route4), ["1.9.1": []]),
    AddressesCase("an IPv4 one", adding(default4), ["1.9.1": added, "1.0.0": added, "0.9.1": [], "0.7.6": []]),
    AddressesCase("an IPv6 one", adding(default6), ["1.9.1": added, "0.9.1": []]),
    AddressesCase("both", adding(default4, default6), ["1.9.1": added + ["duplicate-default-route /routes/1"]]),
    AddressesCase(
      "one with a gateway keeps the plugin from it", adding(#"\#(default4), "gw": "10.1.0.1""#), ["1.9.1": []]),
    AddressesCase("one with another gateway too", adding(#"\#(default4), "gw": "10.1.0.77""#), ["1.9.1": []]),
    AddressesCase("one of another metric", adding(#"\#(default4), "priority": 100"#), ["1.9.1": [], "1.5.1": added]),
    AddressesCase("an IPv6 one of the kernel's metric", adding(#"\#(default6), "priority": 1024"#), ["1.9.1": added]),
    AddressesCase("one in another table", adding(#"\#(default4), "table": 100"#), ["1.9.1": []]),
    AddressesCase("one in the main table", adding(#"\#(default4), "table": 254"#), ["1.9.1": added]),
    AddressesCase(
      "one of a family without addresses",
      Chains.plainBridge(Chains.ranges(Chains.net4, routes: default6), isDefault),
      ["1.9.1": ["route-without-family-address /routes/0"]]),
  ]

  @Test(arguments: addedDefaults) func routesBesideThePluginsOwn(_ row: AddressesCase) throws { try row.check() }

  static let masquerade = #""ipMasq": true, "#

  static let coverage: [AddressesCase] = [
    AddressesCase(
      "a bridge that masquerades", Chains.bridge(Chains.ranges(Chains.net4), masquerade),
      ["1.9.1": ["no-default-route "], "0.6.0": ["no-default-route "]]),
    AddressesCase(
      "with an empty list", bridge4([], masquerade),
      ["1.9.1": ["no-default-route /routes"]]),
    AddressesCase(
      "with a route to somewhere", bridge4([route4], masquerade),
      ["1.9.1": []]),
    AddressesCase(
      "that adds a default route", Chains.plainBridge(Chains.ranges(Chains.net4), masquerade + isDefault), ["1.9.1": []]
    ),
    AddressesCase(
      "that is no gateway: another rule's", Chains.plainBridge(Chains.ranges(Chains.net4), masquerade), ["1.9.1": []]),
    AddressesCase("that does not masquerade", Chains.bridge(Chains.ranges(Chains.net4)), ["1.9.1": []]),
    AddressesCase("with dhcp, whose server sends routes", Chains.bridge(#""type": "dhcp""#, masquerade), ["1.9.1": []]),
    AddressesCase(
      "ptp that masquerades", Chains.ptp(Chains.ranges(Chains.net4), masquerade), ["1.9.1": ["no-default-route "]]),
    AddressesCase("ptp that does not", Chains.ptp(Chains.ranges(Chains.net4)), ["1.9.1": []]),
    AddressesCase(
      "IPv6 without a route", Chains.ptp(Chains.ranges(Chains.net4, Chains.net6, routes: default4)),
      ["1.9.1": ["ip-family-without-route /routes"]]),
    AddressesCase(
      "IPv4 without a route", Chains.bridge(Chains.ranges(Chains.net4, Chains.net6, routes: default6)),
      ["1.9.1": ["ip-family-without-route /routes"]]),
    AddressesCase(
      "IPv6 with another route", Chains.ptp(Chains.ranges(Chains.net4, Chains.net6, routes: default4, route6)),
      ["1.9.1": []]),
    AddressesCase(
      "IPv6 whose route cannot be read",
      Chains.ptp(Chains.ranges(Chains.net4, Chains.net6, routes: default4, #""dst": "fd70::""#)),
      ["1.9.1": ["route-dst-invalid /routes/1/dst"]]),
    AddressesCase(
      "IPv6 behind macvlan, where a router announces itself",
      Chains.macvlan(Chains.ranges(Chains.net4, Chains.net6, routes: default4)), ["1.9.1": []]),
    AddressesCase(
      "no default route in either family", Chains.ptp(Chains.ranges(Chains.net4, Chains.net6, routes: route4)),
      ["1.9.1": []]),
    AddressesCase(
      "a route without an address", bridge6([default6, route4]), ["1.9.1": ["route-without-family-address /routes/1"]]),
    AddressesCase(
      "a route whose address the runtime may bring",
      Chains.bridge(Chains.ranges(Chains.net4, routes: default4, default6), #""capabilities": {"ipRanges": true}, "#),
      ["1.9.1": []]),
    AddressesCase(
      "a route whose address cannot be read",
      Chains.ptp(Chains.ranges(Chains.net4, #"{"subnet": "fd00::1/64"}"#, routes: default4, default6)),
      ["1.9.1": ["host-bits-set /ranges/1/0/subnet"]]),
  ]

  @Test(arguments: coverage) func routesBesideAddresses(_ row: AddressesCase) throws { try row.check() }

  static let shadow = ["route-shadows-subnet /routes/0"]
  static let ptpOwn = ["ptp-route-to-own-subnet /routes/0"]
  static let own4 = #""dst": "10.1.0.0/24""#
  static let own6 = #""dst": "fd00:1::/64""#

  static func ptp(_ set: String, _ route: String) -> String { Chains.ptp(Chains.ranges(set, routes: route)) }

  static let ownSubnets: [AddressesCase] = [
    AddressesCase(
      "through another gateway", bridge4([#"\#(own4), "gw": "10.1.0.254""#]),
      ["1.9.1": shadow, "1.0.0": shadow, "0.9.1": []]),
    AddressesCase("through the gateway of the addresses", bridge4([own4]), ["1.9.1": shadow]),
    AddressesCase("of a lesser rank", bridge4([#"\#(own4), "priority": 10"#]), ["1.9.1": [], "1.5.1": shadow]),
    AddressesCase("in another table", bridge4([#"\#(own4), "table": 10"#]), ["1.9.1": []]),
    AddressesCase("IPv6, of the usual rank", bridge6([own6]), ["1.9.1": [], "0.9.1": []]),
    AddressesCase("IPv6, of a greater rank", bridge6([#"\#(own6), "priority": 10"#]), ["1.9.1": shadow, "1.5.1": []]),
    AddressesCase(
      "a part of it", bridge4([#""dst": "10.1.0.128/25", "gw": "10.1.0.9""#]), ["1.9.1": shadow, "0.9.1": shadow]),
    AddressesCase("a single host of it", bridge4([#""dst": "10.1.0.128/32", "gw": "10.1.0.9""#]), ["1.9.1": []]),
    AddressesCase(
      "a part of it that nobody gets",
      Chains.bridge(
        Chains.ranges(#"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.99"}"#, routes: #""dst": "10.1.0.128/25""#)),
      ["1.9.1": []]),
    AddressesCase("around it", bridge4([#""dst": "10.1.0.0/16""#]), ["1.9.1": []]),
    AddressesCase(
      "on-link, as the kernel has it", Chains.macvlan(Chains.addresses(#""address": "10.1.0.9/24""#, routes: own4)),
      ["1.9.1": []]),
    AddressesCase("ptp", ptp(Chains.net4, own4), ["1.9.1": ptpOwn, "1.0.0": ptpOwn, "0.9.1": [], "0.7.6": []]),
    AddressesCase("ptp and IPv6", ptp(Chains.net6, own6), ["1.9.1": ptpOwn, "0.9.1": ptpOwn, "0.7.6": ptpOwn]),
    AddressesCase("ptp, of another rank", ptp(Chains.net4, #"\#(own4), "priority": 10"#), ["1.9.1": []]),
    AddressesCase("ptp, around it", ptp(Chains.net4, #""dst": "10.1.0.0/16", "gw": "10.1.0.254""#), ["1.9.1": []]),
  ]

  @Test(arguments: ownSubnets) func routesToTheOwnSubnet(_ row: AddressesCase) throws { try row.check() }

  /// The texts that plugins of the releases gave.
  @Test(
    arguments: [
      (
        bridge4([route4, route4]), "1.9.1",
        Chains.refused("{10.9.0.0 ffff0000} via 10.1.0.1", "file exists")
      ),
      (
        bridge6([route6, #""dst": "fd70::1/32""#]), "1.5.1",
        "failed to add route '{fd70::1 ffffffff000000000000000000000000} via fd00:1::1 dev eth0': file exists"
      ),
      (
        adding(default4), "1.9.1",
        Chains.refused("{0.0.0.0 00000000000000000000ffff00000000} via 10.1.0.1", "file exists")
      ),
      (
        Chains.macvlan(Chains.addresses(#""address": "fd00:1::9/64""#, routes: route6, route6)), "1.9.1",
        Chains.refused("{fd70:: ffffffff000000000000000000000000} via <nil>", "file exists")
      ),
    ] as [(String, Version, String)])
  func theTextOfTheNodeIsQuoted(_ text: String, _ release: Version, _ quoted: String) throws {
    let notes = try AddressesRun(text, release).notes
    #expect(notes.contains { $0.hasPrefix("ADD fails: ") && $0.hasSuffix(quoted) }, "\(notes)")
  }

  @Test func whatBecomesOfTwoGatewaysDependsOnTheRelease() throws {
    let four = Self.bridge4([Self.default4, #"\#(Self.default4), "gw": "10.1.0.254""#])
    let six = Self.bridge6([Self.default6, #"\#(Self.default6), "gw": "fd00:1::fe""#])
    #expect(try AddressesRun(four, "0.9.1").notes.contains("ADD succeeds; only the route listed first is set"))
    #expect(
      try AddressesRun(four, "1.0.0").notes.contains("ADD succeeds with both routes; the one listed last comes first"))
    #expect(try AddressesRun(six, "1.9.1").notes.contains("ADD succeeds with both routes, which share the traffic"))
  }

  @Test func helpSpeaksTheAuthorsLanguage() throws {
    let text = Chains.bridge(Chains.ranges(Chains.net4, Chains.net6), Self.masquerade)
    #expect(
      try AddressesRun(text).helps == [
        #"add "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}] to ipam, or switch isDefaultGateway on"#
      ])
    let run = try ListRun(text, vocabularies: [.intent("bridge")], rules: ["no-default-route"])
    let help = try #require(run.findings(of: "no-default-route").first?.help)
    #expect(help.hasPrefix("add routes: [default], or switch ") && !help.contains("isDefaultGateway"))
  }
}

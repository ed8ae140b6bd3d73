import NetworkTypes
import CNIModel
import Catalogue
import Diagnostics
import Testing

@testable import Rules

/// Types of values, numbers on their way to a plugin, and words that keys take.
@Suite struct ValueTypeTests {
  /// A chain, the values at fault, and the message about the first.
  struct Row: Sendable, CustomTestStringConvertible {
    let chain: String
    let pointers: [String]
    let message: String

    init(_ chain: String, _ pointers: [String], _ message: String) {
      self.chain = chain
      self.pointers = pointers
      self.message = message
    }

    var testDescription: String { message }
  }

  static let rows: [Row] = [
    Row(
      #"{"type": "bridge", "ipam": {"type": "host-local", "ranges": [{"subnet": "10.1.0.0/24"}, [{"subnet": 1}]]}}"#,
      ["/plugins/0/ipam/ranges/0", "/plugins/0/ipam/ranges/1/0/subnet"],
      "ranges[0] must be a list of objects, not an object"),
    Row(
      #"[{"type": "bridge"}, {"type": "tuning", "sysctl": {"net.core.somaxconn": 1, "net.core.x": "1"}}]"#,
      ["/plugins/1/sysctl/net.core.somaxconn"], "net.core.somaxconn in sysctl must be a string, not a number"),
    Row(
      #"[{"type": "bridge"}, {"type": "bandwidth", "egressRate": -1}]"#, ["/plugins/1/egressRate"],
      "egressRate must be a whole number from 0 up, not -1"),
    Row(
      #"[{"type": "bridge"}, {"type": "bandwidth", "egressRate": 1.5}]"#, ["/plugins/1/egressRate"],
      "egressRate must be a whole number from 0 up, not 1.5"),
    Row(
      #"{"type": "tap", "owner": 4294967296}"#, ["/plugins/0/owner"],
      "owner must be a whole number from 0 to 4294967295, not 4294967296"),
    Row(
      #"{"type": "bridge", "capabilities": {"mac": "true"}}"#, ["/plugins/0/capabilities/mac"],
      "mac in capabilities must be true or false, not a string"),
    Row(#"{"type": "ovs", "ipam": "dhcp"}"#, ["/plugins/0/ipam"], "ipam must be an object, not a string"),
    Row(#"{"type": "ovs", "ipam": {"type": 1}}"#, ["/plugins/0/ipam/type"], "type must be a string, not a number"),
    Row(
      #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}, 1, null]}"#,
      ["/plugins/1", "/plugins/2"], "plugins[1] must be an object, not a number"),
  ]

  @Test(arguments: rows)
  func aWrongTypeIsFoundAtItsValue(_ row: Row) throws {
    let run = try ListRun(row.chain)
    #expect(run.pointers(of: "wrong-type") == row.pointers)
    #expect(run.findings(of: "wrong-type").first?.message == row.message)
  }

  /// libcni writes every number anew, so these reach a plugin as whole numbers.
  @Test(arguments: ["1500", "1500.0", "1.5e3", "-0", "15e2", "null"])
  func numbersThatArriveWholePass(_ number: String) throws {
    #expect(!(try ListRun(#"{"type": "bridge", "mtu": \#(number)}"#)).rules.contains("wrong-type"))
  }

  @Test(arguments: ["1500.5", "1e21", "99999999999999999999", "\"1500\"", "true", "[1500]"])
  func othersDoNot(_ number: String) throws {
    #expect(try ListRun(#"{"type": "bridge", "mtu": \#(number)}"#).pointers(of: "wrong-type") == ["/plugins/0/mtu"])
  }

  /// Before 0.8.3 the rates were signed, and the plugin itself refused negative ones.
  @Test func theTypeIsThatOfTheRelease() throws {
    let chain = #"[{"type": "bridge"}, {"type": "bandwidth", "egressRate": -1, "egressBurst": 1}]"#
    #expect(try ListRun.releases(of: "wrong-type", in: chain) == ListRun.span("0.8.3"))
  }

  @Test(
    arguments: [
      ("1500", nil), ("9007199254740992", nil), ("-9007199254740992", nil), ("1.5", nil), ("1e-3", nil), ("0", nil),
      ("1500.0", .form("1500")), ("1e3", .form("1000")), ("-0.0", .form("0")),
      ("9007199254740993", .value("9007199254740992")), ("18446744073709551615", .value("18446744073709551616")),
    ] as [(String, WireNumber.Change?)])
  func numbersChangeOnTheirWay(_ text: String, _ change: WireNumber.Change?) throws {
    #expect(try #require(WireNumber(text)).change == change)
  }

  @Test func numbersOfNoDoubleAreLeftToTheReader() throws {
    #expect(WireNumber("1e400") == nil)
    let run = try ListRun(#"{"type": "bridge", "mtu": 1e400}"#)
    #expect(run.rules.isDisjoint(with: ["wrong-type", "number-rewritten"]))
    #expect(run.rules.contains("json-number-out-of-range"))
  }

  @Test func numbersOfUnknownKeysAndPluginsAreRewrittenToo() throws {
    let run = try ListRun(#"{"type": "ovs", "deep": [{"tag": 9007199254740993}], "ratio": 2.0}"#)
    #expect(run.pointers(of: "number-rewritten") == ["/plugins/0/deep/0/tag", "/plugins/0/ratio"])
  }

  /// A word, the releases in which it is unknown, and those in which it is yet to come.
  @Test(
    arguments: [
      (#"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "isolated"}]"#, nil, ("1.1.0", "1.6.2")),
      (#"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "closed"}]"#, ("1.1.0", "1.9.1"), nil),
      (#"[{"type": "bridge"}, {"type": "portmap", "backend": "nft"}]"#, ("1.6.0", "1.9.1"), nil),
      (#"[{"type": "bridge"}, {"type": "portmap", "backend": ""}]"#, ("1.6.0", "1.9.1"), nil),
      (#"{"type": "macvlan", "mode": "source"}"#, ("0.6.0", "1.9.1"), nil),
      (#"{"type": "macvlan", "mode": ""}"#, nil, nil),
      (#"{"type": "bridge", "ipMasq": true, "ipMasqBackend": "nft"}"#, ("1.6.0", "1.9.1"), nil),
      (#"{"type": "bridge", "ipMasq": false, "ipMasqBackend": "nft"}"#, nil, nil),
      (#"[{"type": "bridge"}, {"type": "firewall", "backend": "nftables"}]"#, nil, nil),
    ] as [(String, (String, String)?, (String, String)?)])
  func wordsAreJudgedByTheRelease(
    _ chain: String, _ unknown: (String, String)?, _ tooNew: (String, String)?
  ) throws {
    let spans = try [unknown, tooNew].map { span in
      try span.map { ListRun.span(try #require(Version($0.0)), try #require(Version($0.1))) } ?? []
    }
    #expect(try ListRun.releases(of: "unknown-value", in: chain) == spans[0])
    #expect(try ListRun.releases(of: "value-too-new", in: chain) == spans[1])
  }

  @Test func whatThePluginSaysIsQuoted() throws {
    let run = try ListRun(#"{"type": "ipvlan", "mode": "l4", "ipam": {"type": "dhcp"}}"#)
    #expect(
      run.asides(of: "unknown-value")
        == [#"ADD fails: plugin type="ipvlan" failed (add): unknown ipvlan mode: "l4""#, #"write "l2", "l3" or "l3s""#])
  }

  @Test(arguments: [
    (#"{"type": "vlan", "ipam": {"type": "dhcp"}}"#, ["/plugins/0"]),
    (#"{"type": "vlan", "master": "", "ipam": {"type": "dhcp"}}"#, ["/plugins/0/master"]),
    (#"{"type": "vlan", "Master": "eno1", "ipam": {"type": "dhcp"}}"#, []),
    (#"{"type": "macvlan"}"#, []),
    (#"[{"type": "bridge"}, {"type": "vrf", "vrfname": null}]"#, ["/plugins/1"]),
    (#"{"type": "macvlan", "ipam": {"type": "host-local", "ranges": [[{}]]}}"#, ["/plugins/0/ipam/ranges/0/0"]),
    (#"{"type": "macvlan", "ipam": {"type": "static", "addresses": [{}]}}"#, ["/plugins/0/ipam/addresses/0"]),
    (#"{"type": "macvlan", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#, []),
  ])
  func whatIsRequiredIsMissed(_ chain: String, _ pointers: [String]) throws {
    #expect(try ListRun(chain).pointers(of: "required-key-missing") == pointers)
  }
}

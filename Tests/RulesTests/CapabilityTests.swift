import Diagnostics
import NetworkTypes
import Testing

/// Capabilities, and what CHECK makes of a network.
@Suite struct CapabilityTests {
  private static let rules: Set = [
    "capability-missing", "capability-unknown", "capability-not-consumed", "capability-too-new", "capability-misplaced",
    "capability-never-sent",
  ]

  /// A chain, a release, and what is due of the capabilities in it.
  struct Row: Sendable, CustomTestStringConvertible {
    let chain: String
    let plugins: Version
    let due: [String: String]

    init(_ chain: String, _ due: [String: String]) { self.init(chain, "1.9.1", due) }

    init(_ chain: String, _ plugins: Version, _ due: [String: String]) {
      self.chain = chain
      self.plugins = plugins
      self.due = due
    }

    var testDescription: String { "\(plugins): \(chain)" }
  }

  static let rows: [Row] = [
    Row(#"[{"type": "bridge"}, {"type": "portmap"}]"#, ["capability-missing": "/plugins/1"]),
    Row(
      #"[{"type": "bridge"}, {"type": "portmap", "capabilities": {"portMappings": false}}]"#,
      ["capability-missing": "/plugins/1/capabilities/portMappings"]),
    Row(
      #"[{"type": "bridge"}, {"type": "portmap", "capabilities": {"portMappings": null}}]"#,
      ["capability-missing": "/plugins/1"]),
    Row(
      #"[{"type": "bridge"}, {"type": "portmap", "capabilities": {"portmappings": true}}]"#,
      ["capability-unknown": "/plugins/1/capabilities/portmappings"]),
    Row(#"[{"type": "bridge"}, {"type": "portmap", "runtimeConfig": {}}]"#, [:]),
    Row(#"[{"type": "bridge"}, {"type": "portmap", "capabilities": ["portMappings"]}]"#, [:]),
    Row(#"[{"type": "bridge"}, {"type": "bandwidth"}]"#, ["capability-missing": "/plugins/1"]),
    Row(#"[{"type": "bridge"}, {"type": "bandwidth", "egressRate": 0}]"#, [:]),
    Row(
      #"{"type": "ptp", "capabilities": {"mac": true}, "ipam": {"type": "dhcp"}}"#,
      ["capability-not-consumed": "/plugins/0/capabilities/mac"]),
    Row(#"{"type": "ptp", "capabilities": {"mac": false}, "ipam": {"type": "dhcp"}}"#, [:]),
    Row(#"{"type": "ovs", "capabilities": {"mac": true, "portmappings": true}}"#, [:]),
    Row(#"{"type": "bridge", "capabilities": {"frobs": true}, "ipam": {"type": "whereabouts"}}"#, [:]),
    Row(
      #"{"type": "bridge", "capabilities": {"frobs": true}}"#,
      ["capability-not-consumed": "/plugins/0/capabilities/frobs"]),
    Row(
      #"{"type": "bridge", "capabilities": {"cgroupPath": true}}"#,
      ["capability-not-consumed": "/plugins/0/capabilities/cgroupPath"]),
    Row(
      #"{"type": "bridge", "capabilities": {"mac": true}}"#, "0.9.1",
      ["capability-too-new": "/plugins/0/capabilities/mac"]),
    Row(
      #"{"type": "bridge", "capabilities": {"mac": true}}"#, "1.0.0",
      ["capability-never-sent": "/plugins/0/capabilities/mac"]),
    Row(
      #"{"type": "bridge", "capabilities": {"ips": true}, "ipam": {"type": "host-local"}}"#, "0.9.1",
      ["capability-too-new": "/plugins/0/capabilities/ips"]),
    Row(
      #"{"type": "bridge", "capabilities": {"ips": true}, "ipam": {"type": "static"}}"#, "0.8.1",
      ["capability-too-new": "/plugins/0/capabilities/ips"]),
    Row(
      #"{"type": "bridge", "ipam": {"type": "host-local", "capabilities": {"ips": true}}}"#,
      ["capability-misplaced": "/plugins/0/ipam/capabilities"]),
    Row(#"{"type": "ovs", "ipam": {"type": "host-local", "capabilities": {"ips": true}}}"#, [:]),
    Row(#"[{"type": "bridge"}, {"type": "portmap", "capabilities": {"portMappings": true}}]"#, [:]),
    Row(#"{"type": "flannel", "capabilities": {"mac": true}}"#, "0.9.1", [:]),
  ]

  @Test(arguments: rows)
  func capabilitiesAreJudgedByWhoReadsThem(_ row: Row) throws {
    let run = try ListRun(row.chain, plugins: row.plugins)
    #expect(run.rules.intersection(Self.rules) == Set(row.due.keys))
    for (rule, pointer) in row.due { #expect(run.pointers(of: rule) == [pointer]) }
    #expect(!run.rules.contains("unknown-key"))
  }

  @Test func aReaderElsewhereInTheChainIsNamed() throws {
    let chain = #"[{"type": "ptp", "capabilities": {"mac": true}, "ipam": {"type": "dhcp"}}, {"type": "tuning"}]"#
    let finding = try #require(try ListRun(chain).findings(of: "capability-not-consumed").first)
    #expect(finding.message == "neither ptp nor dhcp reads the capability mac")
    #expect(finding.help == "declare it on tuning")
  }

  @Test func addressesFromTheRuntimeAddUpOrReplace() throws {
    let ranges =
      #"""
      {"type": "bridge", "capabilities": {"ipRanges": true}, "ipam": {"type": "host-local", "subnet": \#
      "10.1.0.0/24"}}
      """#
    #expect(try ListRun.releases(of: "ip-ranges-add-up", in: ranges) == ListRun.span("0.7.0"))
    let addresses =
      #"""
      {"type": "bridge", "capabilities": {"ips": true}, "ipam": {"type": "static", "addresses": [{"address": \#
      "10.1.0.2/24", "gateway": "10.1.0.1"}]}}
      """#
    #expect(try ListRun.releases(of: "ips-replace-addresses", in: addresses) == ListRun.span("0.8.2"))
  }

  /// A chain, the rule that is due, and the releases.
  @Test(
    arguments: [
      (#"[{"type": "bridge"}]"#, "check-fails", "0.8.0", "1.9.1"),
      (#"[{"type": "ipvlan", "ipam": {"type": "dhcp"}}]"#, "check-fails", "0.9.0", "1.9.1"),
      (
        #"[{"type": "macvlan"}, {"type": "tuning", "sysctl": {"net.ipv4.conf.IFNAME.arp_filter": "1"}}]"#,
        "check-fails",
        "1.1.0", "1.2.0"
      ),
      (#"[{"type": "macvlan"}, {"type": "portmap"}]"#, "check-fails-at-times", "1.1.0", "1.2.0"),
      (
        #"[{"type": "macvlan"}, {"type": "portmap", "backend": "nftables"}]"#, "check-fails-at-times", "1.6.1", "1.8.0"
      ),
      (#"[{"type": "macvlan"}, {"type": "bandwidth"}]"#, "check-fails-at-times", "0.8.0", "1.9.0"),
    ] as [(String, String, Version, Version)])
  func whatCHECKDoesIsThatOfTheRelease(_ chain: String, _ rule: String, _ first: Version, _ last: Version) throws {
    let due = Set(ListRun.span(first, last))
    let text = #"{"cniVersion": "0.4.0", "name": "n", "plugins": \#(chain)}"#
    let found = Set(try ListRun.releases(of: rule, in: text))
    // portmap of 1.1.0 to 1.2.0 is told here for all its backends.
    #expect(found.subtracting(ListRun.span("1.1.0", "1.2.0")) == due.subtracting(ListRun.span("1.1.0", "1.2.0")))
    #expect(found.isSuperset(of: due))
    for members in [#""cniVersion": "0.3.1""#, #""cniVersion": "0.4.0", "disableCheck": true"#] {
      let quiet = #"{\#(members), "name": "n", "plugins": \#(chain)}"#
      #expect(try ListRun.releases(of: rule, in: quiet) == [])
    }
  }

  @Test func portmapOf111FailsWithBothFamiliesToo() throws {
    let ipam = #""ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}], [{"subnet": "fd00::/64"}]]}"#
    let chain = #"[{"type": "bridge", \#(ipam)}, {"type": "portmap"}]"#
    #expect(try ListRun.releases(of: "check-fails-at-times", in: chain) == ["1.1.1"])
  }
}

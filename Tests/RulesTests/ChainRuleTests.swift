import Diagnostics
import CNIModel
import Catalogue
import NetworkTypes
import Testing

/// Order and company of plugins.
@Suite struct ChainRuleTests {
  /// A chain, and the releases in which a rule is due.
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let chain: String
    let releases: [String]

    init(_ rule: String, _ first: Version, _ chain: String) { self.init(rule, first, "1.9.1", chain) }

    init(_ rule: String, _ first: Version, _ last: Version, _ chain: String) {
      self.rule = rule
      self.chain = chain
      releases = ListRun.span(first, last)
    }

    /// A chain in which the rule is never due.
    init(never rule: String, _ chain: String) {
      self.rule = rule
      self.chain = chain
      releases = []
    }

    var testDescription: String { "\(rule): \(chain)" }
  }

  private static let dhcp = #""ipam": {"type": "dhcp"}"#

  static let order: [Row] = [
    Row("chained-plugin-first", "0.6.0", #"[{"type": "portmap"}, {"type": "bridge"}]"#),
    Row("chained-plugin-first", "0.9.0", #"{"type": "vrf", "vrfname": "v"}"#),
    Row(never: "chained-plugin-first", #"[{"type": "loopback"}, {"type": "portmap"}]"#),
    Row(never: "chained-plugin-first", #"[{"type": "ovs"}, {"type": "portmap"}]"#),
    Row(never: "chained-plugin-first", #"{"type": "tuning", "prevResult": {}}"#),
    Row("two-interface-plugins", "0.6.0", #"[{"type": "bridge"}, {"type": "ptp"}]"#),
    Row("two-interface-plugins", "0.6.0", #"[{"type": "loopback"}, {"type": "bridge"}, {"type": "macvlan"}]"#),
    Row("two-interface-plugins", "1.3.0", #"[{"type": "bridge"}, {"type": "tap"}]"#),
    Row("two-interface-plugins", "0.6.0", #"[{"type": "macvlan"}, {"type": "ipvlan", "master": "eno1"}]"#),
    Row(never: "two-interface-plugins", #"[{"type": "bridge"}, {"type": "loopback"}]"#),
    Row(never: "two-interface-plugins", #"[{"type": "ovs"}, {"type": "bridge"}]"#),
    Row(never: "two-interface-plugins", #"[{"type": "bridge"}, {"type": "ipvlan"}]"#),
    Row("ipam-plugin-in-chain", "0.6.0", #"[{"type": "bridge"}, {"type": "dhcp"}]"#),
    Row("duplicate-plugin", "0.6.0", #"[{"type": "bridge"}, {"type": "tuning"}, {"type": "tuning"}]"#),
    Row("duplicate-plugin", "0.6.0", #"[{"type": "loopback"}, {"type": "loopback"}]"#),
    Row(never: "duplicate-plugin", #"[{"type": "ovs"}, {"type": "ovs"}]"#),
    Row(never: "duplicate-plugin", #"[{"type": "bridge"}, {"type": "bandwidth"}, {"type": "bandwidth"}]"#),
    Row("bandwidth-twice", "0.8.0", #"[{"type": "bridge"}, {"type": "bandwidth"}, {"type": "bandwidth"}]"#),
    Row(
      "duplicate-plugin", "0.8.0",
      #"[{"type": "bridge"}, {"type": "bandwidth", "ingressRate": 1}, {"type": "bandwidth", "egressRate": 1}]"#),
    Row("loopback-drops-result", "0.6.0", "0.8.2", #"[{"type": "bridge"}, {"type": "loopback"}]"#),
    Row(never: "loopback-drops-result", #"[{"type": "loopback"}, {"type": "bridge"}]"#),
  ]

  static let company: [Row] = [
    Row(
      "bandwidth-needs-veth", "0.8.1",
      #"[{"type": "macvlan"}, {"type": "bandwidth", "ingressRate": 8, "ingressBurst": 8}]"#),
    Row(
      "bandwidth-needs-veth", "0.8.1",
      #"[{"type": "macvlan"}, {"type": "bandwidth", "capabilities": {"bandwidth": true}}]"#),
    Row(never: "bandwidth-needs-veth", #"[{"type": "macvlan"}, {"type": "bandwidth"}]"#),
    Row(never: "bandwidth-needs-veth", #"[{"type": "ptp"}, {"type": "bandwidth", "ingressRate": 8}]"#),
    Row(never: "bandwidth-needs-veth", #"[{"type": "ovs"}, {"type": "bandwidth", "ingressRate": 8}]"#),
    Row(
      "ingress-policy-without-bridge", "1.1.0",
      #"[{"type": "ptp"}, {"type": "firewall", "ingressPolicy": "same-bridge"}]"#),
    Row(
      "ingress-policy-without-bridge", "1.7.0", #"[{"type": "ptp"}, {"type": "firewall", "ingressPolicy": "isolated"}]"#
    ),
    Row(never: "ingress-policy-without-bridge", #"[{"type": "ptp"}, {"type": "firewall", "ingressPolicy": "open"}]"#),
    Row(
      never: "ingress-policy-without-bridge",
      #"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "isolated"}]"#),
    Row(
      never: "ingress-policy-without-bridge",
      #"[{"type": "flannel"}, {"type": "firewall", "ingressPolicy": "isolated"}]"#),
    Row(
      "macspoofchk-with-tuning-mac", "1.1.0",
      #"[{"type": "bridge", "macspoofchk": true}, {"type": "tuning", "mac": "02:00:00:00:00:01"}]"#),
    Row(
      never: "macspoofchk-with-tuning-mac",
      #"[{"type": "bridge", "macspoofchk": false}, {"type": "tuning", "mac": "02:00:00:00:00:01"}]"#),
    Row(
      never: "macspoofchk-with-tuning-mac",
      #"[{"type": "bridge", "macspoofchk": true, "capabilities": {"mac": true}}, {"type": "tuning"}]"#),
    Row("hostport-behind-macvlan", "0.6.0", #"[{"type": "macvlan"}, {"type": "portmap"}]"#),
    Row("hostport-behind-macvlan", "0.6.0", #"[{"type": "ipvlan", "mode": "l2"}, {"type": "portmap"}]"#),
    Row(never: "hostport-behind-macvlan", #"[{"type": "ipvlan", "mode": "l3"}, {"type": "portmap"}]"#),
    Row(never: "hostport-behind-macvlan", #"[{"type": "bridge"}, {"type": "portmap"}]"#),
    Row("source-routing-on-only-interface", "0.8.0", #"[{"type": "ptp", \#(dhcp)}, {"type": "sbr"}]"#),
    Row(
      "source-routing-on-only-interface", "0.8.0", "1.5.1", #"[{"type": "ptp", \#(dhcp)}, {"type": "sbr", "table": 7}]"#
    ),
    Row(never: "source-routing-on-only-interface", #"[{"type": "bridge"}, {"type": "sbr"}]"#),
  ]

  static let addresses: [Row] = [
    Row("ipam-missing", "0.6.0", #"{"type": "ptp"}"#),
    Row("ipam-missing", "0.6.0", #"{"type": "vlan", "master": "eno1", "ipam": null}"#),
    Row("ipam-missing", "1.2.0", #"{"type": "dummy", "ipam": {}}"#),
    Row("ipam-missing", "0.6.0", "0.7.6", #"{"type": "bridge"}"#),
    Row("ipam-missing", "0.6.0", #"{"type": "ipvlan"}"#),
    Row("ipam-missing", "0.6.0", "0.6.0", #"[{"type": "ovs"}, {"type": "ipvlan"}]"#),
    Row(never: "ipam-missing", #"{"type": "host-device", "device": "eno2"}"#),
    Row(never: "ipam-missing", #"{"type": "ptp", "ipam": {"subnet": "10.1.0.0/24"}}"#),
    Row("ipam-without-type", "0.6.0", #"{"type": "ptp", "ipam": {"subnet": "10.1.0.0/24"}}"#),
    Row("ipam-without-type", "0.8.0", #"{"type": "host-device", "device": "e", "ipam": {"subnet": "10.1.0.0/24"}}"#),
    Row("ipam-without-type", "0.6.0", #"{"type": "bridge", "ipam": {"type": ""}}"#),
    Row(never: "ipam-without-type", #"{"type": "ovs", "ipam": {"subnet": "10.1.0.0/24"}}"#),
    Row(never: "ipam-without-type", #"{"type": "flannel", "ipam": {"routes": []}}"#),
    Row("ipam-empty", "0.8.0", #"{"type": "bridge", "ipam": {}}"#),
    Row("ipam-never-run", "0.6.0", #"[{"type": "bridge"}, {"type": "portmap", \#(dhcp)}]"#),
    Row("ipam-never-run", "0.6.0", #"{"type": "loopback", \#(dhcp)}"#),
    Row(never: "ipam-never-run", #"{"type": "flannel", "ipam": {}}"#),
    Row("chained-plugin-without-address", "0.8.0", #"[{"type": "bridge"}, {"type": "sbr"}]"#),
    Row("chained-plugin-without-address", "0.8.0", #"[{"type": "macvlan", "ipam": {}}, {"type": "portmap"}]"#),
    Row(never: "chained-plugin-without-address", #"[{"type": "bridge"}, {"type": "ovs"}, {"type": "sbr"}]"#),
    Row(never: "chained-plugin-without-address", #"[{"type": "bridge", \#(dhcp)}, {"type": "sbr"}]"#),
    Row(never: "chained-plugin-without-address", #"[{"type": "bridge"}, {"type": "tuning"}]"#),
    Row(never: "chained-plugin-without-address", #"[{"type": "bridge", "ipam": "dhcp"}, {"type": "sbr"}]"#),
    Row("dns-never-applied", "0.8.0", #"{"type": "macvlan", "ipam": {"type": "static", "dns": {"domain": "x"}}}"#),
    Row(
      "dns-never-applied", "0.6.0", "1.1.1",
      #"""
      {"type": "bridge", "ipam": {"type": "host-local", "resolvConf": "/x"}}
      """#),
    Row("dns-never-applied", "0.6.0", "0.8.2", #"{"type": "ptp", "ipam": {"type": "host-local", "resolvConf": "/x"}}"#),
    Row("dns-never-applied", "1.2.0", #"{"type": "dummy", "dns": {"domain": "x"}, \#(dhcp)}"#),
    Row(never: "dns-never-applied", #"{"type": "macvlan", "dns": {"domain": "x"}, \#(dhcp)}"#),
    Row(never: "dns-never-applied", #"{"type": "macvlan", "ipam": {"type": "static", "dns": {}}}"#),
  ]

  @Test(arguments: order + company + addresses)
  func theRuleSpeaksInItsReleases(_ row: Row) throws {
    #expect(try ListRun.releases(of: row.rule, in: row.chain) == row.releases)
  }

  @Test func sbrOnAFurtherNetworkIsRight() throws {
    let text =
      #"""
      [{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge"}]}, {"cniVersion": "1.0.0", "name": \#
      "b", "plugins": [{"type": "ptp", "ipam": {"type": "dhcp"}}, {"type": "sbr"}]}]
      """#
    #expect(!(try ListRun(text)).rules.contains("source-routing-on-only-interface"))
  }

  @Test func whatTheFirstPluginSaysIsThatOfTheRelease() throws {
    for (chain, plugins, due) in [
      (#"{"type": "tuning"}"#, "0.7.6", "ADD fails: tuning crashes"),
      (#"{"type": "tuning"}"#, "0.8.0", #"ADD fails: plugin type="tuning" failed (add): Required prevResult missing"#),
      (
        #"{"type": "sbr"}"#, "1.9.1",
        #"ADD fails: plugin type="sbr" failed (add): This plugin must be called as chained plugin"#
      ),
    ] as [(String, Version, String)] {
      #expect(try ListRun(chain, plugins: plugins).asides(of: "chained-plugin-first").first == due)
    }
  }

  @Test func messagesSpeakInTheWordsOfAnIntent() throws {
    let chain = #"[{"type": "bridge", "macspoofchk": true}, {"type": "tuning", "mac": "02:00:00:00:00:01"}]"#
    let run = try ListRun(chain, vocabularies: [.intent("bridge"), .intent("tuning")])
    #expect(
      run.findings(of: "macspoofchk-with-tuning-mac").first?.message
        == "mac changes the MAC address, and the bridge checks for another (macSpoofCheck)")
    let tooNew = try ListRun(
      #"{"type": "bridge", "macspoofchk": true}"#, plugins: "1.0.1", vocabularies: [.intent("bridge")])
    #expect(
      tooNew.findings(of: "key-too-new").first?.message
        == "macSpoofCheck needs plugins 1.1.0 or later, and bridge is of 1.0.1")
  }
}

import CNIModel
import Diagnostics
import NetworkTypes
import Testing

/// portmap, firewall and bandwidth.
@Suite struct PluginPacketFilterTests {
  @Test func kubeletMadeItsChainUpTo126() throws {
    let chain = #"{"type": "portmap", "externalSetMarkChain": "KUBE-MARK-MASQ"}"#
    #expect(try !PluginRun(chain, kubernetes: "1.26").rules.contains("external-mark-chain"))
    let later = try PluginRun(chain, kubernetes: "1.27")
    #expect(later.pointers(of: "external-mark-chain") == ["/plugins/0/externalSetMarkChain"])
    #expect(later.effect(of: "external-mark-chain")?.contains("kubelet of Kubernetes 1.27 does not make it") == true)
    // Nobody makes a chain of the site's own.
    let own = #"{"type": "portmap", "externalSetMarkChain": "SITE-MARK"}"#
    #expect(try PluginRun(own, kubernetes: "1.26").rules.contains("external-mark-chain"))
  }

  @Test func aChainThatIsNotCalledNeedNotBeThere() throws {
    for other in [#""snat": false"#, #""backend": "nftables""#, #""markMasqBit": 3"#] {
      let run = try PluginRun(#"{"type": "portmap", "externalSetMarkChain": "SITE-MARK", \#(other)}"#)
      #expect(!run.rules.contains("external-mark-chain"), "\(other)")
    }
  }

  @Test func allOptionsOfTheOtherFilterAreQuotedTogether() throws {
    let run = try PluginRun(
      #"{"type": "portmap", "backend": "nftables", "externalSetMarkChain": "X", "conditionsV4": ["-s", "10.0.0.0/8"]}"#)
    #expect(
      run.pointers(of: "portmap-backend-mismatch") == ["/plugins/0/externalSetMarkChain", "/plugins/0/conditionsV4"])
    #expect(
      run.effect(of: "portmap-backend-mismatch")?.hasSuffix(
        "contains iptables-specific options [externalSetMarkChain conditionsV4]") == true)
  }

  @Test func anUnknownBackendIsNotComparedWithAnything() throws {
    let run = try PluginRun(#"{"type": "portmap", "backend": "nft", "conditionsV4": ["ip", "saddr", "10.0.0.0/8"]}"#)
    #expect(run.rules.contains("unknown-value") && !run.rules.contains("portmap-backend-mismatch"))
  }

  @Test(arguments: [
    (#"["-s 10.0.0.0/8"]"#, 0), (#"["-s", "10.0.0.0/8", "! -d 10.1.0.0/16"]"#, 2),
    (#"["-m", "comment", "--comment", "a b", "-s 10.0.0.0/8"]"#, 4),
  ])
  func aConditionIsOneWord(_ list: String, _ index: Int) throws {
    let run = try PluginRun(#"{"type": "portmap", "conditionsV4": \#(list)}"#)
    #expect(run.pointers(of: "condition-not-tokenized") == ["/plugins/0/conditionsV4/\(index)"])
  }

  @Test func nftablesDoesNotMindSpaces() throws {
    let run = try PluginRun(
      #"{"type": "portmap", "backend": "nftables", "conditionsV4": ["ip saddr 10.0.0.0/8"]}"#)
    #expect(!run.rules.contains("condition-not-tokenized"))
  }

  @Test(arguments: [
    ("conditionsV4", #"["-s", "10.0.0.0/8,fd00::/8"]"#, ["/1"]), ("conditionsV4", #"["-s", "::1"]"#, ["/1"]),
    ("conditionsV6", #"["-d", "192.168.0.1"]"#, ["/1"]), ("conditionsV6", #"["-s", "fd00::/8"]"#, []),
    ("conditionsV4", #"["-i", "eth0", "-s", "10.0.0.0/8"]"#, []),
    ("conditionsV4", #"["-m", "iprange", "--src-range", "10.0.0.1-10.0.0.9"]"#, []),
  ])
  func addressesStandInTheListOfTheirFamily(_ key: String, _ list: String, _ places: [String]) throws {
    let run = try PluginRun(#"{"type": "portmap", "\#(key)": \#(list)}"#)
    #expect(run.pointers(of: "condition-family-mismatch") == places.map { "/plugins/0/\(key)\($0)" })
  }

  @Test func hairpinNeedsMasquerading() throws {
    let bridge = #"{"type": "bridge", "hairpinMode": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#
    let off = try PluginRun(#"[\#(bridge), {"type": "portmap", "snat": false}]"#)
    #expect(off.pointers(of: "hairpin-without-snat") == ["/plugins/1/snat"])
    let on = try PluginRun(#"[\#(bridge), {"type": "portmap", "snat": true}]"#)
    #expect(!on.rules.contains("hairpin-without-snat"))
    // Without a bridge there is nothing to reflect.
    let ptp = try PluginRun(#"[{"type": "ptp", "ipam": {"type": "dhcp"}}, {"type": "portmap", "snat": false}]"#)
    #expect(!ptp.rules.contains("hairpin-without-snat"))
  }

  @Test(arguments: ["-SITE", "!SITE", "SITE RULES", "ACCEPT", "FORWARD"])
  func namesThatNoChainOfOnesOwnHas(_ name: String) throws {
    let run = try PluginRun(#"{"type": "firewall", "iptablesAdminChainName": "\#(name)"}"#)
    #expect(run.pointers(of: "chain-name-invalid") == ["/plugins/0/iptablesAdminChainName"])
    #expect(!run.rules.contains("chain-name-too-long"))
  }

  @Test func chainsOfTheOtherBackendAreIdleAndNotJudged() throws {
    let run = try PluginRun(#"{"type": "firewall", "backend": "firewalld", "iptablesAdminChainName": "SITE RULES"}"#)
    #expect(run.pointers(of: "key-without-effect") == ["/plugins/0/iptablesAdminChainName"])
    #expect(!run.rules.contains("chain-name-invalid"))
  }

  @Test func aSlipInFirewallsBackendIsMended() throws {
    let run = try PluginRun(#"{"type": "firewall", "backend": "iptable"}"#)
    #expect(run.findings(of: "firewall-backend-ignored").map(\.help) == [#"write "iptables""#])
    #expect(!run.rules.contains("unknown-value"))
  }

  @Test(arguments: [
    (#""ingressRate": 8000000"#, "rate-without-burst", "ingressRate"),
    (#""ingressRate": 8000000, "ingressBurst": 0"#, "rate-without-burst", "ingressRate"),
    (#""egressBurst": 8000000, "egressRate": 0"#, "rate-without-burst", "egressBurst"),
    (#""egressRate": 7, "egressBurst": 800000"#, "rate-too-small", "egressRate"),
    (#""egressRate": 8, "egressBurst": 800000"#, "rate-implausible", "egressRate"),
    (#""ingressRate": 63999, "ingressBurst": 800000"#, "rate-implausible", "ingressRate"),
    (#""ingressRate": 64000, "ingressBurst": 12111"#, "burst-below-mtu", "ingressBurst"),
    (#""ingressRate": 64000, "ingressBurst": 34359738360"#, "burst-too-large", "ingressBurst"),
    (#""ingressRate": 64000, "ingressBurst": 18446744073709551615"#, "burst-too-large", "ingressBurst"),
  ])
  func limitsOfBandwidth(_ keys: String, _ rule: String, _ key: String) throws {
    let own: Set<String> = [
      "rate-without-burst", "rate-too-small", "rate-implausible", "burst-below-mtu", "burst-too-large",
    ]
    let run = try PluginRun(#"{"type": "bandwidth", \#(keys)}"#)
    #expect(run.rules.intersection(own) == [rule])
    #expect(run.pointers(of: rule) == ["/plugins/0/\(key)"])
  }

  @Test func aPacketIsAsLargeAsTheMTU() throws {
    func run(_ mtu: String, _ burst: Int) throws -> [String] {
      try PluginRun(
        #"[{"type": "bridge"\#(mtu)}, {"type": "bandwidth", "egressRate": 8000000, "egressBurst": \#(burst)}]"#
      ).pointers(of: "burst-below-mtu")
    }
    #expect(try run("", 12111) == ["/plugins/1/egressBurst"])
    #expect(try run("", 12112) == [])
    #expect(try run(#", "mtu": 9000"#, 72111) == ["/plugins/1/egressBurst"])
    #expect(try run(#", "mtu": 9000"#, 72112) == [])
  }

  @Test func oneStaticLimitSwitchesTheOthersOff() throws {
    let run = try PluginRun(
      #"{"type": "bandwidth", "egressBurst": 0, "ingressRate": 0, "capabilities": {"bandwidth": true}}"#)
    #expect(run.pointers(of: "static-bandwidth-disables-runtime") == ["/plugins/0/egressBurst"])
    let alone = try PluginRun(#"{"type": "bandwidth", "ingressRate": 8000000, "ingressBurst": 800000}"#)
    #expect(!alone.rules.contains("static-bandwidth-disables-runtime"))
  }

  @Test func keysOfHostLocalsOldFormNeedTheirSubnet() throws {
    let idle = try PluginRun(
      #"{"type": "bridge", "ipam": {"type": "host-local", "rangeEnd": "10.1.0.9", "gateway": "10.1.0.1", "ranges": []}}"#
    )
    #expect(idle.pointers(of: "key-without-effect") == ["/plugins/0/ipam/rangeEnd", "/plugins/0/ipam/gateway"])
    let used = try PluginRun(
      #"{"type": "bridge", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.9"}}"#)
    #expect(!used.rules.contains("key-without-effect"))
  }
}

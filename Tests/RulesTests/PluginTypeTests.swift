import Diagnostics
import Catalogue
import NetworkTypes
import Testing

/// Names of plugins: known, yet to come, gone, misspelt, unknown.
@Suite struct PluginTypeTests {
  private static let rules: Set = [
    "plugin-not-in-release", "plugin-moved-elsewhere", "unknown-plugin", "third-party-plugin", "plugin-type-is-path",
  ]

  @Test func everyPluginIsThereInItsReleases() throws {
    for facts in Catalogue.plugins where facts.role != .ipam {
      for release in Catalogue.pluginReleases.map(\.version) {
        let found = try ListRun(#"[{"type": "\#(facts.type)"}]"#, plugins: release).rules.intersection(Self.rules)
        let due: Set<String> =
          if facts.span.isAhead(of: release) {
            ["plugin-not-in-release"]
          } else if facts.span.isOver(at: release) {
            ["plugin-moved-elsewhere"]
          } else {
            []
          }
        #expect(found == due, "\(facts.type) in \(release)")
      }
    }
  }

  @Test func anIPAMPluginIsToldAtItsOwnPlace() throws {
    let run = try ListRun(#"{"type": "bridge", "ipam": {"type": "static"}}"#, plugins: "0.7.6")
    #expect(run.pointers(of: "plugin-not-in-release") == ["/plugins/0/ipam/type"])
  }

  @Test(arguments: [
    ("brigde", "bridge"), ("Bridge", "bridge"), ("port-map", "portmap"), ("hostdevice", "host-device"),
    ("macvlans", "macvlan"), ("firewal", "firewall"),
  ])
  func aSlipIsAnError(_ type: String, _ meant: String) throws {
    let run = try ListRun(#"{"type": "\#(type)"}"#)
    #expect(run.pointers(of: "unknown-plugin") == ["/plugins/0/type"])
    #expect(run.findings(of: "unknown-plugin").first?.help == "write \"\(meant)\"")
  }

  @Test(arguments: [
    "calico", "cilium-cni", "multus", "whereabouts", "ovs", "sriov", "bond", "macvtap", "ipvtap", "vxlan", "weave-net",
    "kube-ovn", "azure-vnet", "aws-cni", "egress-cni", "ib-sriov", "istio-cni", "linkerd-cni", "route-override",
    "tc-redirect-tap", "dnsname", "awslogs", "galaxy-sdn", "antrea", "terway", "netavark", "userspace", "win-bridge",
  ])
  func aNameOfOthersPassesWithANote(_ type: String) throws {
    let run = try ListRun(#"{"type": "\#(type)"}"#)
    #expect(run.pointers(of: "third-party-plugin") == ["/plugins/0/type"])
    #expect(run.findings(of: "third-party-plugin").first?.severity == .note)
    #expect(!run.rules.contains("unknown-plugin"))
  }

  @Test func theIPAMOfAnUnknownPluginIsItsOwnAffair() throws {
    let run = try ListRun(#"{"type": "calico", "ipam": {"type": "host_local"}}"#)
    #expect(run.pointers(of: "third-party-plugin") == ["/plugins/0/type"])
    #expect(!run.rules.contains("unknown-plugin"))
  }

  @Test func aSlipUnderIPAMMeansAnIPAMPlugin() throws {
    let run = try ListRun(#"{"type": "bridge", "ipam": {"type": "host_local"}}"#)
    #expect(run.pointers(of: "unknown-plugin") == ["/plugins/0/ipam/type"])
    #expect(run.findings(of: "unknown-plugin").first?.help == "write \"host-local\"")
    let other = try ListRun(#"{"type": "bridge", "ipam": {"type": "portmap"}}"#)
    #expect(other.pointers(of: "ipam-type-not-ipam") == ["/plugins/0/ipam/type"])
  }

  @Test func aPathIsRefusedFromLibcni081On() throws {
    let text = #"{"type": "../bin/bridge"}"#
    let found = try ListRun.runtimes.filter { try ListRun(text, containerd: $0).rules.contains("plugin-type-is-path") }
    #expect(found.map(\.description) == ["1.5.0", "1.6.0", "1.6.4", "1.6.5", "1.7.0", "2.0.0", "2.1.0"])
  }

  @Test func statusMakesAMissingBinaryAMatterOfTheNode() throws {
    let text = #"{"cniVersion": "1.1.0", "name": "n", "plugins": [{"type": "bridge"}, {"type": "tuninng"}]}"#
    let due = #"the node stays NotReady: Network plugin returns error: failed to find plugin "tuninng" in path […]"#
    #expect(try ListRun(text, containerd: "2.0.1").asides(of: "unknown-plugin").contains(due))
    #expect(!(try ListRun(text, containerd: "2.0.0")).asides(of: "unknown-plugin").contains(due))
  }

  @Test func aPluginWithoutTypeIsNotLoaded() throws {
    let text =
      #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"bridge": "b"}, {"type": ""}, {"type": null}, {"type": 3}]}"#
    let run = try ListRun(text)
    #expect(run.pointers(of: "plugin-without-type") == ["/plugins/0", "/plugins/1/type", "/plugins/2"])
    #expect(run.pointers(of: "wrong-type") == ["/plugins/3/type"])
  }
}

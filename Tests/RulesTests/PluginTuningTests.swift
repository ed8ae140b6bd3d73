import CNIModel
import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// Sysctls: how names are read, which are known, and what is said of those that are not.
@Suite struct PluginTuningTests {
  /// A chain that hands out an IPv6 address and sets one sysctl.
  private func run(_ name: String, _ value: String = "1", plugins: Version = "1.9.1") throws -> PluginRun {
    try PluginRun(
      #"""
      [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "fd00::/64"}},
       {"type": "tuning", "sysctl": {"\#(name)": "\#(value)"}}]
      """#, plugins: plugins)
  }

  @Test(arguments: [
    ("net.ipv4.ip_forward", "net/ipv4/ip_forward"), ("net/ipv4/ip_forward", "net/ipv4/ip_forward"),
    ("net/ipv4/conf/eth0.100/rp_filter", "net/ipv4/conf/eth0.100/rp_filter"),
    ("net.ipv4.conf.eth0/100.rp_filter", "net/ipv4/conf/eth0.100/rp_filter"),
    ("net..core.somaxconn", "net/core/somaxconn"), ("/net/core/somaxconn", "net/core/somaxconn"),
  ])
  func aNameIsReadInEitherNotation(_ text: String, _ path: String) {
    #expect(SysctlName(text).path == path)
  }

  @Test func theInterfaceOfANameIsAStarInTheTables() {
    #expect(SysctlName("net.ipv6.conf.eth0.disable_ipv6").pattern == "net/ipv6/conf/*/disable_ipv6")
    #expect(SysctlName("net.ipv4.neigh.default.gc_thresh1").interface == "default")
    #expect(SysctlName("net.core.somaxconn").interface == nil)
  }

  @Test(arguments: [
    ("kernel.shmmax", "sysctl-outside-net"), ("somaxconn", "sysctl-outside-net"), ("net", "sysctl-outside-net"),
    ("Net.core.somaxconn", "sysctl-outside-net"), ("core.somaxconn", "sysctl-outside-net"),
    ("net.core.somaxcon", "sysctl-unknown"), ("net.ipv4.tcp_fin_timeuot", "sysctl-unknown"),
    ("net.ipv4.somaxconn", "sysctl-unknown"), ("net.ipv4.conf.rp_filter", "sysctl-unknown"),
    ("net.ipv5.ip_forward", "sysctl-unknown"), ("net.ipv4.conf.eth0.rp_filte", "sysctl-unknown"),
    ("net.core.default_qdisc", "sysctl-not-namespaced"), ("net.core.rmem_max", "sysctl-not-namespaced"),
    ("net.netfilter.nf_conntrack_max", "sysctl-not-namespaced"), ("net.nf_conntrack_max", "sysctl-not-namespaced"),
    ("net.ipv4.neigh.default.gc_thresh3", "sysctl-not-namespaced"),
    ("net.ipv4.conf.all.mc_forwarding", "sysctl-read-only"), ("net/ipv4/tcp_ehash_entries", "sysctl-read-only"),
    ("net.ipv6.conf.all.disable_ipv6", "sysctl-disables-ipv6"),
    ("net/ipv6/conf/eth0/disable_ipv6", "sysctl-disables-ipv6"),
  ])
  func namesThatCannotBeSet(_ name: String, _ rule: String) throws {
    let own: Set<String> = [
      "sysctl-outside-net", "sysctl-unknown", "sysctl-not-namespaced", "sysctl-read-only", "sysctl-disables-ipv6",
    ]
    let run = try run(name)
    #expect(run.rules.intersection(own) == [rule])
    #expect(run.pointers(of: rule) == ["/plugins/1/sysctl/\(name.replacing("/", with: "~1"))"])
  }

  @Test(arguments: [
    ("net.ipv4.tcp_fin_timeouts", "net.ipv4.tcp_fin_timeout"), ("net/core/somaxcon", "net/core/somaxconn"),
    ("net.ipv4.conf.rp_filter", "net.ipv4.conf.IFNAME.rp_filter"), ("net.core.tcp_rmem", "net.ipv4.tcp_rmem"),
    ("net.ipv6.conf.eth0.acept_ra", "net.ipv6.conf.eth0.accept_ra"),
    ("net.ipv4.forwarding", "net.ipv4.conf.IFNAME.forwarding"),
  ])
  func theNameThatWasMeantIsTold(_ name: String, _ meant: String) throws {
    #expect(try run(name).findings(of: "sysctl-unknown").map(\.help) == ["did you mean \(meant)?"])
  }

  @Test func aNameOutsideNetIsPrintedAsTheReleasePrintsIt() throws {
    #expect(
      try run("kernel.shmmax", plugins: "1.1.1").effect(of: "sysctl-outside-net")?
        .hasSuffix(#"invalid net sysctl key: "kernel.shmmax""#) == true)
    #expect(
      try run("kernel.shmmax", plugins: "1.2.0").effect(of: "sysctl-outside-net")?
        .hasSuffix(#"invalid net sysctl key: "kernel/shmmax""#) == true)
  }

  @Test(arguments: ["0", "", "off", "00"])
  func ipv6StaysOnWithAnyOtherValue(_ value: String) throws {
    #expect(try !run("net.ipv6.conf.all.disable_ipv6", value).rules.contains("sysctl-disables-ipv6"))
  }

  @Test(arguments: [
    "net.ipv6.conf.default.disable_ipv6", "net.ipv6.conf.eth1.disable_ipv6", "net.ipv6.conf.lo.disable_ipv6",
  ])
  func ipv6StaysOnOnTheInterfaceInQuestion(_ name: String) throws {
    #expect(try !run(name).rules.contains("sysctl-disables-ipv6"))
  }

  @Test func withoutIPv6ThereIsNothingToLose() throws {
    let run = try PluginRun(
      #"""
      [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}},
       {"type": "tuning", "sysctl": {"net.ipv6.conf.all.disable_ipv6": "1"}}]
      """#)
    #expect(!run.rules.contains("sysctl-disables-ipv6"))
  }

  @Test func theSecondOfTwoNotationsIsAtFault() throws {
    let run = try PluginRun(
      #"{"type": "tuning", "sysctl": {"net/core/somaxconn": "1", "net.ipv4.ip_forward": "1", "net.core.somaxconn": "2"}}"#
    )
    #expect(run.pointers(of: "sysctl-duplicate") == ["/plugins/0/sysctl/net.core.somaxconn"])
  }

  /// Each name in the tables is known by its own pattern and has one owner; no name is a slip of itself.
  @Test func theTablesAreConsistent() {
    for (folder, names) in KnownSysctls.folders {
      let leaves = names.split(whereSeparator: \.isWhitespace)
      #expect(leaves.map(String.init) == leaves.map(String.init).sorted(), "\(folder)")
      #expect(Set(leaves).count == leaves.count, "\(folder)")
      for leaf in leaves { #expect(KnownSysctls.owner(of: "\(folder)/\(leaf)") != nil) }
      let shared = Set(leaves).intersection((KnownSysctls.nodes[folder] ?? "").split(whereSeparator: \.isWhitespace))
      #expect(shared.isEmpty, "\(folder) has two owners of \(shared)")
    }
    for pattern in KnownSysctls.visible.union(KnownSysctls.readOnly) {
      #expect(KnownSysctls.folders.contains { folder, _ in pattern.hasPrefix("\(folder)/") }, "\(pattern)")
    }
    #expect(KnownSysctls.visible.isDisjoint(with: KnownSysctls.readOnly))
  }
}

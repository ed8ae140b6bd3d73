import Catalogue
import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// What works draws no finding from the rules about single plugins, in any release.
@Suite struct PluginFalseAlarmTests {
  @Test(arguments: [
    // A whole network as it should be.
    #"""
    [{"type": "bridge", "bridge": "br-pods", "isGateway": true, "ipMasq": true, "hairpinMode": true, "mtu": 1450,
      "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}], [{"subnet": "fd00:1::/64"}]],
               "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]}},
     {"type": "tuning", "sysctl": {"net.core.somaxconn": "512", "net/ipv4/tcp_fin_timeout": "30"}, "mtu": 1450,
      "mac": "02:5e:10:00:00:21"},
     {"type": "bandwidth", "capabilities": {"bandwidth": true}},
     {"type": "firewall", "backend": "iptables", "iptablesAdminChainName": "SITE-ADMIN"},
     {"type": "portmap", "capabilities": {"portMappings": true}, "snat": true, "markMasqBit": 31}]
    """#,
    // Limits that are just met.
    #"{"type": "bridge", "bridge": "fifteen-bytes-x", "mtu": 68, "vlan": 0}"#,
    #"{"type": "bridge", "mtu": 65535, "vlan": 4094, "preserveDefaultVlan": false}"#,
    #"{"type": "bridge", "mtu": 1280, "ipam": {"type": "host-local", "subnet": "fd00::/64"}}"#,
    #"{"type": "bridge", "vlanTrunk": [{"minID": 1, "maxID": 4094}, {"id": 7}], "preserveDefaultVlan": true}"#,
    #"{"type": "bandwidth", "egressRate": 64000, "egressBurst": 12112, "ingressRate": 0, "ingressBurst": 0}"#,
    #"{"type": "firewall", "iptablesAdminChainName": "A234567890123456789012345678"}"#,
    // Nothing is known of other people's plugins, whatever their keys are called.
    #"""
    [{"type": "antrea", "hairpinMode": true, "promiscMode": true, "bridge": "sixteen-bytes-xx", "mtu": -5,
      "vlan": 9999, "mac": "random", "ipMasqBackend": "x", "ipam": {"type": "whereabouts", "rangeStart": "10.1.0.5"}},
     {"type": "my-tuning", "sysctl": {"kernel.shmmax": "1"}}]
    """#,
    // A plugin of unknown making may have set the interface up before.
    #"[{"type": "my-plugin"}, {"type": "portmap", "snat": false}, {"type": "tuning", "mtu": 9000}]"#,
    // The runtime hands these over.
    #"{"type": "bridge", "isGateway": true, "capabilities": {"ipRanges": true}, "ipam": {"type": "host-local"}}"#,
    #"{"type": "bridge", "isGateway": true, "ipMasq": true, "ipam": {"type": "whereabouts", "range": "10.1.0.0/24"}}"#,
    // An address manager of one's own may know what a gateway is.
    #"{"type": "bridge", "isGateway": true, "ipam": {"type": "my-dhcp"}}"#,
    // What is off asks for nothing.
    #"""
    {"type": "bridge", "hairpinMode": false, "promiscMode": false, "ipMasq": false, "forceAddress": false,
     "preserveDefaultVlan": false, "isGateway": false, "disableContainerInterface": false, "mtu": 0}
    """#,
    #"{"type": "portmap", "backend": "iptables", "masqAll": false, "snat": true}"#,
    #"{"type": "bridge", "promiscMode": true}"#,
    // Null is as good as absent.
    #"{"type": "bridge", "bridge": null, "mtu": null, "ipMasqBackend": null, "promiscMode": null}"#,
    // A comment may hold spaces, and every family may name its own addresses.
    #"""
    {"type": "portmap", "conditionsV4": ["-m", "comment", "--comment", "from the office", "-s", "10.0.0.0/8,172.16.0.0/12"],
     "conditionsV6": ["-s", "fd00::/8"]}
    """#,
    // Hardware that few people have.
    #"{"type": "host-device", "hwaddr": "80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:0f:91"}"#,
    #"{"type": "host-device", "kernelpath": "/sys/devices/pci0000:00/0000:00:1f.6"}"#,
    #"{"type": "tap", "owner": 1, "group": 1, "selinuxContext": "system_u:object_r:tun_t:s0", "mac": "02:00:00:00:00:01"}"#,
    // Sysctls that are nobody's slip.
    #"""
    {"type": "tuning", "sysctl": {"net.ipv4.conf.all.rp_filter": "0", "net.ipv6.conf.default.disable_ipv6": "1",
     "net/ipv4/conf/eth0.100/arp_filter": "1", "net.ipv4.vs.conntrack": "1", "net.sctp.rto_initial": "1000",
     "net.ipv4.tcp_something_of_a_later_kernel": "1", "net.netfilter.nf_conntrack_tcp_loose": "0"}}
    """#,
    // ipvlan behind a plugin that hands over one interface takes that one for its master.
    #"{"type": "macvlan", "master": "eno1", "mode": "bridge", "mtu": 1400, "ipam": {"type": "dhcp"}}"#,
    // DHCP options by name and number.
    #"""
    {"type": "macvlan", "master": "eno1",
     "ipam": {"type": "dhcp", "provide": [{"option": "host-name", "value": "pod"}, {"option": "061", "fromArg": "ID"}],
              "request": [{"option": "0"}, {"option": "255"}]}}
    """#,
  ])
  func theRulesAreSilent(_ chain: String) throws {
    let ids = Rule.pluginRules.map(\.id)
    for release in Catalogue.pluginReleases.map(\.version) {
      let run = try PluginRun(chain, plugins: release, only: ids)
      #expect(run.rules.isEmpty, "\(run.diagnostics.map(\.message)) with plugins \(release)")
    }
  }

  /// A value of the wrong type is one fault; nothing is said of what it might have meant.
  @Test(arguments: [
    #"{"type": "bridge", "isGateway": "true", "ipMasq": true, "ipam": {"type": "dhcp"}}"#,
    #"{"type": "bridge", "ipMasq": "true", "ipMasqBackend": "nftables"}"#,
    #"{"type": "bridge", "isGateway": "yes", "forceAddress": true}"#,
    #"{"type": "bridge", "vlan": "5", "preserveDefaultVlan": true}"#,
    #"{"type": "bridge", "isGateway": true, "hairpinMode": "true", "promiscMode": true, "ipam": {"type": "static"}}"#,
    #"{"type": "bridge", "bridge": 5, "mtu": "9000", "vlanTrunk": {}}"#,
    #"{"type": "bandwidth", "ingressRate": "10M", "ingressBurst": 12.5, "egressRate": -1}"#,
    #"{"type": "tuning", "mac": 5, "mtu": 1500.5, "sysctl": ["net.core.somaxconn"]}"#,
    #"{"type": "portmap", "markMasqBit": "32", "conditionsV4": "-s fd00::/8", "snat": "false"}"#,
    #"{"type": "firewall", "backend": 5, "iptablesAdminChainName": 5}"#,
    #"{"type": "host-device", "device": 5}"#, #"{"type": "macvlan", "mode": 5, "master": "eno1", "mac": []}"#,
    #"{"type": "vrf", "vrfname": 5}"#, #"{"type": "macvlan", "master": "e0", "ipam": {"type": "dhcp", "request": 5}}"#,
  ])
  func aWrongTypeIsLeftToItsOwnRule(_ plugin: String) throws {
    let run = try PluginRun(plugin)
    let own = Set(Rule.pluginRules.map(\.id))
    #expect(run.rules.contains("wrong-type"))
    #expect(run.rules.isDisjoint(with: own), "\(run.diagnostics.map(\.message))")
  }

  /// The sample that containerd's own scripts install has two weak spots and no more.
  @Test func theReferenceNetworkDrawsTwoWarnings() throws {
    let chain = #"""
      [{"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "promiscMode": true,
        "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}], [{"subnet": "2001:db8:4860::/64"}]],
                 "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]}},
       {"type": "portmap", "capabilities": {"portMappings": true}, "externalSetMarkChain": "KUBE-MARK-MASQ"}]
      """#
    for release in PluginRun.span("0.8.0") {
      let version = try #require(Version(release))
      let run = try PluginRun(chain, plugins: version, only: Rule.pluginRules.map(\.id))
      #expect(run.rules == ["promiscuous-hairpin", "external-mark-chain"], "plugins \(release)")
    }
  }
}

import NetworkTypes
import Testing

/// Each rule speaks in the releases that have the fault, and in no other.
@Suite struct PluginReleaseTests {
  /// A chain and the releases, first and last, in which a rule is due.
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let chain: String
    let spans: [(first: Version, last: Version)]

    init(_ rule: String, _ first: Version, _ chain: String) { self.init(rule, [(first, "1.9.1")], chain) }

    init(_ rule: String, _ first: Version, _ last: Version, _ chain: String) {
      self.init(rule, [(first, last)], chain)
    }

    init(_ rule: String, _ spans: [(first: Version, last: Version)], _ chain: String) {
      self.rule = rule
      self.spans = spans
      self.chain = chain
    }

    var testDescription: String { "\(rule): \(chain)" }
  }

  @Test(arguments: bridges + interfaces + packetFilters + others)
  func theRuleSpeaksInItsReleases(_ row: Row) throws {
    let due = row.spans.flatMap { PluginRun.span($0.first, $0.last) }
    #expect(try PluginRun.releases(of: row.rule, in: row.chain) == due)
  }

  static let bridges: [Row] = [
    Row("hairpin-with-promiscuous", "0.6.0", #"{"type": "bridge", "promiscMode": true, "hairpinMode": true}"#),
    Row("bridge-name-too-long", "0.6.0", #"{"type": "bridge", "bridge": "sixteen-bytes-xx"}"#),
    Row(
      "bridge-name-too-long", "0.8.0",
      #"{"type": "bridge", "bridge": "br-pods-012", "isGateway": true, "vlan": 4000, "ipam": {"type": "dhcp"}}"#),
    Row("vlan-out-of-range", "0.8.0", #"{"type": "bridge", "vlan": 4095}"#),
    Row("vlan-with-vlan-trunk", "1.3.0", "1.7.1", #"{"type": "bridge", "vlan": 1, "vlanTrunk": [{"id": 2}]}"#),
    Row("vlan-trunk-invalid", "1.3.0", #"{"type": "bridge", "vlanTrunk": [{"id": 0}]}"#),
    Row("preserve-default-vlan-unset", "1.3.0", "1.7.1", #"{"type": "bridge", "vlan": 5}"#),
    Row("preserve-default-vlan-unset", "1.3.0", "1.7.1", #"{"type": "bridge", "vlanTrunk": [{"id": 5}]}"#),
    Row("gateway-without-ipam", "0.8.0", #"{"type": "bridge", "isDefaultGateway": true, "ipam": {}}"#),
    Row(
      "disabled-interface-with-ipam", "1.4.1",
      #"{"type": "bridge", "disableContainerInterface": true, "ipam": {"type": "dhcp"}}"#),
    Row("gateway-with-dhcp", "0.6.0", #"{"type": "bridge", "isDefaultGateway": true, "ipam": {"type": "dhcp"}}"#),
    Row("key-without-effect", "1.6.0", #"{"type": "bridge", "ipMasqBackend": "nftables"}"#),
    Row("key-without-effect", "1.6.0", #"{"type": "ptp", "ipMasqBackend": "nftables", "ipam": {"type": "dhcp"}}"#),
    Row("key-without-effect", "1.3.0", #"{"type": "bridge", "preserveDefaultVlan": true}"#),
    Row("key-without-effect", "1.3.0", #"{"type": "bridge", "vlanTrunk": [{}]}"#),
    Row("key-without-effect", "0.6.0", #"{"type": "bridge", "forceAddress": true}"#),
  ]

  static let interfaces: [Row] = [
    Row("vlan-out-of-range", "0.6.0", #"{"type": "vlan", "master": "eno1", "vlanId": 4095}"#),
    Row("vlan-id-zero", "0.6.0", #"{"type": "vlan", "master": "eno1", "vlanId": 0}"#),
    Row("mtu-out-of-range", "0.6.0", #"{"type": "macvlan", "mtu": -1}"#),
    Row("mtu-out-of-range", "0.8.0", #"[{"type": "bridge"}, {"type": "tuning", "mtu": 67}]"#),
    Row("mtu-out-of-range", "1.3.0", #"{"type": "tap", "mtu": 60}"#),
    Row("master-missing", "0.6.0", "0.7.6", #"{"type": "macvlan", "master": ""}"#),
    Row("master-missing", "0.6.0", "0.8.7", #"{"type": "ipvlan"}"#),
    Row("master-missing", "0.6.0", #"[{"type": "bridge"}, {"type": "ipvlan"}]"#),
    Row("master-missing", "0.6.0", "0.6.0", #"[{"type": "macvlan", "master": "e0"}, {"type": "ipvlan"}]"#),
    Row("mac-invalid", "0.8.0", #"{"type": "tuning", "mac": "random"}"#),
    Row("mac-invalid", "0.8.7", #"{"type": "macvlan", "mac": "01:00:00:00:00:01"}"#),
    Row("mac-invalid", "1.3.0", #"{"type": "tap", "mac": "00:00:00:00:00:00"}"#),
    Row("interface-name-too-long", "0.9.0", #"{"type": "vrf", "vrfname": "tenant-blue-0042"}"#),
    Row("interface-name-invalid", "1.4.0", #"{"type": "tap", "bridge": "br/0"}"#),
    Row("tap-bridge-in-container", "1.4.0", #"{"type": "tap", "bridge": "br0"}"#),
    Row("key-without-effect", "1.3.0", #"{"type": "tap", "owner": 1, "group": 1, "mac": "02:00:00:00:00:01"}"#),
    Row(
      "key-without-effect", "1.3.0", #"{"type": "tap", "owner": 1, "group": 1, "capabilities": {"mac": true}}"#),
    Row("host-device-selector-missing", "0.7.0", #"{"type": "host-device"}"#),
    Row("host-device-selector-missing", "0.7.0", "0.8.0", #"{"type": "host-device", "pciBusID": "0000:00:1f.6"}"#),
    Row(
      "host-device-selector-missing", "0.7.0", "0.8.5",
      #"{"type": "host-device", "capabilities": {"deviceID": true}}"#),
    Row("host-device-selector-invalid", "0.7.0", #"{"type": "host-device", "hwaddr": "02:00"}"#),
    Row("host-device-selector-invalid", "0.8.1", #"{"type": "host-device", "pciBusID": "1f.6"}"#),
    Row("host-device-selector-invalid", "0.9.1", #"{"type": "host-device", "device": "e0", "pciBusID": "1f.6"}"#),
    Row("host-device-several-selectors", "0.8.1", #"{"type": "host-device", "device": "e0", "pciBusID": "1f.6"}"#),
  ]

  static let packetFilters: [Row] = [
    Row("mark-chain-with-mark-bit", "0.7.0", #"{"type": "portmap", "markMasqBit": 1, "externalSetMarkChain": "X"}"#),
    Row("mark-bit-out-of-range", "0.7.0", #"{"type": "portmap", "markMasqBit": -1}"#),
    Row("external-mark-chain", "0.7.0", #"{"type": "portmap", "externalSetMarkChain": "SITE-MARK"}"#),
    Row("portmap-nftables-broken", "1.6.0", "1.6.0", #"{"type": "portmap", "backend": "nftables"}"#),
    Row("portmap-nftables-captures", "1.6.1", "1.8.0", #"{"type": "portmap", "backend": "nftables"}"#),
    Row(
      "portmap-backend-mismatch", "1.6.0",
      #"{"type": "portmap", "backend": "nftables", "conditionsV6": ["-s", "::/0"]}"#),
    Row(
      "portmap-backend-mismatch", "1.6.0", #"{"type": "portmap", "conditionsV4": ["ip", "saddr", "10.0.0.0/8"]}"#),
    Row(
      "portmap-backend-mismatch", "1.6.0", "1.6.0",
      #"{"type": "portmap", "backend": "iptables", "conditionsV4": ["!", "-s", "10.0.0.0/8"]}"#),
    Row(
      "portmap-backend-mismatch", [("1.6.1", "1.9.1")],
      #"{"type": "portmap", "backend": "nftables", "conditionsV4": ["!", "-s", "10.0.0.0/8"]}"#),
    Row("key-without-effect", "1.6.0", #"{"type": "portmap", "backend": "nftables", "markMasqBit": 1}"#),
    Row("key-without-effect", "1.6.0", #"{"type": "portmap", "backend": "nftables", "masqAll": true}"#),
    Row("key-without-effect", "0.7.0", #"{"type": "portmap", "snat": false, "markMasqBit": 1}"#),
    Row(
      "chain-name-too-long", "0.8.0",
      #"{"type": "firewall", "iptablesAdminChainName": "A23456789012345678901234567890"}"#),
    Row("chain-name-invalid", "0.7.0", #"{"type": "portmap", "externalSetMarkChain": "A B"}"#),
    Row("firewall-backend-ignored", "0.8.0", #"{"type": "firewall", "backend": "nftables"}"#),
    Row(
      "key-without-effect", "0.8.0", #"{"type": "firewall", "backend": "firewalld", "iptablesAdminChainName": "SITE"}"#),
    Row("burst-too-large", "0.8.3", #"{"type": "bandwidth", "ingressRate": 80000000, "ingressBurst": 34359738360}"#),
    Row(
      "burst-below-mtu", [("0.8.0", "1.4.1"), ("1.6.0", "1.9.1")],
      #"{"type": "bandwidth", "ingressRate": 80000000, "ingressBurst": 12000}"#),
    Row(
      "shaped-with-unshaped-subnets", "1.5.0", "1.5.1",
      #"{"type": "bandwidth", "shapedSubnets": ["10.0.0.0/8"], "unshapedSubnets": ["10.1.0.0/16"]}"#),
    Row("shaped-subnet-invalid", "1.5.0", "1.5.1", #"{"type": "bandwidth", "shapedSubnets": ["10.0.0.0"]}"#),
  ]

  static let others: [Row] = [
    Row("sysctl-outside-net", "0.6.0", #"{"type": "tuning", "sysctl": {"vm.swappiness": "1"}}"#),
    Row("value-too-new", "0.6.0", "1.0.1", #"{"type": "tuning", "sysctl": {"net.ipv4.conf.IFNAME.rp_filter": "0"}}"#),
    Row(
      "sysctl-disables-ipv6", "1.1.0",
      #"""
      [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "fd00::/64"}},
       {"type": "tuning", "sysctl": {"net.ipv6.conf.IFNAME.disable_ipv6": "1"}}]
      """#),
    Row(
      "vrf-drops-routes", [("0.9.0", "1.3.0"), ("1.7.0", "1.9.0")],
      #"[{"type": "bridge", "isDefaultGateway": true}, {"type": "vrf", "vrfname": "blue"}]"#),
    Row("vrf-twice", "0.9.0", #"[{"type": "vrf", "vrfname": "a"}, {"type": "vrf", "vrfname": "a"}]"#),
    Row(
      "source-routing-with-ipv6", "0.8.0", "0.8.5",
      #"[{"type": "macvlan", "ipam": {"type": "host-local", "subnet": "fd00::/64"}}, {"type": "sbr"}]"#),
    Row("flannel-delegate-invalid", "0.6.0", "0.9.1", #"{"type": "flannel", "delegate": {"ipam": {}}}"#),
    Row("flannel-delegate-invalid", "0.6.0", "0.9.1", #"{"type": "flannel", "delegate": {"type": 5}}"#),
    Row(
      "dhcp-option-invalid", "1.1.0", #"{"type": "macvlan", "ipam": {"type": "dhcp", "provide": [{"option": "256"}]}}"#),
    Row("dhcp-option-invalid", "1.1.0", #"{"type": "macvlan", "ipam": {"type": "dhcp", "provide": [{"value": "x"}]}}"#),
    Row(
      "dhcp-option-invalid", "1.1.0", "1.5.1",
      #"{"type": "macvlan", "ipam": {"type": "dhcp", "request": [{"skipDefault": true}]}}"#),
  ]
}

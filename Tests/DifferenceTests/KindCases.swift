import Difference
import NetworkTypes
import Testing

/// For every kind of change a chain before and after.
struct KindCase: CustomTestStringConvertible {
  let kind: String
  let effect: Effect
  let old: String
  let new: String
  /// Kinds of further changes that go with it.
  var others: [String] = []
  var before = ComparedNodes.Releases.newest
  var after = ComparedNodes.Releases.newest
  /// The text at the places before and after, where they are looked at.
  var oldText: String?
  var newText: String?

  var testDescription: String { "\(kind): \(old) -> \(new)" }

  static let all = networks + addresses + bridges + interfaces + chains + filters + others + anyKeys

  private static let bridge = Chain.of(Chain.bridge())

  private static func key(
    _ kind: String, _ effect: Effect, _ old: String, _ new: String, type: String = "bridge", others: [String] = []
  ) -> KindCase {
    let chain = { (keys: String) in
      switch type {
      case "bridge": Chain.of(Chain.bridge(keys))
      case "ptp", "macvlan", "ipvlan", "vlan": Chain.of(Chain.plugin(type, keys))
      case "host-device": Chain.of(Chain.plugin(type, keys, ipam: nil))
      default: Chain.of(Chain.bridge(), Chain.plugin(type, keys, ipam: nil))
      }
    }
    return KindCase(kind: kind, effect: effect, old: chain(old), new: chain(new), others: others)
  }

  private static func ipam(
    _ kind: String, _ effect: Effect, _ old: String, _ new: String, in type: String = "bridge", keys: String = ""
  ) -> KindCase {
    let chain = { (ipam: String) in
      type == "bridge" ? Chain.of(Chain.bridge(keys, ipam: ipam)) : Chain.of(Chain.plugin(type, keys, ipam: ipam))
    }
    return KindCase(kind: kind, effect: effect, old: chain(old), new: chain(new))
  }

  private static let networks = [
    KindCase(
      kind: "network-renamed", effect: .duplicateAddresses, old: bridge,
      new: ComparedNodes.list(bridge, name: "other"), oldText: #""pods""#, newText: #""other""#),
    KindCase(
      kind: "network-renamed", effect: .drain, old: bridge,
      new: ComparedNodes.list(Chain.of(Chain.bridge("", ipam: Chain.ipam("10.99.0.0/24"))), name: "other"),
      others: ["bridge-address-changed"]),
    KindCase(
      kind: "cni-version-raised", effect: .newPods, old: ComparedNodes.list(bridge, version: "0.4.0"),
      new: bridge, oldText: #""0.4.0""#, newText: #""1.0.0""#),
    KindCase(
      kind: "cni-version-raised", effect: .newPods, old: ComparedNodes.list(bridge, version: "0.3.1"), new: bridge),
    // The runtime does not know the new one.
    KindCase(
      kind: "cni-version-raised", effect: .drain, old: bridge, new: ComparedNodes.list(bridge, version: "1.1.0"),
      before: .init(containerd: "1.6.20"), after: .init(containerd: "1.6.20")),
    KindCase(
      kind: "cni-version-raised", effect: .drain, old: bridge, new: ComparedNodes.list(bridge, version: "1.0.1")),
    // A plugin does not.
    KindCase(
      kind: "cni-version-raised", effect: .drain, old: bridge, new: ComparedNodes.list(bridge, version: "1.1.0"),
      before: .init(plugins: "1.5.1"), after: .init(plugins: "1.5.1")),
    // libcni 0.8 reads nothing older than 0.3.0 as anything newer.
    KindCase(
      kind: "cni-version-raised", effect: .drain, old: ComparedNodes.list(bridge, version: "0.2.0"),
      new: ComparedNodes.list(bridge, version: "0.4.0"), before: .init(containerd: "1.5.18"),
      after: .init(containerd: "1.5.18")),
    KindCase(
      kind: "cni-version-lowered", effect: .newPods, old: bridge, new: ComparedNodes.list(bridge, version: "0.4.0")),
    KindCase(
      kind: "cni-version-lowered", effect: .drain, old: ComparedNodes.list(bridge, version: "1.1.0"), new: bridge,
      others: ["containerd-release-changed"], before: .init(containerd: "2.1.9"), after: .init(containerd: "1.7.34")),
    KindCase(
      kind: "cni-version-lowered", effect: .drain, old: bridge, new: ComparedNodes.list(bridge, version: ""),
      before: .init(containerd: "1.6.2"), after: .init(containerd: "1.6.2")),
    KindCase(
      kind: "list-key-changed", effect: .none, old: bridge,
      new: #"{"disableCheck": true, \#(ComparedNodes.list(bridge).dropFirst())"#),
    KindCase(
      kind: "list-key-changed", effect: .newPods, old: bridge,
      new: #"{"loadOnlyInlinedPlugins": true, \#(ComparedNodes.list(bridge).dropFirst())"#),
    KindCase(
      kind: "list-key-changed", effect: .none, old: bridge,
      new: #"{"nerdctlID": "x", \#(ComparedNodes.list(bridge).dropFirst())"#),
  ]

  private static let addresses = [
    ipam("bridge-address-changed", .deleteBridge, Chain.ipam(), Chain.ipam("10.99.0.0/24")),
    ipam("bridge-address-changed", .deleteBridge, Chain.ipam(), Chain.ipam("10.88.0.0/16")),
    ipam(
      "bridge-address-changed", .deleteBridge, Chain.ipam(), Chain.ipam(range: #""gateway": "10.88.0.254""#)),
    ipam(
      "bridge-address-changed", .drain, Chain.ipam(), Chain.ipam("10.99.0.0/24"), keys: #""forceAddress": true"#),
    ipam("bridge-address-changed", .deleteBridge, Chain.ipam("fd00:1::/64"), Chain.ipam("fd00:1::/56")),
    // Subnets of IPv6 that do not meet stand on a bridge beside each other.
    ipam("subnet-changed", .drain, Chain.ipam("fd00:1::/64"), Chain.ipam("fd00:2::/64")),
    ipam("subnet-changed", .newPods, Chain.ipam(), Chain.ipam("10.99.0.0/24"), in: "ptp"),
    ipam("subnet-changed", .newPods, Chain.ipam(), Chain.ipam("10.88.0.0/16"), in: "macvlan"),
    ipam("subnet-changed", .drain, Chain.ipam(), Chain.ipam("10.99.0.0/24"), in: "macvlan"),
    ipam("gateway-changed", .newPods, Chain.ipam(), Chain.ipam(range: #""gateway": "10.88.0.254""#), in: "macvlan"),
    ipam("range-changed", .newPods, Chain.ipam(), Chain.ipam(range: #""rangeEnd": "10.88.0.99""#)),
    ipam(
      "range-changed", .newPods, Chain.ipam(range: #""rangeStart": "10.88.0.50""#),
      Chain.ipam(range: #""rangeStart": "10.88.0.20""#)),
    ipam(
      "family-added", .newPods, Chain.ipam(),
      #"{"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24"}], [{"subnet": "fd00::/64"}]]}"#),
    ipam(
      "family-removed", .newPods,
      #"{"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/24"}], [{"subnet": "fd00::/64"}]]}"#, Chain.ipam()),
    ipam("ipam-changed", .drain, Chain.ipam(), #"{"type": "dhcp"}"#),
    ipam("ipam-changed", .duplicateAddresses, #"{"type": "dhcp"}"#, Chain.ipam()),
    ipam("ipam-changed", .newPods, "{}", Chain.ipam()),
    ipam(
      "lease-store-moved", .duplicateAddresses, Chain.ipam(), Chain.ipam("10.88.0.0/24", #""dataDir": "/srv/cni""#)),
    ipam(
      "route-added", .newPods, Chain.ipam(), Chain.ipam("10.88.0.0/24", #""routes": [{"dst": "0.0.0.0/0"}]"#)),
    ipam(
      "route-removed", .newPods, Chain.ipam("10.88.0.0/24", #""routes": [{"dst": "0.0.0.0/0"}]"#), Chain.ipam()),
    ipam(
      "route-removed", .newPods, Chain.ipam("10.88.0.0/24", #""routes": [{"dst": "10.0.0.0/8"}]"#),
      Chain.ipam("10.88.0.0/24", #""routes": [{"dst": "10.0.0.0/8", "gw": "10.88.0.9"}]"#)),
    key("dns-changed", .newPods, #""dns": {"search": ["a.example"]}"#, #""dns": {"search": ["b.example"]}"#),
    ipam("dns-changed", .newPods, Chain.ipam(), Chain.ipam("10.88.0.0/24", #""resolvConf": "/etc/resolv.conf""#)),
    ipam(
      "static-addresses-changed", .newPods, #"{"type": "static", "addresses": [{"address": "10.1.0.2/24"}]}"#,
      #"{"type": "static", "addresses": [{"address": "10.1.0.3/24"}]}"#, in: "macvlan"),
  ]

  private static let bridges = [
    KindCase(
      kind: "bridge-renamed", effect: .drain, old: bridge, new: bridge.replacing("cni0", with: "cni1"),
      oldText: #""cni0""#, newText: #""cni1""#),
    KindCase(
      kind: "gateway-switched", effect: .newPods, old: bridge,
      new: bridge.replacing(#""isGateway": true"#, with: #""isGateway": false"#)),
    key("default-gateway-switched", .newPods, "", #""isDefaultGateway": true"#),
    key("force-address-switched", .newPods, "", #""forceAddress": true"#),
    key("hairpin-switched", .newPods, #""hairpinMode": true"#, ""),
    key("promiscuous-switched", .newPods, #""promiscMode": true"#, ""),
    key("promiscuous-switched", .newPods, "", #""promiscMode": true"#),
    key("vlan-changed", .deleteBridge, "", #""vlan": 30"#),
    key("vlan-changed", .drain, #""vlan": 30"#, #""vlan": 31"#),
    key("vlan-changed", .drain, #""vlan": 30"#, ""),
    key("vlan-trunk-changed", .deleteBridge, "", #""vlanTrunk": [{"id": 30}]"#),
    key("vlan-trunk-changed", .newPods, #""vlanTrunk": [{"id": 30}]"#, #""vlanTrunk": [{"id": 31}]"#),
    key(
      "default-vlan-changed", .newPods, #""vlan": 30"#, #""vlan": 30, "preserveDefaultVlan": true"#),
    key("default-vlan-changed", .none, "", #""preserveDefaultVlan": true"#),
    key("mac-spoof-check-switched", .newPods, "", #""macspoofchk": true"#),
    key("mac-spoof-check-switched", .drain, #""macspoofchk": true"#, ""),
    key("port-isolation-switched", .newPods, "", #""portIsolation": true"#),
    key("duplicate-detection-switched", .newPods, "", #""enabledad": true"#),
  ]

  private static let interfaces = [
    KindCase(kind: "interface-changed", effect: .drain, old: bridge, new: Chain.of(Chain.plugin("ptp"))),
    key("mtu-changed", .newPods, "", #""mtu": 1400"#),
    key("mtu-changed", .newPods, #""mtu": 1500"#, #""mtu": 1400"#, type: "macvlan"),
    key("masquerade-switched", .newPods, "", #""ipMasq": true"#),
    KindCase(
      kind: "masquerade-switched", effect: .drain, old: bridge, new: Chain.of(Chain.bridge(#""ipMasq": true"#)),
      before: .init(plugins: "1.1.1"), after: .init(plugins: "1.1.1")),
    key("masquerade-switched", .drain, #""ipMasq": true"#, ""),
    key("masquerade-switched", .drain, #""ipMasq": true"#, "", type: "ptp"),
    key(
      "masquerade-backend-changed", .newPods, #""ipMasq": true, "ipMasqBackend": "iptables""#,
      #""ipMasq": true, "ipMasqBackend": "nftables""#),
    key("master-changed", .drain, #""master": "eth0""#, #""master": "eth1""#, type: "macvlan"),
    key("mode-changed", .newPods, #""mode": "bridge""#, #""mode": "private""#, type: "macvlan"),
    key("mode-changed", .drain, #""mode": "bridge""#, #""mode": "passthru""#, type: "macvlan"),
    key("mode-changed", .drain, #""mode": "l2""#, #""mode": "l3""#, type: "ipvlan"),
    key("vlan-id-changed", .drain, #""master": "eth0", "vlanId": 5"#, #""master": "eth0", "vlanId": 6"#, type: "vlan"),
    key("device-changed", .newPods, #""device": "eth1""#, #""device": "eth2""#, type: "host-device"),
    key("mac-changed", .newPods, "", #""mac": "0a:00:00:00:00:01""#, type: "tuning"),
  ]

  private static let chains = [
    KindCase(
      kind: "chain-plugin-added", effect: .newPods, old: bridge, new: Chain.of(Chain.bridge(), Chain.portmap),
      newText: #""portmap""#),
    KindCase(
      kind: "chain-plugin-removed", effect: .losesPortMappings, old: Chain.of(Chain.bridge(), Chain.portmap),
      new: bridge,
      oldText: #""portmap""#),
    KindCase(
      kind: "chain-plugin-removed", effect: .drain, old: Chain.of(Chain.bridge(), #"{"type": "firewall"}"#), new: bridge
    ),
    KindCase(
      kind: "chain-plugin-removed", effect: .drain,
      old: Chain.of(Chain.bridge(), #"{"type": "bandwidth", "capabilities": {"bandwidth": true}}"#), new: bridge),
    KindCase(
      kind: "chain-plugin-removed", effect: .newPods,
      old: Chain.of(Chain.bridge(), #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "500"}}"#), new: bridge),
    KindCase(
      kind: "chain-plugin-removed", effect: .drain, old: Chain.of(Chain.bridge(), #"{"type": "of-others"}"#),
      new: bridge),
    KindCase(
      kind: "chain-plugin-moved", effect: .newPods,
      old: Chain.of(Chain.bridge(), Chain.portmap, #"{"type": "firewall"}"#),
      new: Chain.of(Chain.bridge(), #"{"type": "firewall"}"#, Chain.portmap)),
    key("capability-added", .newPods, "", #""capabilities": {"bandwidth": true}"#, type: "bandwidth"),
    key("capability-removed", .newPods, #""capabilities": {"bandwidth": true}"#, "", type: "bandwidth"),
    key(
      "capability-removed", .losesPortMappings, #""capabilities": {"portMappings": true}"#,
      #""capabilities": {"portMappings": false}"#, type: "portmap"),
  ]

  private static let filters = [
    key(
      "portmap-backend-changed", .losesPortMappings, #""backend": "iptables""#, #""backend": "nftables""#,
      type: "portmap"),
    key("portmap-snat-changed", .newPods, "", #""snat": false"#, type: "portmap"),
    key("portmap-conditions-changed", .newPods, "", #""conditionsV4": ["-d", "10.0.0.0/8"]"#, type: "portmap"),
    key("firewall-backend-changed", .drain, #""backend": "iptables""#, #""backend": "firewalld""#, type: "firewall"),
    key("ingress-policy-changed", .drain, "", #""ingressPolicy": "same-bridge""#, type: "firewall"),
    key("ingress-policy-changed", .drain, #""ingressPolicy": "isolated""#, "", type: "firewall"),
    key("firewall-chain-changed", .newPods, "", #""iptablesAdminChainName": "MINE""#, type: "firewall"),
  ]

  private static let others = [
    key("bandwidth-changed", .newPods, #""ingressRate": 1000"#, #""ingressRate": 2000"#, type: "bandwidth"),
    key(
      "tuning-changed", .newPods, #""sysctl": {"net.core.somaxconn": "500"}"#,
      #""sysctl": {"net.core.somaxconn": "600"}"#, type: "tuning"),
    key("tuning-changed", .newPods, "", #""dataDir": "/run/other""#, type: "tuning"),
    key("routing-table-changed", .newPods, "", #""table": 200"#, type: "sbr"),
    ipam(
      "dhcp-changed", .drain, #"{"type": "dhcp"}"#, #"{"type": "dhcp", "daemonSocketPath": "/run/x.sock"}"#,
      in: "macvlan"),
    KindCase(
      kind: "containerd-release-changed", effect: .restartContainerd, old: bridge, new: bridge,
      before: .init(containerd: "1.7.33"), after: .init(containerd: "1.7.34")),
    KindCase(
      kind: "containerd-release-changed", effect: .drain, old: bridge, new: bridge,
      before: .init(containerd: "1.7.34"), after: .init(containerd: "2.1.9")),
    KindCase(
      kind: "plugins-release-changed", effect: .newPods, old: bridge, new: bridge, others: ["plugin-behaves-otherwise"],
      before: .init(plugins: "1.0.1"), after: .init(plugins: "1.1.1")),
    KindCase(
      kind: "plugin-behaves-otherwise", effect: .newPods, old: bridge, new: bridge, others: ["plugins-release-changed"],
      before: .init(plugins: "1.0.1"), after: .init(plugins: "1.1.1")),
  ]

  private static let anyKeys = [
    key("default-written-out", .none, "", #""hairpinMode": false"#),
    key("default-written-out", .none, #""mtu": 0, "ipMasq": false"#, ""),
    key("key-ignored", .none, "", #""uplinkInterface": "eth0""#),
    KindCase(
      kind: "key-ignored", effect: .none, old: bridge, new: Chain.of(Chain.bridge(#""portIsolation": true"#)),
      before: .init(plugins: "1.1.1"), after: .init(plugins: "1.1.1")),
    KindCase(
      kind: "key-begins-to-count", effect: .newPods, old: Chain.of(Chain.bridge(#""portIsolation": true"#)),
      new: Chain.of(Chain.bridge(#""portIsolation": true"#)),
      others: ["plugins-release-changed", "plugin-behaves-otherwise"],
      before: .init(plugins: "1.6.2"), after: .init(plugins: "1.7.1"), newText: "true"),
    KindCase(
      kind: "key-stops-counting", effect: .newPods, old: Chain.of(Chain.bridge(#""portIsolation": true"#)),
      new: Chain.of(Chain.bridge(#""portIsolation": true"#)),
      others: ["plugins-release-changed", "plugin-behaves-otherwise"],
      before: .init(plugins: "1.7.1"), after: .init(plugins: "1.6.2")),
    KindCase(
      kind: "default-vlan-changed", effect: .newPods, old: Chain.of(Chain.bridge(#""vlan": 30"#)),
      new: Chain.of(Chain.bridge(#""vlan": 30"#)), others: ["plugins-release-changed", "plugin-behaves-otherwise"],
      before: .init(plugins: "1.7.1"), after: .init(plugins: "1.8.0")),
    key("key-changed", .newPods, #""color": "red""#, #""color": "blue""#, type: "of-others"),
  ]
}

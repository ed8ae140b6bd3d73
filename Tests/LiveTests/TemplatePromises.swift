import NetworkTypes
import Testing

/// A shipped template as `cnigen init` starts a profile from it, and what that promises on a node with Debian 12's
/// plugins. The promises are written down by hand from the template's text and examples.
struct TemplatePromise: Sendable, CustomTestStringConvertible {
  /// The template's name.
  let name: String
  /// The conflist in the output folder.
  let conflist: String
  let network: NetworkPromise
  var uplink = "eno1"
  var needsDHCP = false
  /// Bits a second that a container may receive, where the template limits it.
  var receive: Int?

  var testDescription: String { name }
}

extension TemplatePromise {
  /// Templates whose devices this kernel can make.
  static let all = [
    TemplatePromise(
      name: "bridge", conflist: "10-bridge.conflist",
      network: NetworkPromise(pools: [Pool("10.88.0.0/16")], defaultRoutes: [.ipv4], hairpin: true)),
    TemplatePromise(
      name: "ipv6-bridge", conflist: "10-ipv6-bridge.conflist",
      network: NetworkPromise(pools: [Pool("fd00:88::/64")], defaultRoutes: [.ipv6], hairpin: true)),
    TemplatePromise(
      name: "dual-stack-bridge", conflist: "10-dual-stack-bridge.conflist",
      network: NetworkPromise(
        pools: [Pool("10.88.0.0/16"), Pool("fd00:88::/64")], defaultRoutes: [.ipv4, .ipv6], hairpin: true)),
    TemplatePromise(
      name: "routed-ptp", conflist: "10-routed-ptp.conflist",
      network: NetworkPromise(
        pools: [Pool("10.90.0.0/24"), Pool("fd00:90::/64")], defaultRoutes: [.ipv4, .ipv6], wayOut: .routed,
        mtu: 1500)),
    TemplatePromise(
      name: "macvlan-dhcp", conflist: "10-macvlan-dhcp.conflist",
      network: NetworkPromise(pools: [DHCP.pool], defaultRoutes: [.ipv4], wayOut: .segment, hostPort: false),
      uplink: "eth0", needsDHCP: true),
    TemplatePromise(
      name: "isolated-bridge", conflist: "10-isolated-bridge.conflist",
      network: NetworkPromise(
        pools: [Pool("10.92.0.0/24"), Pool("fd00:92::/64")], defaultRoutes: [.ipv4, .ipv6], hairpin: true)),
    TemplatePromise(
      name: "limited-bridge", conflist: "10-limited-bridge.conflist",
      network: NetworkPromise(pools: [Pool("10.93.0.0/24")], defaultRoutes: [.ipv4], hairpin: true),
      receive: 100_000_000),
    TemplatePromise(
      name: "kubeadm-node", conflist: "10-kubeadm-node.conflist",
      network: NetworkPromise(
        pools: [Pool("10.244.1.0/24")], defaultRoutes: [.ipv4], wayOut: .routed, hairpin: true)),
    TemplatePromise(
      name: "nerdctl-default", conflist: "10-bridge.conflist",
      network: NetworkPromise(pools: [Pool("10.4.0.0/24")], defaultRoutes: [.ipv4], hairpin: true)),
    TemplatePromise(
      name: "podman-default", conflist: "87-podman-bridge.conflist",
      network: NetworkPromise(pools: [Pool("10.88.0.0/16")], defaultRoutes: [.ipv4], hairpin: true)),
  ]

  /// Templates that are only compiled here, and why: what their networks need is not in the test machine's kernel.
  static let compiledOnly = [
    "ipvlan-l3": "needs the kernel module ipvlan", "vlan-trunk": "needs the kernel module 8021q",
    "sriov-host-device": "needs a PCI network device",
  ]
}

import NetworkTypes
import Testing

/// One build of a shipped profile, and what it promises on a node with Debian 12's plugins and containerd.
///
/// The promises are written down here, by hand, from the profile's text: were they read from what cnigen emits, a
/// fault in cnigen would be promised too.
struct ShippedProfile: Sendable, CustomTestStringConvertible {
  /// The file in `profiles/`. A fleet lies in a folder of its own, and the promises are those of one of its nodes.
  let file: String
  /// Options that turn the profile to Debian's releases, where it is made for others.
  var options: [String] = []
  /// A program in `profiles/` whose output the fleet reads, and its arguments.
  var inventory: [String] = []
  /// The conflist's path in the output folder.
  let conflist: String
  /// The containerd config's path in the output folder.
  var config = "config.toml"
  let network: NetworkPromise
  /// The name of the node's uplink.
  var uplink = "eno1"
  /// Whether the profile counts on a chain that kube-proxy makes.
  var needsKubeProxy = false
  var needsDHCP = false
  /// What containerd is asked for.
  var settings: [Setting] = []

  /// A value that `containerd config dump` shows.
  struct Setting: Sendable {
    let table: String
    let key: String
    /// As it stands in the dump: strings with their quotes.
    let value: String
  }

  var testDescription: String { ([file] + options).joined(separator: " ") }

  /// Turns a profile to the releases that Debian 12 has.
  static let debian = ["--plugins", "1.1.1", "--containerd", "1.6.20"]
}

extension ShippedProfile {
  static let all = [containerdNet, dualStack, kubeadmNode, macvlan, routed, standalone] + nodes

  static let containerdNet = ShippedProfile(
    file: "containerd-net.yaml",
    conflist: "10-containerd-net.conflist",
    network: NetworkPromise(
      pools: [Pool("10.88.0.0/16"), Pool("2001:db8:4860::/64")],
      defaultRoutes: [.ipv4, .ipv6]),
    needsKubeProxy: true,
    settings: cni(binDir: "/opt/cni/bin", confDir: "/etc/cni/net.d", maxConfNum: 1))

  static let dualStack = ShippedProfile(
    file: "dual-stack-upgrade.yaml",
    options: debian,
    conflist: "10-dual-stack.conflist",
    network: NetworkPromise(
      pools: [
        Pool("10.64.12.0/23", from: "10.64.12.20"), Pool("fd00:64:12::/64", from: "fd00:64:12::100"),
      ],
      defaultRoutes: [.ipv4, .ipv6],
      hairpin: true,
      mtu: 1450),
    settings: cni(binDir: "/usr/local/lib/cni", confDir: "/etc/cni/net.d"))

  static let kubeadmNode = ShippedProfile(
    file: "kubeadm-node.yaml",
    conflist: "10-pods.conflist",
    network: NetworkPromise(
      pools: [Pool("10.244.1.0/24")],
      defaultRoutes: [.ipv4],
      wayOut: .routed,
      hairpin: true),
    settings: cni(binDir: "/opt/cni/bin", confDir: "/etc/cni/net.d") + [
      Setting(
        table: ContainerdDump.Table.cri, key: "sandbox_image", value: #""registry.k8s.io/pause:3.10""#),
      Setting(table: ContainerdDump.Table.runcOptions, key: "SystemdCgroup", value: "true"),
    ])

  static let macvlan = ShippedProfile(
    file: "macvlan-dhcp.yaml",
    conflist: "10-factory.conflist",
    network: NetworkPromise(
      pools: [DHCP.pool],
      defaultRoutes: [.ipv4],
      wayOut: .segment,
      hostPort: false,
      mac: "02:00:5e:10:00:07"),
    uplink: "eth0",
    needsDHCP: true)

  static let routed = ShippedProfile(
    file: "routed-ptp.yaml",
    conflist: "20-routed.conflist",
    network: NetworkPromise(
      pools: [Pool("10.90.0.0/24"), Pool("fd00:90::/64")],
      defaultRoutes: [.ipv4, .ipv6],
      wayOut: .routed,
      mtu: 1500))

  static let standalone = ShippedProfile(
    file: "standalone-firewall.yaml",
    conflist: "30-standalone.conflist",
    network: NetworkPromise(
      pools: [Pool("10.77.0.0/24"), Pool("fd00:77::/64")],
      defaultRoutes: [.ipv4, .ipv6],
      hairpin: true,
      sysctls: ["net/core/somaxconn": "4096", "net/ipv4/ip_unprivileged_port_start": "0"]),
    settings: cni(binDir: "/usr/lib/cni", confDir: "/etc/cni/net.d"))

  /// The settings of the CNI table.
  static func cni(binDir: String, confDir: String, maxConfNum: Int? = nil) -> [Setting] {
    let table = ContainerdDump.Table.cni
    let folders = [
      Setting(table: table, key: "bin_dir", value: "\"\(binDir)\""),
      Setting(table: table, key: "conf_dir", value: "\"\(confDir)\""),
    ]
    return folders + (maxConfNum.map { [Setting(table: table, key: "max_conf_num", value: "\($0)")] } ?? [])
  }
}

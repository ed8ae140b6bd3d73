import NetworkTypes

/// Nodes of the shipped fleets. The subnets are worked out by hand: the blocks are cut in order, and given to the nodes in
/// the order of their names.
extension ShippedProfile {
  static let nodes = [worker, site, mobileSite, debianNode, listedNode]

  /// The second of three workers.
  static let worker = ShippedProfile(
    file: "hard-way/fleet.yaml",
    options: ["--node", "worker-1"] + debian,
    conflist: "10-bridge.conflist",
    network: NetworkPromise(pools: [Pool("10.200.1.0/24")], defaultRoutes: [.ipv4], hairpin: true),
    settings: cni(binDir: "/opt/cni/bin", confDir: "/etc/cni/net.d"))

  /// The last of two thousand sites: 1,999 subnets of 64 addresses lie before its own.
  static let site = ShippedProfile(
    file: "edge-sites/fleet.yaml",
    options: ["--node", "site-2000"] + debian,
    conflist: "10-site.conflist",
    network: NetworkPromise(pools: [Pool("10.65.243.192/26")], defaultRoutes: [.ipv4], hairpin: true),
    settings: cni(binDir: "/usr/lib/cni", confDir: "/etc/cni/net.d"))

  /// The first of those behind a modem: 1,899 subnets lie before its own.
  static let mobileSite = ShippedProfile(
    file: "edge-sites/fleet.yaml",
    options: ["--node", "site-1900"] + debian,
    conflist: "10-site.conflist",
    network: NetworkPromise(pools: [Pool("10.65.218.192/26")], defaultRoutes: [.ipv4], hairpin: true, mtu: 1420),
    settings: cni(binDir: "/usr/lib/cni", confDir: "/etc/cni/net.d"))

  /// A node of the generation that has exactly Debian's releases.
  static let debianNode = ShippedProfile(
    file: "mixed-upgrade/fleet.yaml",
    options: ["--node", "a14"],
    conflist: "10-pods.conflist",
    network: NetworkPromise(
      pools: [Pool("10.128.1.0/24"), Pool("fd00:128:0:1::/64")], defaultRoutes: [.ipv4, .ipv6], hairpin: true),
    settings: cni(binDir: "/usr/lib/cni", confDir: "/etc/cni/net.d"))

  /// A node with the pod CIDR that its cluster gave it.
  static let listedNode = ShippedProfile(
    file: "kubectl-cluster/fleet.yaml",
    options: ["--node", "node-0005.eu1-c.example.net"] + debian,
    inventory: ["kubectl-cluster/make-nodes", "20"],
    conflist: "10-pods.conflist",
    network: NetworkPromise(
      pools: [Pool("10.128.5.0/24")], defaultRoutes: [.ipv4], wayOut: .routed, hairpin: true),
    settings: cni(binDir: "/opt/cni/bin", confDir: "/etc/cni/net.d"))
}

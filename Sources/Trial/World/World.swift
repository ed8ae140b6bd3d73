import CLinux
import Glibc
import NetworkTypes

/// A small network that exists for one trial: a node, a machine outside, and a cable between them.
///
/// This process itself stands on the node, so that the plugins which it starts do. The machine outside has no route to
/// any container, as the router of a data centre has none, but where the network promises no masquerade: then somebody
/// has to route the containers' subnets to the node, and it does. Where containers stand on the node's own segment the
/// machine outside is the router there, with the gateways' addresses.
final class World {
  let host: NetworkNamespace
  let outside: NetworkNamespace
  /// The node's device towards the machine outside.
  let uplink: String
  /// The device that has the node's addresses there: the uplink, or a bridge that it was put into.
  private let front: String
  private(set) var containers: [Container] = []
  private let peers: [Peers]

  /// The two ends of the cable in one family.
  struct Peers {
    let host: CIDR
    let outside: CIDR
  }

  /// The device of the machine outside.
  static let outsideDevice = "eth0"

  /// Where the machine outside can be entered.
  static let outsidePath = "/run/netns/cnigen-outside"

  /// Builds the world around this process, which must have files of its own already.
  ///
  /// - Parameters:
  ///   - outlook: what the network wants to find there.
  ///   - kept: folders of plugins, which stay in sight.
  init(for outlook: Outlook, keeping kept: [String]) throws(TrialFault) {
    guard unshare(namespaceKindNetwork) == 0 else { throw .last("make a network namespace") }
    try PrivateFiles.renew(outlook.folders, keeping: kept)
    host = try NetworkNamespace.current()
    outside = try NetworkNamespace.make()
    let devices = try Devices()
    try devices.setUp("lo")
    for place in [host, outside] { try place.takeAddressesAtOnce() }
    // A new namespace has this from the machine. Whoever needs it is to switch it on, as on a node that is new.
    Sysctl.set("net/ipv4/ip_forward", "0")
    peers = Self.freePeers(outlook.subnets.map(\.subnet))
    uplink = outlook.master ?? "eno1"
    front = outlook.bridgeOfUplink ?? uplink
    try devices.makePair(
      uplink, hardwareAddress: outlook.wantedHardwareAddress, peer: Self.outsideDevice, in: outside)
    try devices.setUp(uplink)
    if front != uplink {
      try devices.makeBridge(front, with: uplink)
      try devices.setUp(front)
    }
    try outside.inside { () throws(TrialFault) in try Devices().setUp(Self.outsideDevice) }
    for peers in peers { try give(peers) }
    try outside.inside { () throws(TrialFault) in try self.route(for: outlook) }
    for path in ["/run/netns", "/run/cni"] { mkdir(path, 0o755) }
    try outside.bind(to: Self.outsidePath)
  }

  /// The addresses of the cable in a family.
  func peers(_ family: IPAddress.Family) -> Peers {
    peers.first { $0.host.family == family } ?? peers[0]
  }

  /// Adds a container without any device but `lo`.
  func addContainer() throws(TrialFault) -> Container {
    let container = try Container(number: containers.count + 1)
    containers.append(container)
    return container
  }

  /// Lets go of what holds the containers' namespaces. The rest goes with the process, or with the next world.
  func close() {
    for container in containers { container.close() }
    containers = []
    umount2(Self.outsidePath, Int32(MNT_DETACH))
  }

  private func give(_ peers: Peers) throws(TrialFault) {
    let devices = try Devices()
    try devices.add(peers.host, to: front)
    try devices.addRoute(toAllOf: peers.host.family, via: peers.outside.address, through: front)
    try outside.inside { () throws(TrialFault) in try Devices().add(peers.outside, to: Self.outsideDevice) }
  }

  /// Lets the machine outside know the containers' subnets, where it has to.
  private func route(for outlook: Outlook) throws(TrialFault) {
    let devices = try Devices()
    switch outlook.carrier {
    case .segment:
      for (subnet, gateway) in outlook.subnets {
        guard let gateway, subnet.contains(gateway), let address = CIDR(gateway, prefix: subnet.prefix) else {
          continue
        }
        try devices.add(address, to: Self.outsideDevice)
      }
    case .node where outlook.masquerade == nil:
      for (subnet, _) in outlook.subnets {
        // A subnet of addresses that no router carries, such as 127.0.0.0/8, is refused by the kernel; the trial shows it.
        try? devices.addRoute(to: subnet, via: peers(subnet.family).host.address, through: Self.outsideDevice)
      }
    case .node, .none, .unknown: break
    }
  }

  /// Subnets for the cable that meet none of the network's. They are set aside for documentation and tests, so that
  /// nobody takes them for somebody's network.
  private static func freePeers(_ taken: [CIDR]) -> [Peers] {
    IPAddress.Family.present.compactMap { family in
      let subnets = candidates.compactMap { CIDR($0) }.filter { $0.family == family }
      let free = subnets.first { subnet in !taken.contains { $0.overlaps(subnet) } } ?? subnets.last
      guard let free else { return nil }
      let address = { (number: UInt128) in CIDR(IPAddress(family, free.first.value + number), prefix: free.prefix) }
      guard let host = address(2), let outside = address(1) else { return nil }
      return Peers(host: host, outside: outside)
    }
  }

  private static let candidates = [
    "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.7.0/24", "198.19.7.0/24", "2001:db8:7721::/64",
    "fd77:2100:7721::/64", "2001:db8:8832::/64",
  ]
}

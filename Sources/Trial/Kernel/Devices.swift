import CLinux
import Glibc
import NetworkTypes

/// The network devices of the namespace in which this was made.
struct Devices {
  let socket: NetlinkSocket

  init() throws(TrialFault) { socket = try NetlinkSocket() }

  /// A device as the kernel shows it.
  struct Device {
    let name: String
    let index: Int32
    let mtu: Int
    /// Of Ethernet devices.
    let hardwareAddress: [UInt8]
    /// `IFF_UP` and the like.
    let flags: UInt32
    /// How many packets may wait to be sent.
    let queueLength: Int

    /// Whether it is a bridge that tells VLANs apart.
    let filtersVLANs: Bool

    var isUp: Bool { flags & UInt32(IFF_UP) != 0 }
  }

  /// All of them, `lo` among them.
  func all() throws(TrialFault) -> [Device] {
    let request = NetlinkMessage(RTM_GETLINK, flags: NLM_F_DUMP, body: bytes(of: ifinfomsg()))
    return try socket.list(request).compactMap { entry in
      guard let head = structure(ifinfomsg.self, in: entry) else { return nil }
      let attributes = NetlinkAttribute.all(in: entry.dropFirst(MemoryLayout<ifinfomsg>.size))
      guard let name = attributes.first(IFLA_IFNAME)?.text else { return nil }
      return Device(
        name: name, index: head.ifi_index, mtu: Int(attributes.first(IFLA_MTU)?.number ?? 0),
        hardwareAddress: attributes.first(IFLA_ADDRESS).map { Array($0.payload) } ?? [],
        flags: head.ifi_flags,
        queueLength: Int(attributes.first(IFLA_TXQLEN)?.number ?? 0), filtersVLANs: Self.filtersVLANs(attributes))
    }
  }

  /// The device of a name; `nil` where there is none.
  func named(_ name: String) throws(TrialFault) -> Device? { try all().first { $0.name == name } }

  /// Makes a pair of devices, one here and one in another namespace.
  func makePair(_ name: String, hardwareAddress: [UInt8]? = nil, peer: String, in other: NetworkNamespace)
    throws(TrialFault)
  {
    var message = Self.newLink()
    message.add(IFLA_IFNAME, name)
    if let hardwareAddress { message.add(IFLA_ADDRESS, hardwareAddress) }
    message.nest(IFLA_LINKINFO) { message in
      message.add(IFLA_INFO_KIND, "veth")
      message.nest(IFLA_INFO_DATA) { message in
        message.nest(Self.peerOfPair, bytes(of: ifinfomsg())) { message in
          message.add(IFLA_IFNAME, peer)
          message.add(IFLA_NET_NS_FD, UInt32(other.descriptor))
        }
      }
    }
    try socket.require(message, "make the devices \(name) and \(peer)")
  }

  /// Tries to make a device that needs nothing but its kind.
  ///
  /// - Returns: the kernel's error number; 0 where it was made.
  func make(_ name: String, kind: String, _ fill: (inout NetlinkMessage) -> Void = { _ in }) throws(TrialFault) -> Int32
  {
    var message = Self.newLink()
    message.add(IFLA_IFNAME, name)
    message.nest(IFLA_LINKINFO) { message in
      message.add(IFLA_INFO_KIND, kind)
      message.nest(IFLA_INFO_DATA, [], fill)
    }
    return try socket.change(message)
  }

  /// Makes a bridge and puts a device into it.
  func makeBridge(_ name: String, with port: String) throws(TrialFault) {
    let code = try make(name, kind: "bridge")
    guard code == 0 else { throw .refused("cannot make the bridge \(name): \(words(for: code))") }
    guard let bridge = try named(name), let device = try named(port) else {
      throw .refused("cannot put \(port) into the bridge \(name): there is none")
    }
    var head = ifinfomsg()
    head.ifi_index = device.index
    var message = NetlinkMessage(RTM_NEWLINK, flags: NLM_F_ACK, body: bytes(of: head))
    message.add(IFLA_MASTER, UInt32(bitPattern: bridge.index))
    try socket.require(message, "put \(port) into the bridge \(name)")
  }

  func setUp(_ name: String) throws(TrialFault) {
    try change(name, "set the device \(name) up") { head in
      head.ifi_flags = UInt32(IFF_UP)
      head.ifi_change = UInt32(IFF_UP)
    }
  }

  private func change(_ name: String, _ what: String, _ fill: (inout ifinfomsg) -> Void) throws(TrialFault) {
    guard let device = try named(name) else { throw .refused("cannot \(what): there is none") }
    var head = ifinfomsg()
    head.ifi_index = device.index
    fill(&head)
    try socket.require(NetlinkMessage(RTM_NEWLINK, flags: NLM_F_ACK, body: bytes(of: head)), what)
  }

  private static func newLink() -> NetlinkMessage {
    NetlinkMessage(RTM_NEWLINK, flags: NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, body: bytes(of: ifinfomsg()))
  }

  private static func filtersVLANs(_ attributes: [NetlinkAttribute]) -> Bool {
    let information = attributes.first(IFLA_LINKINFO).map { NetlinkAttribute.all(in: $0.payload) } ?? []
    guard information.first(IFLA_INFO_KIND)?.text == "bridge", let data = information.first(IFLA_INFO_DATA) else {
      return false
    }
    return NetlinkAttribute.all(in: data.payload).first(vlanFiltering)?.payload.first == 1
  }

  /// `IFLA_BR_VLAN_FILTERING` of <linux/if_link.h>.
  static let vlanFiltering = 7

  /// `VETH_INFO_PEER` of <linux/veth.h>.
  private static let peerOfPair = 1
}

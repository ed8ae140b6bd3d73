import CLinux
import Glibc
import NetworkTypes

/// A route as the kernel has it.
struct KernelRoute {
  let destination: CIDR
  let gateway: IPAddress?
  /// The number of the device that it leads through.
  let device: Int32?
  /// Of several to one destination the lowest one is taken.
  let priority: Int
}

extension Devices {
  /// The routes of the main table, those to hosts of a link included.
  func routes(_ family: IPAddress.Family) throws(TrialFault) -> [KernelRoute] {
    var head = rtmsg()
    head.rtm_family = UInt8(family.number)
    let request = NetlinkMessage(RTM_GETROUTE, flags: NLM_F_DUMP, body: bytes(of: head))
    return try socket.list(request).compactMap { entry in
      guard let head = structure(rtmsg.self, in: entry), head.rtm_type == UInt8(RTN_UNICAST),
        UInt32(head.rtm_table) == UInt32(RT_TABLE_MAIN.rawValue), head.rtm_family == UInt8(family.number)
      else { return nil }
      let attributes = NetlinkAttribute.all(in: entry.dropFirst(MemoryLayout<rtmsg>.size))
      let address =
        attributes.first(Int(RTA_DST.rawValue)).flatMap { IPAddress(networkBytes: $0.payload) } ?? IPAddress(family, 0)
      guard let destination = CIDR(address, prefix: Int(head.rtm_dst_len)) else { return nil }
      return KernelRoute(
        destination: destination,
        gateway: attributes.first(Int(RTA_GATEWAY.rawValue)).flatMap { IPAddress(networkBytes: $0.payload) },
        device: attributes.first(Int(RTA_OIF.rawValue))?.number.map { Int32(bitPattern: $0) },
        priority: Int(attributes.first(Int(RTA_PRIORITY.rawValue))?.number ?? 0))
    }
  }

  /// Adds a route through a gateway.
  func addRoute(to destination: CIDR, via gateway: IPAddress, through name: String) throws(TrialFault) {
    try addRoute(destination.family, destination.first, prefix: destination.prefix, via: gateway, through: name)
  }

  /// Adds a default route.
  func addRoute(toAllOf family: IPAddress.Family, via gateway: IPAddress, through name: String) throws(TrialFault) {
    try addRoute(family, IPAddress(family, 0), prefix: 0, via: gateway, through: name)
  }

  private func addRoute(
    _ family: IPAddress.Family, _ destination: IPAddress, prefix: Int, via gateway: IPAddress, through name: String
  ) throws(TrialFault) {
    guard let device = try named(name) else { throw .refused("cannot add a route: there is no \(name)") }
    var head = rtmsg()
    head.rtm_family = UInt8(family.number)
    head.rtm_dst_len = UInt8(prefix)
    head.rtm_table = UInt8(RT_TABLE_MAIN.rawValue)
    head.rtm_protocol = UInt8(RTPROT_STATIC)
    head.rtm_scope = UInt8(RT_SCOPE_UNIVERSE.rawValue)
    head.rtm_type = UInt8(RTN_UNICAST)
    var message = NetlinkMessage(
      RTM_NEWROUTE, flags: NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE, body: bytes(of: head))
    if prefix > 0 { message.add(Int(RTA_DST.rawValue), destination.networkBytes) }
    message.add(Int(RTA_GATEWAY.rawValue), gateway.networkBytes)
    message.add(Int(RTA_OIF.rawValue), UInt32(bitPattern: device.index))
    try socket.require(message, "add the route to \(destination)/\(prefix)")
  }
}

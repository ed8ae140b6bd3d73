import CLinux
import Glibc
import NetworkTypes

extension IPAddress {
  /// The address as it stands in packets and in the kernel's tables.
  var networkBytes: [UInt8] {
    let count = family.bits / 8
    return (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt128(8 * (count - 1 - $0))) }
  }

  /// Reads 4 or 16 bytes.
  init?(networkBytes bytes: some Collection<UInt8>) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.init(bytes.count == 4 ? .ipv4 : .ipv6, bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
  }
}

extension IPAddress.Family {
  /// The family's number for the system.
  var number: Int32 { self == .ipv4 ? AF_INET : AF_INET6 }

  /// Those that the kernel has; IPv6 can be left out of one.
  static var present: [IPAddress.Family] { access("/proc/sys/net/ipv6", F_OK) == 0 ? [.ipv4, .ipv6] : [.ipv4] }

  init?(number: UInt8) {
    switch Int32(number) {
    case AF_INET: self = .ipv4
    case AF_INET6: self = .ipv6
    default: return nil
    }
  }
}

extension Devices {
  /// Addresses with their prefix lengths that reach beyond the link, of one device.
  func addresses(of name: String) throws(TrialFault) -> [CIDR] {
    guard let device = try named(name) else { return [] }
    return try allAddresses().filter { $0.device == device.index }.map(\.address)
  }

  /// All addresses that reach beyond the link, each with the number of its device.
  func allAddresses() throws(TrialFault) -> [(device: Int32, address: CIDR)] {
    let request = NetlinkMessage(RTM_GETADDR, flags: NLM_F_DUMP, body: bytes(of: ifaddrmsg()))
    return try socket.list(request).compactMap { entry in
      guard let head = structure(ifaddrmsg.self, in: entry), head.ifa_scope == UInt8(RT_SCOPE_UNIVERSE.rawValue)
      else { return nil }
      let attributes = NetlinkAttribute.all(in: entry.dropFirst(MemoryLayout<ifaddrmsg>.size))
      // Of a device between two ends IFA_ADDRESS is the other end's.
      let payload = (attributes.first(IFA_LOCAL) ?? attributes.first(IFA_ADDRESS))?.payload
      guard let address = payload.flatMap({ IPAddress(networkBytes: $0) }),
        let cidr = CIDR(address, prefix: Int(head.ifa_prefixlen))
      else { return nil }
      return (Int32(bitPattern: head.ifa_index), cidr)
    }
  }

  /// Gives a device an address. An IPv6 one can be used at once: nobody is asked whether it is taken.
  func add(_ address: CIDR, to name: String) throws(TrialFault) {
    guard let device = try named(name) else { throw .refused("cannot give \(name) an address: there is none") }
    var head = ifaddrmsg()
    head.ifa_family = UInt8(address.family.number)
    head.ifa_prefixlen = UInt8(address.prefix)
    head.ifa_flags = address.family == .ipv6 ? UInt8(IFA_F_NODAD) : 0
    head.ifa_index = UInt32(bitPattern: device.index)
    var message = NetlinkMessage(
      RTM_NEWADDR, flags: NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE, body: bytes(of: head))
    message.add(IFA_LOCAL, address.address.networkBytes)
    message.add(IFA_ADDRESS, address.address.networkBytes)
    try socket.require(message, "give \(name) the address \(address)")
  }
}

import CLinux
import Glibc
import NetworkTypes

/// An address and a port in the form of the system.
struct SocketAddress {
  private let bytes: [UInt8]
  let family: IPAddress.Family

  init(_ address: IPAddress, port: UInt16) {
    family = address.family
    switch address.family {
    case .ipv4:
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_port = port.bigEndian
      place.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.value).bigEndian
      bytes = Trial.bytes(of: place)
    case .ipv6:
      var place = sockaddr_in6()
      place.sin6_family = sa_family_t(AF_INET6)
      place.sin6_port = port.bigEndian
      withUnsafeMutableBytes(of: &place.sin6_addr) { $0.copyBytes(from: address.networkBytes) }
      bytes = Trial.bytes(of: place)
    }
  }

  /// Every address of a family.
  init(anyOf family: IPAddress.Family, port: UInt16) { self.init(IPAddress(family, 0), port: port) }

  func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    bytes.withUnsafeBytes { raw in
      guard let address = raw.assumingMemoryBound(to: sockaddr.self).baseAddress else { return -1 }
      return body(address, socklen_t(raw.count))
    }
  }

  /// The address that the system wrote.
  static func address(in storage: sockaddr_storage) -> IPAddress? {
    let bytes = Trial.bytes(of: storage)
    return switch Int32(storage.ss_family) {
    case AF_INET: IPAddress(networkBytes: bytes[4..<8])
    case AF_INET6: IPAddress(networkBytes: bytes[8..<24])
    default: nil
    }
  }
}

/// How words travel.
enum Transport: String, CaseIterable {
  case tcp = "TCP"
  case udp = "UDP"

  /// A socket that never waits, in the namespace of the calling thread.
  func socket(_ family: IPAddress.Family) throws(TrialFault) -> Int32 {
    let kind = self == .tcp ? SOCK_STREAM : SOCK_DGRAM
    let flags = Int32(kind.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = Glibc.socket(family.number, flags, 0)
    guard descriptor >= 0 else { throw .last("open a \(rawValue) socket") }
    return descriptor
  }
}

/// Sets a numeric option of a socket.
func setOption(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
  var value = value
  setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
}

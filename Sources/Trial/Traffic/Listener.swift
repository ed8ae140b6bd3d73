import CLinux
import Glibc
import NetworkTypes

/// An open port of a service.
struct Listener {
  let descriptor: Int32
  let transport: Transport
  /// The service's place in the list.
  let service: Int

  /// Opens a port in the namespace of the calling thread; `nil` where the family does not exist there.
  static func open(
    _ transport: Transport, _ family: IPAddress.Family, port: UInt16, of service: Int
  ) throws(TrialFault) -> Listener? {
    let descriptor = try transport.socket(family)
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
    if family == .ipv6 { setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
    let place = SocketAddress(anyOf: family, port: port)
    guard place.withPointer({ bind(descriptor, $0, $1) }) == 0,
      transport == .udp || listen(descriptor, 64) == 0
    else {
      let code = errno
      close(descriptor)
      // Where a container has IPv6 switched off nobody can listen to it.
      if code == EADDRNOTAVAIL || code == EAFNOSUPPORT { return nil }
      throw .refused("cannot listen on port \(port): \(words(for: code))")
    }
    return Listener(descriptor: descriptor, transport: transport, service: service)
  }

  /// A datagram that has come, and who sent it. The answer goes back at once.
  func answerDatagram(into buffer: inout [UInt8]) -> (count: Int, caller: IPAddress)? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let count = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        let count = recvfrom(descriptor, &buffer, buffer.count, 0, address, &length)
        if count >= Token.length { sendto(descriptor, buffer, Token.length, 0, address, length) }
        return count
      }
    }
    guard count >= Token.length, let caller = SocketAddress.address(in: storage) else { return nil }
    return (count, caller)
  }

  /// A connection that has come, and who made it.
  func accept() -> (descriptor: Int32, caller: IPAddress)? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let accepted = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.accept(descriptor, $0, &length) }
    }
    guard accepted >= 0 else { return nil }
    guard let caller = SocketAddress.address(in: storage) else {
      close(accepted)
      return nil
    }
    return (accepted, caller)
  }
}

/// What a caller says first, and what comes back: which call it is.
enum Token {
  static let length = 8
  private static let mark: [UInt8] = Array("cnig".utf8)

  static func bytes(of call: Int) -> [UInt8] { mark + Trial.bytes(of: UInt32(call)) }

  /// The call that some bytes speak of; `nil` for anything else.
  static func call(in bytes: some Collection<UInt8>) -> Int? {
    guard bytes.count >= length, bytes.prefix(4).elementsEqual(mark) else { return nil }
    return structure(UInt32.self, in: bytes.dropFirst(4)).map(Int.init)
  }
}

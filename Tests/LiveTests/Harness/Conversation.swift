import Foundation
import NetworkTypes
import TestSupport

/// One TCP connection between two namespaces, made to see whether it comes about and who the caller seems to be.
enum Conversation {
  /// Lets `client` call `address` and `port`, while `server` listens on its own `serverPort`.
  ///
  /// - Returns: the caller's address as the server saw it; `nil` where no connection came about in `limit` seconds.
  static func source(
    from client: Namespace, to address: String, port: UInt16, answeredBy server: Namespace, on serverPort: UInt16,
    limit: Int = 3
  ) async throws -> String? {
    guard let family = IPAddress(address)?.family else { throw Trouble("\(address) is no address") }
    let listener = try await server.inside { try listen(family, port: serverPort) }
    defer { close(listener) }
    // The kernel completes the handshake without accept(2): the calls can follow each other on one thread.
    guard let caller = try await client.inside({ try connect(to: address, port: port, limit: limit) }) else {
      return nil
    }
    defer { close(caller) }
    return try answer(listener, caller: caller, limit: limit)
  }

  private static func listen(_ family: IPAddress.Family, port: UInt16) throws -> Int32 {
    let place = try SocketAddress(family == .ipv4 ? "0.0.0.0" : "::", port: port)
    let listener = try place.socket()
    setNumber(listener, SOL_SOCKET, SO_REUSEADDR, 1)
    if family == .ipv6 { setNumber(listener, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
    // The listener of the conversation before may live on for a moment, in a program that another test is just starting
    // and that has not closed what it took over.
    var isBound = false
    for attempt in 0... {
      isBound = isBound || place.withAddress { bind(listener, $0, $1) } == 0
      if isBound, Glibc.listen(listener, 4) == 0 { break }
      guard errno == EADDRINUSE, attempt < 100 else {
        let reason = String(cString: strerror(errno))
        close(listener)
        throw Trouble("cannot listen on port \(port): \(reason)")
      }
      usleep(50_000)
    }
    return listener
  }

  private static func connect(to address: String, port: UInt16, limit: Int) throws -> Int32? {
    let place = try SocketAddress(address, port: port)
    let caller = try place.socket()
    var time = timeval(tv_sec: limit, tv_usec: 0)
    setsockopt(caller, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    if place.withAddress({ Glibc.connect(caller, $0, $1) }) == 0 { return caller }
    close(caller)
    return nil
  }

  private static func answer(_ listener: Int32, caller: Int32, limit: Int) throws -> String? {
    var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    // Somebody answered, but not this listener: the connection went astray.
    guard poll(&waiting, 1, Int32(limit * 1000)) == 1 else { return nil }
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var name = [CChar](repeating: 0, count: 128)
    let accepted = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        let accepted = accept(listener, address, &length)
        if accepted >= 0 {
          getnameinfo(address, length, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
        }
        return accepted
      }
    }
    guard accepted >= 0 else { throw Trouble("cannot accept: \(String(cString: strerror(errno)))") }
    defer { close(accepted) }
    return carries(from: caller, to: accepted, limit: limit) && carries(from: accepted, to: caller, limit: limit)
      ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }

  /// Whether bytes come through one way; a handshake alone does not prove it.
  private static func carries(from sender: Int32, to receiver: Int32, limit: Int) -> Bool {
    let word = Array("cnigen".utf8)
    guard send(sender, word, word.count, Int32(MSG_NOSIGNAL)) == word.count else { return false }
    var waiting = pollfd(fd: receiver, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(limit * 1000)) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: word.count)
    return recv(receiver, &buffer, buffer.count, 0) == word.count && buffer == word
  }

  private static func setNumber(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}

/// A numeric address and a port, in the form that the kernel takes.
private struct SocketAddress {
  private let bytes: [UInt8]
  private let family: Int32

  init(_ address: String, port: UInt16) throws {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(port), &hints, &found) == 0, let entry = found?.pointee else {
      throw Trouble("\(address) is no address")
    }
    defer { freeaddrinfo(found) }
    bytes = Array(UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen)))
    family = entry.ai_family
  }

  func socket() throws -> Int32 {
    let descriptor = Glibc.socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Trouble("cannot open a socket: \(String(cString: strerror(errno)))") }
    return descriptor
  }

  func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    bytes.withUnsafeBytes { raw in
      guard let address = raw.assumingMemoryBound(to: sockaddr.self).baseAddress else { return -1 }
      return body(address, socklen_t(raw.count))
    }
  }
}

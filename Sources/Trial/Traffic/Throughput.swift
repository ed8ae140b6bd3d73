import CLinux
import Glibc
import NetworkTypes

/// How much of a stream of datagrams arrives, when more is sent than a limit lets through.
struct Throughput {
  private let sender: Int32
  private let receiver: Int32
  /// Bytes of each packet as a shaper of an Ethernet device counts them.
  private let packet: Int
  private let payload: [UInt8]
  private var buffer = [UInt8](repeating: 0, count: 4096)
  private var sent = 0
  private var received = 0

  /// What was measured.
  enum Measure: Equatable {
    /// Bits a second, of the packets with their headers.
    case rate(Double)
    /// What may go out at once was not used up in time.
    case burstNotUsedUp
    /// This machine cannot send as fast as the limit.
    case senderTooSlow(Double)
  }

  private static let port: UInt16 = 7722
  /// How long the burst may take to be used up.
  private static let patience = Duration.milliseconds(1_500)

  /// Measures what arrives at an address once the burst is used up.
  ///
  /// - Parameters:
  ///   - payload: bytes of each datagram.
  ///   - limit: the rate in bits a second that is expected, which is exceeded as far as possible.
  ///   - burst: bits that pass at once.
  static func measure(
    from: NetworkNamespace, to address: IPAddress, in goal: NetworkNamespace, payload: Int, limit: Double, burst: Double
  ) throws(TrialFault) -> Measure {
    var throughput = try Throughput(from, address, goal, payload)
    defer { throughput.close() }
    guard throughput.flow(for: patience, untilUsedUp: burst + Double(160 * throughput.packet), refilled: limit) else {
      return .burstNotUsedUp
    }
    let window = limit >= 1_000_000 ? Duration.milliseconds(300) : .seconds(1)
    throughput.sent = 0
    throughput.received = 0
    let started = ContinuousClock.now
    _ = throughput.flow(for: window)
    let time = seconds(ContinuousClock.now - started)
    let rate = Double(throughput.received * 8) / time
    let sent = Double(throughput.sent * 8) / time
    return sent < limit * 1.1 && rate < limit * 0.9 ? .senderTooSlow(sent) : .rate(rate)
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  private init(
    _ from: NetworkNamespace, _ address: IPAddress, _ goal: NetworkNamespace, _ payload: Int
  ) throws(TrialFault) {
    let family = address.family
    receiver = try goal.inside { () throws(TrialFault) in
      let socket = try Transport.udp.socket(family)
      setOption(socket, SOL_SOCKET, SO_RCVBUF, 4 << 20)
      let place = SocketAddress(anyOf: family, port: Self.port)
      guard place.withPointer({ bind(socket, $0, $1) }) == 0 else { throw .last("listen on port \(Self.port)") }
      return socket
    }
    sender = try from.inside { () throws(TrialFault) in
      let socket = try Transport.udp.socket(family)
      let place = SocketAddress(address, port: Self.port)
      guard place.withPointer({ connect(socket, $0, $1) }) == 0 else { throw .last("call \(address)") }
      return socket
    }
    self.payload = [UInt8](repeating: 0x55, count: payload)
    // Ethernet, IP and UDP.
    packet = payload + 14 + (family == .ipv4 ? 20 : 40) + 8
  }

  private func close() {
    Glibc.close(sender)
    Glibc.close(receiver)
  }

  /// Sends as much as the system takes.
  ///
  /// - Parameters:
  ///   - burst: bits that pass at once; when they are used up it is enough.
  ///   - rate: bits a second by which what may pass grows again meanwhile.
  /// - Returns: whether they were used up in that time.
  private mutating func flow(for time: Duration, untilUsedUp burst: Double = .infinity, refilled rate: Double = 0)
    -> Bool
  {
    let started = ContinuousClock.now
    let deadline = started + time
    while ContinuousClock.now < deadline {
      for _ in 0..<32 where send(sender, payload, payload.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL)) > 0 {
        sent += packet
      }
      var wait = pollfd(fd: receiver, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 1)
      while recv(receiver, &buffer, buffer.count, Int32(MSG_DONTWAIT)) > 0 { received += packet }
      // More has been sent than may have passed: what is beyond waits or is lost, and what arrives is the rate.
      if Double(sent * 8) >= burst + rate * Self.seconds(.now - started) { return true }
    }
    return false
  }
}

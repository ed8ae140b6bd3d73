import CLinux
import Glibc
import NetworkTypes

/// A call while it is made.
struct OpenCall {
  let descriptor: Int32
  private let call: Call
  private let number: Int
  private let deadline: ContinuousClock.Instant
  private var isConnected = false
  /// When a datagram is sent again.
  private var repetition: ContinuousClock.Instant
  /// Who says that the call reached him, and as whose.
  var witness: (service: Int, caller: IPAddress)?
  private(set) var answer: Answer?

  private static let pause = Duration.milliseconds(80)

  /// Begins the call in the namespace of the calling thread.
  init(_ call: Call, number: Int) throws(TrialFault) {
    self.call = call
    self.number = number
    descriptor = try call.transport.socket(call.address.family)
    deadline = .now + call.patience
    repetition = .now
    if call.wholeDatagram != nil {
      switch call.address.family {
      // Not even what the kernel has learnt of the path is to keep it from sending.
      case .ipv4: setOption(descriptor, Int32(IPPROTO_IP), IP_MTU_DISCOVER, IP_PMTUDISC_PROBE)
      case .ipv6: setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE)
      }
    }
    let place = SocketAddress(call.address, port: call.port)
    if place.withPointer({ connect(descriptor, $0, $1) }) == 0 {
      isConnected = true
    } else if errno != EINPROGRESS {
      answer = .refused(errno)
    }
    if isConnected { speak() }
  }

  /// When something has to be done, whatever happens until then.
  var nextStep: ContinuousClock.Instant {
    call.transport == .udp ? min(deadline, repetition) : deadline
  }

  /// What to wait for.
  var events: Int16 { Int16(isConnected ? POLLIN : POLLIN | POLLOUT) }

  /// Takes a step.
  mutating func proceed(isReady: Bool, _ buffer: inout [UInt8]) {
    if isReady {
      if !isConnected { finishConnecting() } else { listen(&buffer) }
    }
    guard answer == nil else { return }
    if ContinuousClock.now >= deadline {
      answer = .silence
    } else if call.transport == .udp, ContinuousClock.now >= repetition {
      speak()
    }
  }

  private mutating func finishConnecting() {
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
    if code != 0 {
      answer = .refused(code)
    } else {
      isConnected = true
      speak()
    }
  }

  private mutating func speak() {
    var bytes = Token.bytes(of: number)
    if let size = call.wholeDatagram, size > bytes.count {
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
    repetition = .now + Self.pause
    if send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) < 0, errno != EAGAIN { take(errno) }
  }

  private mutating func listen(_ buffer: inout [UInt8]) {
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count >= Token.length, Token.call(in: buffer[..<count]) == number {
      // Whoever answers without being one of ours is nobody that was meant.
      answer = witness.map { .served(service: $0.service, caller: $0.caller) } ?? .silence
    } else if count < 0, errno != EAGAIN {
      take(errno)
    } else if count == 0, call.transport == .tcp {
      answer = .refused(ECONNRESET)
    }
  }

  /// A datagram's refusal may be that of a neighbour who was not awake yet; it is sent again until time is over.
  private mutating func take(_ code: Int32) {
    let isPassing = call.transport == .udp && (code == ECONNREFUSED || code == EHOSTUNREACH)
    if !isPassing { answer = .refused(code) }
  }
}

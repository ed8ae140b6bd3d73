import CLinux
import Glibc
import NetworkTypes

/// Many calls at once, on one thread: the callers' sockets and those of the services were opened in the namespaces
/// where they belong, and stay there.
struct Exchange {
  private var calls: [OpenCall] = []
  private var listeners: [Listener] = []
  private var conversations: [(descriptor: Int32, service: Int, caller: IPAddress)] = []
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Lets everybody call, and tells for each call what came of it.
  static func run(_ calls: [Call], services: [Service]) throws(TrialFault) -> [Answer] {
    var exchange = Exchange()
    defer { exchange.close() }
    for (index, service) in services.enumerated() {
      exchange.listeners += try service.namespace.inside { () throws(TrialFault) in
        var opened: [Listener] = []
        for transport in Transport.allCases {
          for family in IPAddress.Family.present {
            if let listener = try Listener.open(transport, family, port: service.port, of: index) {
              opened.append(listener)
            }
          }
        }
        return opened
      }
    }
    for (index, call) in calls.enumerated() {
      exchange.calls.append(try call.caller.inside { () throws(TrialFault) in try OpenCall(call, number: index) })
    }
    while exchange.calls.contains(where: { $0.answer == nil }) { exchange.proceed() }
    return exchange.calls.map { $0.answer ?? .silence }
  }

  /// Waits for something to happen and does what is due.
  private mutating func proceed() {
    let now = ContinuousClock.now
    let due = calls.filter { $0.answer == nil }.map(\.nextStep).min() ?? now
    var waits: [pollfd] = []
    waits += listeners.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    waits += conversations.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    waits += calls.map { pollfd(fd: $0.answer == nil ? $0.descriptor : -1, events: $0.events, revents: 0) }
    poll(&waits, nfds_t(waits.count), Int32(max(.zero, due - now) / .milliseconds(1)) + 1)
    let ready = waits.map { $0.revents != 0 }
    let (first, second) = (listeners.count, listeners.count + conversations.count)
    for index in calls.indices where calls[index].answer == nil {
      calls[index].proceed(isReady: ready[second + index], &buffer)
    }
    hear(conversations.indices.filter { ready[first + $0] })
    for index in listeners.indices where ready[index] { take(listeners[index]) }
  }

  /// Takes what has come to a port.
  private mutating func take(_ listener: Listener) {
    switch listener.transport {
    case .udp:
      while let (count, caller) = listener.answerDatagram(into: &buffer) {
        note(buffer[..<count], of: caller, at: listener.service)
      }
    case .tcp:
      while let (descriptor, caller) = listener.accept() {
        setOption(descriptor, SOL_SOCKET, SO_SNDBUF, 4096)
        conversations.append((descriptor, listener.service, caller))
      }
    }
  }

  /// Hears what callers say over connections, and says it back.
  private mutating func hear(_ indices: [Int]) {
    for index in indices.reversed() {
      let (descriptor, service, caller) = conversations[index]
      let count = recv(descriptor, &buffer, Token.length, Int32(MSG_DONTWAIT))
      if count == Token.length {
        note(buffer[..<count], of: caller, at: service)
        send(descriptor, buffer, count, Int32(MSG_NOSIGNAL))
      } else {
        Glibc.close(descriptor)
        conversations.remove(at: index)
      }
    }
  }

  private mutating func note(_ bytes: ArraySlice<UInt8>, of caller: IPAddress, at service: Int) {
    guard let number = Token.call(in: bytes), calls.indices.contains(number) else { return }
    calls[number].witness = (service, caller)
  }

  private func close() {
    for listener in listeners { Glibc.close(listener.descriptor) }
    for conversation in conversations { Glibc.close(conversation.descriptor) }
    for call in calls { Glibc.close(call.descriptor) }
  }
}

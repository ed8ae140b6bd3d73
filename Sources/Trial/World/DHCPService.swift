import CLinux
import Glibc
import NetworkTypes
import Programs

/// What a network with addresses by DHCP needs beside its plugins: a server on the machine outside, which is ours, and
/// on the node the daemon of the plugins that keeps the leases.
struct DHCPService {
  private let server: Worker
  private let daemon: Worker
  private let socket: Int32

  /// The part of the cable's subnet that is handed out begins here.
  private static let firstNumber: UInt128 = 100
  /// Where the plugin and its daemon meet, unless a list says otherwise.
  private static let meetingPlace = "/run/cni/dhcp.sock"

  /// Starts both, and waits for the daemon.
  init(_ world: World, binDirs: [String]) throws(TrialFault) {
    guard let program = PluginSearch.path(of: "dhcp", in: binDirs) else {
      throw .unsupported("the network has its addresses by DHCP, and there is no plugin dhcp to run as its daemon")
    }
    let peers = world.peers(.ipv4)
    let socket = try world.outside.inside { () throws(TrialFault) in try Self.open() }
    self.socket = socket
    let outside = peers.outside
    server = try Worker { stop in Self.serve(socket, outside, until: stop) }
    do {
      daemon = try Worker { stop in
        let limits = Invocation.Limits(time: .seconds(600), output: 1 << 20)
        _ = Runner.run(Invocation(program, ["daemon"], limits: limits), interruption: stop)
      }
    } catch {
      server.stop()
      close(socket)
      throw error
    }
    for _ in 0..<500 {
      if access(Self.meetingPlace, F_OK) == 0 { return }
      usleep(10_000)
    }
    stop()
    throw .refused("the daemon of the plugin dhcp does not open \(Self.meetingPlace)")
  }

  func stop() {
    daemon.stop()
    server.stop()
    close(socket)
  }

  private static func open() throws(TrialFault) -> Int32 {
    let socket = try Transport.udp.socket(.ipv4)
    setOption(socket, SOL_SOCKET, SO_BROADCAST, 1)
    setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1)
    let device = Array(World.outsideDevice.utf8) + [0]
    setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, device, socklen_t(device.count))
    let place = SocketAddress(anyOf: .ipv4, port: 67)
    guard place.withPointer({ bind(socket, $0, $1) }) == 0 else { throw .last("listen on the port of DHCP") }
    return socket
  }

  /// Answers until it is told to stop. A client gets the same address whenever it asks.
  private static func serve(_ socket: Int32, _ own: CIDR, until stop: Int32) {
    var clients: [[UInt8]] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    let everybody = SocketAddress(IPAddress(.ipv4, UInt128(UInt32.max)), port: 68)
    while true {
      var waits = [stop, socket].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&waits, 2, -1) > 0 || errno == EINTR, waits[0].revents == 0 else { return }
      let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0, let message = DHCPMessage(buffer[..<count]),
        message.kind == .discover || message.kind == .request
      else { continue }
      if !clients.contains(message.client) { clients.append(message.client) }
      let number = firstNumber + UInt128(clients.firstIndex(of: message.client) ?? 0)
      guard let address = CIDR(IPAddress(.ipv4, own.first.value + number), prefix: own.prefix) else { continue }
      let answer = message.answer(
        message.kind == .discover ? .offer : .acknowledge, address: address, server: own.address)
      _ = everybody.withPointer { Int32(sendto(socket, answer, answer.count, 0, $0, $1)) }
    }
  }
}

import Foundation
import NetworkTypes
import TestSupport

/// What a network with addresses by DHCP needs beside the plugins: a server in the neighbour's namespace, and on the
/// node the daemon that keeps the leases.
struct DHCP {
  private let server: Child
  private let daemon: Child

  /// The addresses that the server gives.
  static let pool = Pool("10.200.7.0/24", from: "10.200.7.100")

  fileprivate static func start(on node: Node) throws -> DHCP {
    let address = Node.outsideAddress(.ipv4)
    let server = try Child.start(
      Machine.program("ip"),
      [
        "netns", "exec", node.outside.name, Machine.program("dnsmasq"), "--no-daemon", "--conf-file=/dev/null",
        "--user=root", "--pid-file=", "--port=0", "--bind-interfaces", "--interface=\(Node.outsideDevice)",
        "--dhcp-authoritative", "--no-ping", "--dhcp-leasefile=\(node.scratch("dhcp.leases"))",
        "--dhcp-range=\(pool.first),10.200.7.150,255.255.255.0,1h", "--dhcp-option=option:router,\(address)",
      ])
    let daemon = try node.start("\(Machine.plugins)/dhcp", ["daemon"])
    let dhcp = DHCP(server: server, daemon: daemon)
    do {
      try dhcp.awaitReadiness(of: node)
      return dhcp
    } catch {
      dhcp.stop()
      throw error
    }
  }

  /// The plugin does not wait for its daemon's socket, and the client not for a server.
  private func awaitReadiness(of node: Node) throws {
    let socket = node.scratch("run/cni/dhcp.sock")
    for _ in 0..<100 {
      let isListening = try node.outside.run("ss", ["--no-header", "--udp", "--listening", "sport = :67"])
      if FileManager.default.fileExists(atPath: socket), !isListening.output.isEmpty { return }
      usleep(50_000)
    }
    throw Trouble("no DHCP in 5 seconds:\n\(server.stop())\n\(daemon.stop())")
  }

  fileprivate func stop() {
    server.stop()
    daemon.stop()
  }
}

/// Carries out a test with DHCP at hand, where it is wanted, and ends both programs, however the test ends.
func withDHCP<Value>(_ isWanted: Bool, on node: Node, _ body: () async throws -> Value) async throws -> Value {
  let dhcp = try isWanted ? DHCP.start(on: node) : nil
  defer { dhcp?.stop() }
  return try await body()
}

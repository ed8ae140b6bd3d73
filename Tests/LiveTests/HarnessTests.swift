import Foundation
import NetworkTypes
import TestSupport
import Testing

/// The harness must see what is wrong: each test breaks one thing of the reference network and looks for just that.
@Suite("The live harness", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct HarnessTests {
  private static let promise = NetworkPromise(
    pools: [Pool("10.88.0.0/16"), Pool("2001:db8:4860::/64")], defaultRoutes: [.ipv4, .ipv6])

  @Test("finds nothing to say about a network that works")
  func sound() async throws {
    #expect(try await Self.departures() == [])
  }

  @Test("misses the masquerade")
  func noMasquerade() async throws {
    let found = try await Self.departures { $0[0]["ipMasq"] = .bool(false) }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("outside sees nobody") })
  }

  @Test("misses a default route, and with it the way out")
  func noRoute() async throws {
    let found = try await Self.departures {
      $0[0]["ipam"]?["routes"] = .array([.object(["dst": .string("0.0.0.0/0")])])
    }
    #expect(found.contains("0 default routes for ipv6, not 1"))
    #expect(found.contains { $0.hasPrefix("outside sees nobody for 2001:db8:4860::") })
    #expect(!found.contains { $0.contains("10.88") })
  }

  @Test("misses an address, and notices one that nobody asked for")
  func otherSubnet() async throws {
    let found = try await Self.departures {
      $0[0]["ipam"]?["ranges"] = .array([.array([.object(["subnet": .string("10.89.0.0/16")])])])
    }
    #expect(found.contains("no address of 10.88.0.0/16"))
    #expect(found.contains("no address of 2001:db8:4860::/64"))
    #expect(found.contains { $0.hasPrefix("address 10.89.0.2/16 was not asked for") })
  }

  @Test("misses the port mapping of a chain without portmap")
  func noPortMapping() async throws {
    let found = try await Self.departures { $0.removeLast() }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("host port 8080 does not lead outside to") })
  }

  @Test("sees device, lease and rules while the container is attached")
  func leftovers() async throws {
    try await withNode { node in
      try await withContainer { container in
        let runtime = try Runtime(node: node, network: Self.network())
        let attachment = try runtime.add(container, mapping: .init())
        let aftermath = Aftermath(node: node, attachment: attachment)
        let before = try aftermath.leftovers()
        for kind in ["device eth0 in the container", "device veth", "lease 10.88.0.2", "rule "] {
          #expect(before.contains { $0.hasPrefix(kind) }, "no leftover begins with “\(kind)”")
        }
        try runtime.delete(attachment)
        #expect(try aftermath.leftovers() == [])
      }
    }
  }

  @Test("tells a plugin's refusal in the plugin's own words")
  func refusal() async throws {
    try await withNode { node in
      try await withContainer { container in
        let network = try NetworkConfiguration(
          text: #"{"cniVersion": "0.3.1", "name": "old", "plugins": [{"type": "firewall"}]}"#)
        let runtime = Runtime(node: node, network: network)
        let refusal = try #require(throws: Runtime.Refusal.self) { try runtime.add(container) }
        #expect(
          refusal.message.hasPrefix(
            #"incompatible CNI versions; config is "0.3.1", plugin supports ["0.4.0""#))
      }
    }
  }

  @Test("leaves no namespace behind")
  func tidy() async throws {
    let names = try await withNode { node in [node.host.name, node.outside.name] }
    let present = try run(Machine.program("ip"), ["netns", "list"]).required()
    for name in names { #expect(!present.contains(name)) }
  }

  @Test("removes what a killed run left behind, and nothing of a run that goes on")
  func sweep() throws {
    try Machine.requireRoot()
    let ended = try Child.start(Machine.program("true"))
    _ = ended.wait()
    let abandoned = Namespace(name: "\(Machine.prefix)\(ended.pid)-host")
    let own = try Namespace.make("own")
    defer { own.remove() }
    let ip = try Machine.program("ip")
    try run(ip, ["netns", "add", abandoned.name]).required()
    try Namespace.sweep()
    let present = try run(ip, ["netns", "list"]).required()
    #expect(!present.contains(abandoned.name))
    #expect(present.contains(own.name))
  }

  @Test("ends a program at its limit")
  func limit() throws {
    let outcome = try run(Machine.program("sleep"), ["60"], limit: 0.2)
    #expect(outcome.end == .overdue(0.2))
  }

  /// The reference network, its plugins changed.
  private static func network(_ change: (inout [JSONValue]) -> Void = { _ in }) throws -> NetworkConfiguration {
    var document = try JSONValue(parsing: reference)
    var plugins = document["plugins"]?.elements ?? []
    change(&plugins)
    document["plugins"] = .array(plugins)
    return try NetworkConfiguration(text: document.text())
  }

  private static func departures(_ change: (inout [JSONValue]) -> Void = { _ in }) async throws -> [String] {
    let network = try network(change)
    return try await withNode { node in
      try await withContainer { container in
        let attachment = try Runtime(node: node, network: network).add(container, mapping: .init())
        return try await Inspection(node: node, attachment: attachment, promise: promise).departures()
      }
    }
  }

  private static let reference = """
    {
      "cniVersion": "1.0.0",
      "name": "harness",
      "plugins": [
        {
          "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true,
          "ipam": {
            "type": "host-local",
            "ranges": [[{"subnet": "10.88.0.0/16"}], [{"subnet": "2001:db8:4860::/64"}]],
            "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]
          }
        },
        {"type": "portmap", "capabilities": {"portMappings": true}}
      ]
    }
    """
}

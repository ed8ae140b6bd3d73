import Foundation
import NetworkTypes
import TestSupport
import Testing

/// What `cnigen diff` says of a change is what happens: containers that were attached before it live through it, on the
/// real plugins.
@Suite("Changes of networks", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct ChangeTests {
  private static let alreadyHas = "already has an IP address different from"

  private static func ipam(_ subnet: String = "10.28.0.0/24", _ keys: String = "", range: String = "") -> String {
    """
    {"type": "host-local", "ranges": [[{"subnet": "\(subnet)"\(range)}]], "routes": [{"dst": "0.0.0.0/0"}]\(keys)}
    """
  }

  private static func bridge(_ keys: String = "", ipam: String = ipam()) -> String {
    #"{"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true\#(keys), "ipam": \#(ipam)}"#
  }

  private static let portmap = #"{"type": "portmap", "capabilities": {"portMappings": true}}"#

  @Test("Another subnet on a bridge: new pods fail until it is deleted")
  func bridgeSubnet() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge(ipam: Self.ipam("10.29.0.0/24"))) {
      change, first, second in
      #expect(change.told == ["bridge-address-changed delete-bridge"])
      let attached = try change.before.add(first)
      let refusal = #expect(throws: Runtime.Refusal.self) { try change.after.add(second) }
      #expect(refusal?.message.contains(Self.alreadyHas) ?? false, "\(String(describing: refusal))")
      #expect(try await change.reachesOutside(first), "the running pod goes on")
      try change.after.delete(attached)
      #expect(throws: Runtime.Refusal.self, "without pods it is no better") { try change.after.add(first) }
      try change.node.host.ip(["link", "delete", "cni0"])
      try await withContainer("third") { third in
        let other = try change.after.add(third)
        #expect(ChangedNetwork.address(of: other).hasPrefix("10.29.0."))
        #expect(try await change.reachesOutside(third))
      }
    }
  }

  @Test("Another gateway in the same subnet fails in the same way")
  func bridgeGateway() async throws {
    let gateway = #", "gateway": "10.28.0.254""#
    try await withChange(from: Self.bridge(), to: Self.bridge(ipam: Self.ipam(range: gateway))) {
      change, first, second in
      #expect(change.told == ["bridge-address-changed delete-bridge"])
      _ = try change.before.add(first)
      let refusal = #expect(throws: Runtime.Refusal.self) { try change.after.add(second) }
      #expect(refusal?.message.contains("\(Self.alreadyHas) 10.28.0.254/24") ?? false)
    }
  }

  @Test("With forceAddress running pods lose their gateway")
  func forcedAddress() async throws {
    let forced = #", "forceAddress": true"#
    try await withChange(
      from: Self.bridge(forced), to: Self.bridge(forced, ipam: Self.ipam("10.29.0.0/24"))
    ) { change, first, second in
      #expect(change.told == ["bridge-address-changed drain"])
      _ = try change.before.add(first)
      #expect(try await change.reachesOutside(first))
      _ = try change.after.add(second)
      #expect(try await change.reachesOutside(second))
      #expect(try await !change.reachesOutside(first))
    }
  }

  @Test("Another subnet of ptp: old and new pods go side by side")
  func routedSubnet() async throws {
    let plugin = { (subnet: String) in #"{"type": "ptp", "ipMasq": true, "ipam": \#(Self.ipam(subnet))}"# }
    try await withChange(from: plugin("10.28.0.0/24"), to: plugin("10.29.0.0/24")) { change, first, second in
      #expect(change.told == ["subnet-changed new-pods"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      #expect(try await change.reaches(new, from: first))
      #expect(try await change.reaches(old, from: second))
      try change.after.delete(old)
      #expect(try change.node.leases() == [ChangedNetwork.address(of: new)], "the old lease is given back")
    }
  }

  @Test("A renamed network gives an address twice, and leaves leases and rules behind")
  func renamedNetwork() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge(), name: ("pods", "renamed")) { change, first, second in
      #expect(change.told == ["network-renamed duplicate-addresses"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      #expect(old.addresses == new.addresses)
      try change.after.delete(new)
      // There are no rules of the new name, over which this release fails, once.
      let refusal = #expect(throws: Runtime.Refusal.self) { try change.after.delete(old) }
      #expect(refusal?.message.contains("does not exist") ?? false, "\(String(describing: refusal))")
      try change.after.delete(old)
      let left = try change.leftovers(of: old)
      #expect(left.contains("lease \(ChangedNetwork.address(of: old))"), "\(left)")
      #expect(left.contains { $0.hasPrefix("rule ") && $0.contains(ChangedNetwork.address(of: old)) }, "\(left)")
    }
  }

  @Test("Another folder for leases gives an address twice")
  func movedLeases() async throws {
    let moved = Self.bridge(ipam: Self.ipam("10.28.0.0/24", #", "dataDir": "/var/lib/elsewhere""#))
    try await withChange(from: Self.bridge(), to: moved) { change, first, second in
      #expect(change.told == ["lease-store-moved duplicate-addresses"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      #expect(old.addresses == new.addresses)
      try change.after.delete(new)
      try change.after.delete(old)
      #expect(try change.node.leases() == [ChangedNetwork.address(of: old)])
    }
  }

  @Test("Without portmap the ports of running pods stay", arguments: [true, false])
  func portMappings(removesPlugin: Bool) async throws {
    let chain = "\(Self.bridge()), \(Self.portmap)"
    let less = removesPlugin ? Self.bridge() : "\(Self.bridge()), {\"type\": \"portmap\"}"
    try await withChange(from: chain, to: less) { change, first, second in
      let kind = removesPlugin ? "chain-plugin-removed" : "capability-removed"
      #expect(change.told == ["\(kind) loses-port-mappings"])
      let old = try change.before.add(first, mapping: .init())
      try change.after.delete(old)
      let left = try change.leftovers(of: old)
      #expect(left.contains { $0.contains("DNAT") || $0.contains("CNI-DN-") }, "\(left)")
      // The port leads to whoever gets the address next.
      let address = ChangedNetwork.address(of: old)
      let next = try change.after.network(with: address, on: change.node).add(second)
      #expect(ChangedNetwork.address(of: next) == address)
      let source = try await Conversation.source(
        from: change.node.outside, to: Node.hostAddress(.ipv4), port: 8080, answeredBy: second.namespace, on: 80)
      #expect(source != nil, "the port of the pod that is gone leads to the next one")
    }
  }

  @Test("The bridge and running pods keep their MTU")
  func mtu() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge(#", "mtu": 1400"#)) { change, first, second in
      #expect(change.told == ["mtu-changed new-pods"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      #expect(try ChangedNetwork.mtu(of: Container.device, in: first.namespace) == 1500)
      #expect(try ChangedNetwork.mtu(of: Container.device, in: second.namespace) == 1400)
      #expect(try await change.reaches(new, from: first))
      try change.after.delete(new)
      try change.after.delete(old)
      #expect(try change.leftovers(of: old) == [])
    }
    // A bridge that was made with an MTU keeps that.
    try await withChange(from: Self.bridge(#", "mtu": 1400"#), to: Self.bridge(#", "mtu": 1450"#)) {
      change, first, second in
      _ = try change.before.add(first)
      #expect(try ChangedNetwork.mtu(of: "cni0", in: change.node.host) == 1400)
      _ = try change.after.add(second)
      #expect(try ChangedNetwork.mtu(of: "cni0", in: change.node.host) == 1400)
      #expect(try ChangedNetwork.mtu(of: Container.device, in: second.namespace) == 1450)
    }
  }

  @Test("Without ipMasq the rules of running pods stay")
  func masquerade() async throws {
    let plain = Self.bridge().replacing(#""ipMasq": true"#, with: #""ipMasq": false"#)
    try await withChange(from: Self.bridge(), to: plain) { change, first, _ in
      #expect(change.told == ["masquerade-switched drain"])
      let old = try change.before.add(first)
      try change.after.delete(old)
      let left = try change.leftovers(of: old)
      #expect(left.contains { $0.hasPrefix("rule ") && $0.contains(ChangedNetwork.address(of: old)) }, "\(left)")
    }
  }

  @Test("With ipMasq running pods fail to stop, once")
  func masqueradeOn() async throws {
    let plain = Self.bridge().replacing(#""ipMasq": true"#, with: #""ipMasq": false"#)
    try await withChange(from: plain, to: Self.bridge()) { change, first, _ in
      #expect(change.told == ["masquerade-switched drain"])
      let old = try change.before.add(first)
      let refusal = #expect(throws: Runtime.Refusal.self) { try change.after.delete(old) }
      #expect(refusal?.message.contains("does not exist") ?? false, "\(String(describing: refusal))")
      try change.after.delete(old)
      #expect(try change.leftovers(of: old) == [])
    }
  }

  @Test("portmap and firewall take it that they have made nothing for a running pod")
  func addedPlugins() async throws {
    let chain = #"\#(Self.bridge()), \#(Self.portmap), {"type": "firewall", "backend": "iptables"}"#
    try await withChange(from: Self.bridge(), to: chain) { change, first, _ in
      #expect(change.told == ["chain-plugin-added new-pods", "chain-plugin-added new-pods"])
      let old = try change.before.add(first, mapping: .init())
      try change.after.delete(old)
      #expect(try change.leftovers(of: old) == [])
    }
  }

  @Test("Hairpin is a flag of each port")
  func hairpin() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge(#", "hairpinMode": true"#)) { change, first, second in
      #expect(change.told == ["hairpin-switched new-pods"])
      let old = try change.before.add(first)
      let oldPort = try change.node.host.devices().first { $0.hasPrefix("veth") }
      let new = try change.after.add(second)
      let newPort = try change.node.host.devices().first { $0.hasPrefix("veth") && $0 != oldPort }
      #expect(try change.hairpin(of: oldPort) == "0")
      #expect(try change.hairpin(of: newPort) == "1")
      for attachment in [new, old] { try change.after.delete(attachment) }
      #expect(try change.leftovers(of: old) == [])
    }
  }

  @Test("A spec version that plugins know detaches running pods; one that they do not, none")
  func specVersion() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge(), version: ("0.4.0", "1.0.0")) { change, first, _ in
      #expect(change.told == ["cni-version-raised new-pods"])
      let old = try change.before.add(first)
      try change.after.delete(old.converted(to: "1.0.0"))
      #expect(try change.leftovers(of: old) == [])
    }
    try await withChange(from: Self.bridge(), to: Self.bridge(), version: ("1.0.0", "1.1.0")) { change, first, _ in
      #expect(change.told == ["cni-version-raised drain"])
      let old = try change.before.add(first)
      let refusal = #expect(throws: Runtime.Refusal.self) { try change.after.delete(old.converted(to: "1.1.0")) }
      #expect(refusal?.message.contains("incompatible CNI versions") ?? false, "\(String(describing: refusal))")
    }
  }

  @Test("Routes are set when a pod is attached")
  func route() async throws {
    let more = Self.ipam().replacing(
      #"[{"dst": "0.0.0.0/0"}]"#, with: #"[{"dst": "0.0.0.0/0"}, {"dst": "192.0.2.0/24"}]"#)
    try await withChange(from: Self.bridge(), to: Self.bridge(ipam: more)) { change, first, second in
      #expect(change.told == ["route-added new-pods"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      #expect(try !first.namespace.destinations(.ipv4).contains("192.0.2.0/24"))
      #expect(try second.namespace.destinations(.ipv4).contains("192.0.2.0/24"))
      for attachment in [new, old] { try change.after.delete(attachment) }
      #expect(try change.leftovers(of: old) == [])
    }
  }

  @Test("Pods on two bridges do not reach each other")
  func renamedBridge() async throws {
    try await withChange(from: Self.bridge(), to: Self.bridge().replacing("cni0", with: "cni1")) {
      change, first, second in
      #expect(change.told == ["bridge-renamed drain"])
      let old = try change.before.add(first)
      #expect(try await change.reachesOutside(first))
      let new = try change.after.add(second)
      #expect(try await !change.reaches(new, from: first))
      // The node has two routes to the subnet and takes the first.
      #expect(try await change.reachesOutside(first) != change.reachesOutside(second))
      try change.after.delete(old)
      #expect(try change.node.host.devices().contains("cni0"))
    }
  }

  @Test("Without firewall its rules for running pods stay")
  func firewall() async throws {
    let chain = #"\#(Self.bridge()), {"type": "firewall", "backend": "iptables"}"#
    try await withChange(from: chain, to: Self.bridge()) { change, first, _ in
      #expect(change.told == ["chain-plugin-removed drain"])
      let old = try change.before.add(first)
      try change.after.delete(old)
      let left = try change.leftovers(of: old)
      #expect(left.contains { $0.contains("CNI-FORWARD") && $0.contains(ChangedNetwork.address(of: old)) }, "\(left)")
      try change.before.delete(old)
      #expect(try change.leftovers(of: old) == [])
    }
  }

  @Test("A bridge stays promiscuous")
  func promiscuous() async throws {
    try await withChange(from: Self.bridge(#", "promiscMode": true"#), to: Self.bridge()) { change, first, second in
      #expect(change.told == ["promiscuous-switched new-pods"])
      let old = try change.before.add(first)
      let new = try change.after.add(second)
      for attachment in [new, old] { try change.after.delete(attachment) }
      let flags = try change.node.host.ask(["link", "show", "dev", "cni0"]).first?["flags"]?.elements ?? []
      #expect(flags.contains(.string("PROMISC")), "\(flags)")
    }
  }
}

extension ChangedNetwork {
  /// Whether the bridge sends frames back through a port.
  fileprivate func hairpin(of port: String?) throws -> String {
    let path = "/sys/class/net/\(port ?? "")/brport/hairpin_mode"
    return try node.host.run("cat", [path]).required().trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension Runtime {
  /// The same network with a single address to give.
  fileprivate func network(with address: String, on node: Node) throws -> Runtime {
    guard var interface = network.plugins.first else { throw Trouble("no plugins") }
    interface["ipam"] = .object([
      "type": .string("host-local"), "routes": .array([.object(["dst": .string("0.0.0.0/0")])]),
      "ranges": .array([
        .array([
          .object([
            "subnet": .string("10.28.0.0/24"), "rangeStart": .string(address), "rangeEnd": .string(address),
          ])
        ])
      ]),
    ])
    let list = JSONValue.object([
      "cniVersion": .string(network.cniVersion), "name": .string(network.name), "plugins": .array([interface]),
    ])
    return Runtime(node: node, network: try NetworkConfiguration(text: list.text()))
  }
}

extension Attachment {
  /// The same with its result in another spec version, as libcni converts it.
  fileprivate func converted(to version: String) -> Attachment {
    var result = result
    result["cniVersion"] = .string(version)
    // From 0.4.0 on: addresses name no family any more.
    result["ips"] = .array(
      (result["ips"]?.elements ?? []).map { address in
        var address = address
        address["version"] = nil
        return address
      })
    return Attachment(container: container, arguments: arguments, result: result)
  }
}

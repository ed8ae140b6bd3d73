import Foundation
import NetworkTypes
import TestSupport
import Testing

/// Every shipped profile is compiled, and containers are attached to and detached from its network with the plugins of
/// the distribution, as containerd would do it.
@Suite("Shipped profiles on a real kernel", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped))
struct ProfileTests {
  @Test("Every profile has its promises written down")
  func complete() throws {
    let folder = Machine.repository.appending(path: "profiles").path
    let present = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    #expect(Set(present) == Set(ShippedProfile.all.map(\.file)))
  }

  @Test(
    "A container gets what the profile promises, and leaves nothing behind",
    .timeLimit(.minutes(2)), arguments: ShippedProfile.all)
  func attach(_ profile: ShippedProfile) async throws {
    try await Self.withNetwork(profile) { node, runtime in
      #expect(runtime.network.cniVersion == "1.0.0")
      for program in runtime.network.programs {
        #expect(try runtime.versions(of: program).contains(runtime.network.cniVersion), "\(program)")
      }
      try await withContainer { container in
        let attachment = try runtime.add(container, mapping: .init(), mac: profile.network.mac)
        let inspection = Inspection(node: node, attachment: attachment, promise: profile.network)
        #expect(try await inspection.departures() == [])
        if runtime.network.types.contains("portmap"), !runtime.network.disableCheck {
          // A fault of portmap 1.1.1 itself: it looks for the IPv4 rules among those of IPv6.
          let refusal = #expect(throws: Runtime.Refusal.self) { try runtime.check(attachment) }
          #expect(refusal?.message.hasPrefix("could not check ipv6 dnat") == true)
        }
        try runtime.delete(attachment)
        #expect(try Aftermath(node: node, attachment: attachment).leftovers() == [])
        // A runtime repeats DEL when it is not sure; the specification asks for success.
        #expect(throws: Never.self) { try runtime.delete(attachment) }
      }
    }
  }

  @Test(
    "Two containers of one network have different addresses, reach each other and pass CHECK",
    .timeLimit(.minutes(2)), arguments: ShippedProfile.all)
  func neighbours(_ profile: ShippedProfile) async throws {
    try await Self.withNetwork(profile) { _, runtime in
      try await withContainer("first") { first in
        try await withContainer("second") { second in
          let one = try runtime.add(first)
          let two = try runtime.add(second)
          #expect(Set(one.addresses).isDisjoint(with: two.addresses))
          for address in try second.namespace.addresses(of: Container.device) {
            let source = try await Conversation.source(
              from: first.namespace, to: "\(address.address)", port: 80, answeredBy: second.namespace, on: 80)
            #expect(source != nil, "\(address)")
          }
          if !runtime.network.disableCheck {
            for attachment in [one, two] { #expect(throws: Never.self) { try runtime.check(attachment) } }
          }
          try runtime.delete(two)
          try runtime.delete(one)
        }
      }
    }
  }

  @Test("The firewall of the standalone profile parts two bridges", .timeLimit(.minutes(2)))
  func isolation() async throws {
    try await Self.withNetwork(.standalone) { node, runtime in
      let twin = Runtime(node: node, network: try Self.twin(of: runtime.network))
      try await withContainer("here") { here in
        try await withContainer("there") { there in
          let one = try runtime.add(here, mapping: .init(hostPort: 8081))
          let two = try twin.add(there, mapping: .init(hostPort: 8082))
          for address in try there.namespace.addresses(of: Container.device) {
            let source = try await Conversation.source(
              from: here.namespace, to: "\(address.address)", port: 80, answeredBy: there.namespace, on: 80, limit: 1)
            #expect(source == nil, "\(address)")
          }
          try twin.delete(two)
          try runtime.delete(one)
        }
      }
    }
  }

  /// Builds a profile and gives the test a node, and a runtime with the profile's network.
  private static func withNetwork(
    _ profile: ShippedProfile, _ body: (Node, Runtime) async throws -> Void
  ) async throws {
    try await withNode(uplink: profile.uplink) { node in
      let output = node.scratch("out")
      try profile.build(to: output)
      let network = try NetworkConfiguration(file: "\(output)/\(profile.conflist)")
      if profile.needsKubeProxy { try node.addKubeProxyChains() }
      try await withDHCP(profile.needsDHCP, on: node) { try await body(node, Runtime(node: node, network: network)) }
    }
  }

  /// The same network once more, beside the first one.
  private static func twin(of network: NetworkConfiguration) throws -> NetworkConfiguration {
    var plugins = network.plugins
    plugins[0]["bridge"] = .string("br-twin")
    plugins[0]["ipam"]?["ranges"] = try JSONValue(
      parsing: #"[[{"subnet": "10.78.0.0/24"}], [{"subnet": "fd00:78::/64"}]]"#)
    let document = JSONValue.object([
      "cniVersion": .string(network.cniVersion), "name": .string("twin"), "plugins": .array(plugins),
    ])
    return try NetworkConfiguration(text: document.text())
  }
}

extension ShippedProfile {
  /// The path of the file.
  var path: String { "\(Self.folder)/\(file)" }

  /// What the fleet reads from standard input; empty where it reads nothing.
  var input: String {
    get throws {
      try inventory.first.map {
        try run(Tools.program("python3"), ["\(Self.folder)/\($0)"] + inventory.dropFirst()).required()
      } ?? ""
    }
  }

  /// Compiles the profile with the options that turn it to Debian's releases.
  func build(to folder: String) throws {
    try Compiler().build(path, to: folder, options, input: input).required()
  }

  private static let folder = Machine.repository.appending(path: "profiles").path
}

import Foundation
import TestSupport

/// The part of containerd 1.6 that calls plugins, done by hand: libcni's protocol, step by step.
struct Runtime: Sendable {
  let node: Node
  let network: NetworkConfiguration

  /// What a plugin answered in place of success.
  struct Refusal: Error, CustomStringConvertible {
    let plugin: String
    let command: String
    /// The plugin's `msg` and `details`, or what else it printed.
    let message: String

    var description: String { "\(plugin) refuses \(command): \(message)" }
  }

  /// A mapping as the kubelet asks for it.
  struct PortMapping: Sendable {
    var hostPort: UInt16 = 8080
    var containerPort: UInt16 = 80

    fileprivate var json: JSONValue {
      .object([
        "hostPort": .integer(Int(hostPort)), "containerPort": .integer(Int(containerPort)),
        "protocol": .string("tcp"), "hostIP": .string(""),
      ])
    }
  }

  /// The spec versions that a plugin says it supports.
  func versions(of plugin: String) throws -> [String] {
    let request = JSONValue.object(["cniVersion": .string(network.cniVersion)])
    let answer = try call(plugin, "VERSION", container: nil, request: try request.text())
    return answer?["supportedVersions"]?.elements.compactMap(\.string) ?? []
  }

  /// ADD down the chain; each plugin gets the result of the one before.
  ///
  /// - Parameter mac: the hardware address that the runtime asks for, where the chain has that capability.
  /// - Parameter ips: the addresses that the runtime asks for, where the chain has that capability.
  func add(
    _ container: Container, mapping: PortMapping? = nil, mac: String? = nil, ips: [String] = []
  ) throws -> Attachment {
    var arguments: [String: JSONValue] = [:]
    arguments["portMappings"] = mapping.map { .array([$0.json]) }
    arguments["mac"] = mac.map { .string($0) }
    if !ips.isEmpty { arguments["ips"] = .array(ips.map { .string($0) }) }
    var result: JSONValue?
    for plugin in network.plugins {
      let request = try network.request(for: plugin, previous: result, arguments: arguments)
      result = try call(plugin["type"]?.string ?? "", "ADD", container: container, request: request)
    }
    guard let result else { throw Trouble("the chain of \(network.name) gave no result") }
    return Attachment(container: container, arguments: arguments, result: result)
  }

  /// CHECK down the chain, each with the final result of ADD.
  func check(_ attachment: Attachment) throws {
    for plugin in network.plugins { try call(plugin, "CHECK", attachment) }
  }

  /// DEL up the chain, each with the final result of ADD.
  func delete(_ attachment: Attachment) throws {
    for plugin in network.plugins.reversed() { try call(plugin, "DEL", attachment) }
  }

  private func call(_ plugin: JSONValue, _ command: String, _ attachment: Attachment) throws {
    let request = try network.request(for: plugin, previous: attachment.result, arguments: attachment.arguments)
    _ = try call(plugin["type"]?.string ?? "", command, container: attachment.container, request: request)
  }

  private func call(_ plugin: String, _ command: String, container: Container?, request: String) throws -> JSONValue? {
    var environment = ["CNI_COMMAND": command, "CNI_PATH": Machine.plugins]
    if let container {
      environment["CNI_CONTAINERID"] = container.id
      environment["CNI_NETNS"] = container.namespace.path
      environment["CNI_IFNAME"] = Container.device
      environment["CNI_ARGS"] =
        "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=web;K8S_POD_INFRA_CONTAINER_ID=\(container.id)"
    }
    let outcome = try node.run("\(Machine.plugins)/\(plugin)", environment: environment, input: request)
    let answer = try outcome.output.isEmpty ? nil : JSONValue(parsing: outcome.output)
    guard outcome.succeeded else {
      let words = [answer?["msg"]?.string, answer?["details"]?.string].compactMap(\.self).filter { !$0.isEmpty }
      throw Refusal(
        plugin: plugin, command: command, message: words.isEmpty ? outcome.description : words.joined(separator: "; "))
    }
    return answer
  }
}

/// A pod's namespace with the identifier that a runtime would give it.
struct Container: Sendable {
  let id: String
  let namespace: Namespace

  /// The name that containerd gives the device inside.
  static let device = "eth0"

  static func make(_ role: String) throws -> Container {
    let namespace = try Namespace.make(role)
    let digits = UUID().uuidString.filter { $0 != "-" }.lowercased()
    return Container(id: digits + digits, namespace: namespace)
  }
}

/// A container on a network: what a runtime keeps between ADD and DEL.
struct Attachment: Sendable {
  let container: Container
  let arguments: [String: JSONValue]
  /// The last plugin's result.
  let result: JSONValue

  /// The addresses that the chain reports, with their prefix lengths.
  var addresses: [String] { result["ips"]?.elements.compactMap { $0["address"]?.string } ?? [] }
}

/// Carries out a test with a container namespace, and removes it, however the test ends.
func withContainer<Value>(_ role: String = "pod", _ body: (Container) async throws -> Value) async throws -> Value {
  let container = try Container.make(role)
  defer { container.namespace.remove() }
  return try await body(container)
}

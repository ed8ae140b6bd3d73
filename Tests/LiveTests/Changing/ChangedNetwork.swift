import Foundation
import NetworkTypes
import TestSupport

/// A network that is changed while containers are attached to it, on a node of its own.
struct ChangedNetwork {
  let node: Node
  /// The runtime while the old list was loaded, and since the new one is. Whatever is detached now is detached with the
  /// new one, as containerd does it.
  let before: Runtime
  let after: Runtime
  /// What `cnigen diff` says of the two files: each kind of change and its class.
  let told: [String]

  /// The new list's plugins differ from the old one's; name and version stay where none are given.
  init(
    on node: Node, from old: String, to new: String, name: (old: String, new: String) = ("pods", "pods"),
    version: (old: String, new: String) = ("1.0.0", "1.0.0")
  ) throws {
    self.node = node
    let lists = [(name.old, version.old, old), (name.new, version.new, new)].map { name, version, plugins in
      #"{"cniVersion": "\#(version)", "name": "\#(name)", "plugins": [\#(plugins)]}"#
    }
    before = Runtime(node: node, network: try NetworkConfiguration(text: lists[0]))
    after = Runtime(node: node, network: try NetworkConfiguration(text: lists[1]))
    let files = try zip(["old/pods.conflist", "new/pods.conflist"], lists).map { try node.scratch.file($0, $1) }
    let outcome = try run(
      Machine.cnigen(), ["diff"] + files + ["--containerd", "1.6.20", "--plugins", "1.1.1", "--emit", "json"],
      environment: Compiler.environment)
    let groups = try JSONValue(parsing: outcome.output)["groups"]?.elements ?? []
    told = groups.flatMap { $0["changes"]?.elements ?? [] }.map {
      "\($0["kind"]?.string ?? "") \($0["effect"]?.string ?? "")"
    }
  }

  /// What a container that was detached with the new list has left on the node.
  func leftovers(of attachment: Attachment) throws -> [String] {
    try Aftermath(node: node, attachment: attachment).leftovers()
  }

  /// Whether a container reaches the machine outside.
  func reachesOutside(_ container: Container) async throws -> Bool {
    try await Conversation.source(
      from: container.namespace, to: Node.outsideAddress(.ipv4), port: 443, answeredBy: node.outside, on: 443,
      limit: 2) != nil
  }

  /// Whether a container reaches another one.
  func reaches(_ other: Attachment, from container: Container) async throws -> Bool {
    try await Conversation.source(
      from: container.namespace, to: Self.address(of: other), port: 80, answeredBy: other.container.namespace, on: 80,
      limit: 2) != nil
  }

  /// The address of a container without its length.
  static func address(of attachment: Attachment) -> String {
    String(attachment.addresses.first?.prefix { $0 != "/" } ?? "")
  }

  /// The MTU of a device.
  static func mtu(of device: String, in namespace: Namespace) throws -> Int? {
    try namespace.ask(["link", "show", "dev", device]).first?["mtu"]?.integer
  }
}

/// Carries out a proof on a node with two containers.
func withChange(
  from old: String, to new: String, name: (old: String, new: String) = ("pods", "pods"),
  version: (old: String, new: String) = ("1.0.0", "1.0.0"),
  _ body: (ChangedNetwork, _ first: Container, _ second: Container) async throws -> Void
) async throws {
  try await withNode { node in
    let change = try ChangedNetwork(on: node, from: old, to: new, name: name, version: version)
    try await withContainer("first") { first in
      try await withContainer("second") { second in try await body(change, first, second) }
    }
  }
}

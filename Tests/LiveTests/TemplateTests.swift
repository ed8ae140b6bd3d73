import Foundation
import NetworkTypes
import TestSupport
import Testing

/// Every shipped template, as a first profile of it says, with the plugins of the distribution on a real kernel.
@Suite("Shipped templates on a real kernel", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped))
struct TemplateTests {
  @Test("Every template has its promises written down, or a reason why it is only compiled")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Machine.repository.appending(path: "templates").path)
    let names = Set(files.map { $0.replacing(".yaml", with: "") })
    #expect(names == Set(TemplatePromise.all.map(\.name)).union(TemplatePromise.compiledOnly.keys))
  }

  @Test(
    "Two containers get what the template promises, reach each other, and leave nothing behind",
    .timeLimit(.minutes(2)), arguments: TemplatePromise.all)
  func attach(_ template: TemplatePromise) async throws {
    try await withNode(uplink: template.uplink) { node in
      let network = try Self.network(of: template, in: node.scratch("site"))
      try await withDHCP(template.needsDHCP, on: node) {
        let runtime = Runtime(node: node, network: network)
        try await withContainer("first") { first in
          try await withContainer("second") { second in
            let one = try runtime.add(first, mapping: .init())
            let two = try runtime.add(second)
            #expect(
              try await Inspection(node: node, attachment: one, promise: template.network).departures() == [])
            #expect(Set(one.addresses).isDisjoint(with: two.addresses))
            for address in try second.namespace.addresses(of: Container.device) {
              let source = try await Conversation.source(
                from: first.namespace, to: "\(address.address)", port: 80, answeredBy: second.namespace, on: 80)
              #expect(source != nil, "\(address)")
            }
            if let receive = template.receive { #expect(try Self.rates(on: node).contains(receive)) }
            for attachment in [one, two] { try runtime.delete(attachment) }
            for attachment in [one, two] {
              #expect(try Aftermath(node: node, attachment: attachment).leftovers() == [])
            }
          }
        }
      }
    }
  }

  /// What a stranger does: a first profile from the template, compiled as it is.
  private static func network(of template: TemplatePromise, in folder: String) throws -> NetworkConfiguration {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let start = ["--chdir=\(folder)", try Machine.cnigen()]
    for arguments in [["init", "--template", template.name] + ShippedProfile.debian, ["build"]] {
      try run("/usr/bin/env", start + arguments).required()
    }
    return try NetworkConfiguration(file: "\(folder)/out/\(template.conflist)")
  }

  /// The rates of the token buckets on the node's devices, in bits a second.
  private static func rates(on node: Node) throws -> [Int] {
    let text = try node.host.run("tc", ["-json", "qdisc", "show"]).required()
    return try JSONValue(parsing: text).elements.compactMap { $0["options"]?["rate"]?.integer.map { $0 * 8 } }
  }
}

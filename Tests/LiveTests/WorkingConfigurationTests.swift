import Foundation
import TestSupport
import Testing

/// Typical configurations that people run: the real plugins take them, and so must `cnigen validate`.
@Suite(
  "Configurations that work", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct WorkingConfigurationTests {
  private static let folder = "Cases/working"
  static let all = (try? TestFiles.names(in: folder)) ?? []
  /// Those of the reference plugins; of others no binary is at hand.
  static let reference = all.filter { $0.hasPrefix("reference-") }

  @Test("There are enough of them")
  func count() {
    #expect(Self.all.count >= 40)
    #expect(Self.reference.count >= 25)
  }

  @Test("A container is attached and detached, and nothing stays behind", arguments: reference)
  func attaches(_ name: String) async throws {
    let network = try NetworkConfiguration(file: TestFiles.path("\(Self.folder)/\(name)"))
    try await withNode { node in
      try await withContainer { container in
        let runtime = Runtime(node: node, network: network)
        let mapping: Runtime.PortMapping? = network.types.contains("portmap") ? .init() : nil
        let attachment = try runtime.add(container, mapping: mapping, ips: ["10.28.0.9/24"])
        try runtime.delete(attachment)
        let aftermath = Aftermath(node: node, attachment: attachment)
        let expected = network.types == ["loopback"] ? ["device lo in the container"] : []
        #expect(try aftermath.leftovers().filter { !expected.contains($0) } == [])
      }
    }
  }

  /// Plugins that nobody here knows may get a note, nothing more.
  @Test("cnigen has nothing against them", arguments: all)
  func validates(_ name: String) throws {
    let outcome = try run(
      try Machine.cnigen(),
      [
        "validate", "--plugins", "1.1.1", "--containerd", "1.6.20", "--format", "json",
        TestFiles.path("\(Self.folder)/\(name)"),
      ])
    #expect(outcome.end == .exited(0), "\(outcome)")
    if !name.hasPrefix("reference-") {
      #expect(!outcome.output.contains("\"severity\": \"warning\""), "\(outcome)")
    }
  }
}

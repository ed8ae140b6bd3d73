import Foundation
import TestSupport
import Testing

/// A Capabilities document made from what the real plugins of this machine answer.
@Suite("Measured nodes", .enabled(if: Machine.wantsLive, Machine.skipped)) struct MeasuredNodeTests {
  /// What a plugin answers to `VERSION`.
  private struct Answer: Decodable { let supportedVersions: [String] }

  /// Every binary of the folder, its spec versions and its checksum.
  private static func measured() throws -> [(type: String, versions: [String], sum: String)] {
    let sums = try run(try Machine.program("sha256sum"), try binaries().map { "\(Machine.plugins)/\($0)" })
    let lines = sums.output.split(separator: "\n").map { $0.prefix(64) }
    return try zip(binaries(), lines).map { type, sum in
      let asked = try run(
        "\(Machine.plugins)/\(type)", [], environment: ["CNI_COMMAND": "VERSION"], input: #"{"cniVersion": "1.0.0"}"#)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(asked.output.utf8))
      return (type, answer.supportedVersions, String(sum))
    }
  }

  private static func binaries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Machine.plugins).sorted()
  }

  private static func document(_ release: String) throws -> String {
    """
    apiVersion: cnigen/v1
    kind: Capabilities
    name: this-machine
    containerd: {version: 1.6.20}
    plugins:

    """
      + (try measured()).map { type, versions, sum in
        """
          - {type: \(type), release: \(release), releaseFrom: package, path: \(Machine.plugins)/\(type),
             sha256: \(sum), cniVersions: [\(versions.joined(separator: ", "))]}

        """
      }.joined()
  }

  /// The catalogue's spec versions of Debian's release are those of its binaries, and of no release far from it.
  @Test(arguments: [("1.1.1", false), ("0.9.1", true), ("1.6.0", true)])
  func theDocumentAgreesWithTheRightRelease(_ release: String, _ isContradicted: Bool) async throws {
    try await withScratch { scratch in
      let path = try scratch.file("node.yaml", Self.document(release))
      let outcome = try run(try Machine.cnigen(), ["validate", path])
      #expect(outcome.succeeded)
      #expect(outcome.output.contains("release-contradicted") == isContradicted)
    }
  }

  /// The version that a build chooses is the highest that every plugin of the chain itself answered.
  @Test func aBuildChoosesByWhatTheBinariesAnswered() async throws {
    try await withScratch { scratch in
      try scratch.file("node.yaml", Self.document("1.1.1"))
      let profile = try scratch.file(
        "profile.yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: demo
        target: {capabilities: node.yaml}
        network:
          bridge: {name: b, gateway: true, hairpin: true}
          addresses: {ranges: [10.1.0.0/24], routes: [default]}
          firewall: true
          portMappings: true
        """)
      let outcome = try Compiler().build(profile, to: "-")
      #expect(outcome.succeeded, "\(outcome)")
      let chain = ["bridge", "host-local", "firewall", "portmap"]
      let lists = try Self.measured().filter { chain.contains($0.type) }.map { Set($0.versions) }
      let common = try #require(lists.first).filter { version in lists.allSatisfy { $0.contains(version) } }
      let highest = try #require(common.max { $0.compare($1, options: .numeric) == .orderedAscending })
      #expect(outcome.output.contains("\"cniVersion\": \"\(highest)\""))
    }
  }
}

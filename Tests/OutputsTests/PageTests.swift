import Foundation
import TestSupport
import Testing

/// The examples of docs/outputs.md and of the language's section about outputs, built as they stand there.
@Suite struct PageTests {
  private static func examples(in page: String) throws -> [String] {
    let text = try TestFiles.text("../docs/\(page)")
    return text.components(separatedBy: "```yaml\n").dropFirst().compactMap { part in
      part.components(separatedBy: "```").first
    }
  }

  @Test func theProfileBuildsAsItStands() async throws {
    let example = try #require(try Self.examples(in: "outputs.md").first { $0.hasPrefix("apiVersion:") })
    try await withScratch { scratch in
      let path = try scratch.file("edge.yaml", example)
      try run(Machine.cnigen(), ["build", "--strict", path, "-o", scratch("out")]).required()
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch("out")).sorted()
      #expect(
        names == [
          "10-edge.conflist", "SHA256SUMS", "butane.yaml", "cloud-init.yaml", "config.toml", "daemon-set.yaml",
          "ignition.ign", "network-attachment.yaml",
        ])
      try run("/usr/bin/env", ["--chdir=\(scratch("out"))", "sha256sum", "--check", "--strict", "SHA256SUMS"])
        .required()
      let manifest = try String(contentsOfFile: scratch("out/daemon-set.yaml"), encoding: .utf8)
      #expect(manifest.contains("kubectl -n kube-system rollout status daemonset/cnigen-edge\n"))
    }
  }

  @Test(arguments: ["outputs.md", "language.md"]) func theSectionsAreTaken(_ page: String) async throws {
    let sections = try Self.examples(in: page).filter { $0.hasPrefix("outputs:") }
    #expect(!sections.isEmpty)
    for section in sections {
      try await withScratch { scratch in
        let network = "network: {ptp: true, addresses: {ranges: [10.88.0.0/16], routes: [default]}}"
        let built = try Built("target: {containerd: 1.6.20, plugins: 1.1.1}\n\(network)\n\(section)", in: scratch)
        try built.outcome.required()
      }
    }
  }

  /// Two builds of one profile are the same to the byte, and one without outputs takes the files of them away.
  @Test func aFileThatIsNoLongerWantedGoes() async throws {
    try await withScratch { scratch in
      let first = try Built.sample(.plain, in: scratch)
      let before = try String(contentsOfFile: first("SHA256SUMS"), encoding: .utf8)
      try Built.sample(.plain, in: scratch).outcome.required()
      #expect(try before == String(contentsOfFile: first("SHA256SUMS"), encoding: .utf8))
      let plain = Built.plain.split(separator: "\n").filter { !$0.hasPrefix("outputs:") }.joined(separator: "\n")
      try Built(plain, in: scratch).outcome.required()
      let names = try FileManager.default.contentsOfDirectory(atPath: first.folder).sorted()
      #expect(names == ["10-pods.conflist", "20-storage.conflist", "SHA256SUMS", "config.toml"])
    }
  }
}

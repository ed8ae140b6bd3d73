import Catalogue
import NetworkTypes
import ProfileLanguage
import Programs
import TestSupport
import Testing

@testable import Probe

/// What counts most where several say something about a release.
@Suite struct ReleaseFindingTests {
  private let package = PackageOwner(name: "plugins", version: "1.1.1-3", release: "1.1.1")

  private func deduction(_ release: Version, of type: String = "bridge") throws -> ReleaseDeduction {
    let binary = try #require(RealBinary.folder(of: release).first { $0.type == type })
    return try #require(
      ReleaseDeduction(of: type, specVersions: binary.specVersions, keyNames: KeyNames(binary.keyNames)))
  }

  private func judge(_ sources: ReleaseFinding.Sources, neighbours: Int = 1) -> ReleaseFinding {
    let choice = CommonRelease.choose([sources.candidates])[0]
    return ReleaseFinding(sources, choice: choice, among: neighbours, in: "/opt/cni/bin")
  }

  @Test func theBinarysOwnWordCountsMost() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.plugin("cni/bridge", about: "CNI bridge plugin v1.9.1\\nCNI protocol versions supported: 0.1.0, 1.0.0")
      try node.plugin("cni/flannel", about: "CNI Plugin flannel version v1.4.1-flannel1 (linux/amd64) commit x")
      try node.plugin("cni/unknown", about: "CNI bridge plugin version unknown")
      try node.plugin("cni/silent", about: "")
      let plugins = node.probe(binDirs: ["/cni"]).node.plugins
      #expect(plugins.map(\.release.release) == ["1.9.1", "1.4.1", nil, nil])
      #expect(plugins[0].release.source == .told)
      #expect(plugins[0].release.evidence == "it says \"CNI bridge plugin v1.9.1\"")
    }
  }

  @Test func aPackageCountsWhereTheBinaryCanBeOfIt() throws {
    let finding = judge(ReleaseFinding.Sources(package: package, deduction: try deduction("1.1.1")))
    #expect(finding.release == "1.1.1" && finding.source == .package)
    #expect(
      finding.evidence.hasPrefix("package plugins 1.1.1-3; deduced from spec versions and key names: 1.1.0 to 1.2.0"))
    // A binary that tells nothing leaves the package alone.
    #expect(judge(ReleaseFinding.Sources(package: package)).source == .package)
  }

  /// Somebody has put another binary over the package's.
  @Test func aPackageThatTheBinaryCannotBeOfDoesNotCount() throws {
    let finding = judge(ReleaseFinding.Sources(package: package, deduction: try deduction("1.7.1")))
    #expect(finding.release == "1.9.1" && finding.source == .deduced)
    #expect(finding.evidence.hasSuffix("1.9.1 is the newest of them; its package plugins 1.1.1-3 does not fit"))
  }

  @Test func aWordThatCannotBeTrueIsNamed() throws {
    let told = try #require(AboutText(release: "1.7.0", line: "CNI bridge plugin v1.7.0"))
    let finding = judge(ReleaseFinding.Sources(told: told, deduction: try deduction("1.1.1")))
    #expect(finding.release == "1.7.0" && finding.source == .told)
    #expect(finding.evidence.hasPrefix("it says \"CNI bridge plugin v1.7.0\", which cannot be; deduced from"))
  }

  @Test func nothingIsGuessed() throws {
    let none = judge(ReleaseFinding.Sources())
    #expect(none.release == nil && none.source == nil && none.evidence.isEmpty)
  }

  @Test func neighboursAreCounted() throws {
    let finding = judge(ReleaseFinding.Sources(deduction: try deduction("1.1.1", of: "loopback")), neighbours: 16)
    #expect(finding.release == "1.5.1" && finding.source == .deduced)
    #expect(finding.evidence.hasSuffix("1.5.1 is the newest that fits 1 of 16 plugins in /opt/cni/bin"))
  }
}

extension AboutText {
  fileprivate init?(release: Version, line: String) {
    self.init(
      Programs.Outcome(
        end: .exited(0), output: [], errors: Array(line.utf8), leftOutputOpen: false, duration: .zero))
    guard let found = self.release as Version?, found == release else { return nil }
  }
}

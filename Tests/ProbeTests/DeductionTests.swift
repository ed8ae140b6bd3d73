import Catalogue
import NetworkTypes
import TestSupport
import Testing

@testable import Probe

/// Releases that follow from real binaries alone.
@Suite struct DeductionTests {
  /// The keys of a plugin that a release reads and that a binary can be known by.
  private func keys(_ binary: RealBinary, _ release: Version) throws -> [String] {
    try #require(Catalogue.plugin(binary.type)).keys.filter { $0.span.contains(release) }.map(\.name)
      .filter { !ReleaseDeduction.everywhere.contains($0) }
  }

  private func deduce(_ binary: RealBinary) throws -> ReleaseDeduction {
    try #require(
      ReleaseDeduction(of: binary.type, specVersions: binary.specVersions, keyNames: KeyNames(binary.keyNames)))
  }

  @Test func theTableHoldsEveryPluginOfEveryRelease() throws {
    let binaries = try RealBinary.all()
    for release in Catalogue.pluginReleases {
      let types = binaries.filter { $0.releases.contains(release.version) }.map(\.type).sorted()
      #expect(types == Catalogue.pluginTypes(in: release), "\(release.version)")
    }
  }

  /// What the binary really is, is never ruled out; and what is not ruled out has the same keys, but for those whose
  /// names stand in every plugin anyway, such as macvlan's `mac` of 0.8.7.
  @Test func theTrueReleaseAlwaysFits() throws {
    for binary in try RealBinary.all() {
      let fitting = try deduce(binary).releases.map(\.version)
      #expect(binary.releases.allSatisfy(fitting.contains), "\(binary.type) \(binary.releases)")
      let first = try #require(binary.releases.first)
      for release in fitting {
        #expect(try keys(binary, release) == keys(binary, first), "\(binary.type) \(release)")
      }
    }
  }

  /// All plugins of a release together lead back to it, or to one that no key of any of them tells apart.
  @Test(arguments: Catalogue.pluginReleases) func aFolderLeadsToItsRelease(_ release: PluginRelease) throws {
    let binaries = try RealBinary.folder(of: release.version)
    let choices = CommonRelease.choose(try binaries.map { try deduce($0).releases.map(\.version) })
    let chosen = try #require(choices.first??.release)
    #expect(choices.allSatisfy { $0 == CommonRelease.Choice(release: chosen, fitting: binaries.count) })
    for binary in binaries {
      let other = try #require(RealBinary.folder(of: chosen).first { $0.type == binary.type })
      #expect(other.specVersions == binary.specVersions)
      #expect(
        try keys(binary, chosen) == keys(binary, release.version), "\(binary.type): \(chosen) for \(release.version)")
    }
  }

  /// Debian's plugins are of 1.1.1 and call themselves "version unknown".
  @Test func theFolderOf1_1_1IsKnown() throws {
    let binaries = try RealBinary.folder(of: "1.1.1")
    #expect(binaries.count == 16)
    let deductions = try binaries.map(deduce)
    let choices = CommonRelease.choose(deductions.map { $0.releases.map(\.version) })
    #expect(choices.allSatisfy { $0?.release == "1.1.1" })
    let bridge = try #require(zip(binaries, deductions).first { $0.0.type == "bridge" }?.1)
    #expect(
      bridge.description
        == """
        deduced from spec versions and key names: 1.1.0 to 1.2.0, as it has macspoofchk (since 1.1.0) and lacks \
        vlanTrunk (since 1.3.0)
        """)
  }

  @Test func aBinaryOfNoReleaseFitsNone() throws {
    let binary = try #require(RealBinary.folder(of: "1.1.1").first { $0.type == "bridge" })
    let isolated = ReleaseDeduction(
      of: "bridge", specVersions: binary.specVersions, keyNames: KeyNames(binary.keyNames + ["portIsolation"]))
    #expect(isolated?.releases.isEmpty == true)
    #expect(isolated?.description == "its spec versions and key names fit no known release")
    let ahead = ReleaseDeduction(
      of: "bridge", specVersions: binary.specVersions + ["9.0.0"], keyNames: KeyNames(binary.keyNames))
    #expect(ahead?.releases.isEmpty == true)
  }

  /// A script has no names of keys, and a plugin of others no history.
  @Test func whatCannotBeDeducedIsNot() {
    #expect(ReleaseDeduction(of: "bridge", specVersions: ["1.0.0"], keyNames: KeyNames([])) == nil)
    #expect(ReleaseDeduction(of: "calico", specVersions: ["1.0.0"], keyNames: KeyNames(["mtu"])) == nil)
  }
}

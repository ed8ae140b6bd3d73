import CNIModel
import Catalogue
import NetworkTypes
import Testing

/// What `cniVersion: auto` stands for.
@Suite struct SpecChoiceTests {
  private func choose(
    _ types: [String], _ plugins: Version, _ containerd: Version, _ overrides: [String: Version] = [:]
  ) throws -> SpecChoice {
    SpecChoice.choose(plugins: types, target: try ListRun.target(plugins, containerd, overrides))
  }

  @Test(
    arguments: [
      (["bridge", "host-local", "portmap"], "1.1.1", "1.6.20", "1.0.0"),
      (["bridge", "host-local", "portmap"], "1.9.1", "2.3.4", "1.1.0"),
      (["bridge", "host-local", "portmap"], "1.9.1", "1.7.34", "1.0.0"),
      (["bridge", "host-local", "portmap"], "1.9.1", "1.5.18", "0.4.0"),
      (["bridge", "host-local", "portmap"], "0.7.6", "1.3.0", "0.3.1"),
      (["bridge", "host-local", "portmap"], "1.5.1", "2.1.4", "1.0.0"),
      (["bridge", "host-local", "firewall"], "1.0.0", "1.6.0", "0.4.0"),
      (["bridge", "host-local", "bandwidth"], "1.0.0", "1.6.0", "1.0.0"),
      (["bridge", "host-local", "bandwidth"], "1.0.0", "1.5.18", "0.3.1"),
      (["bridge", "whereabouts"], "1.9.1", "2.3.4", "1.0.0"),
      (["calico", "calico-ipam"], "1.9.1", "2.3.4", "1.0.0"),
      ([], "1.9.1", "2.3.4", "1.1.0"),
      (["tap", "host-local"], "1.2.0", "1.7.0", "1.0.0"),
      (["", "bridge"], "1.9.1", "2.3.4", "1.1.0"),
    ] as [([String], Version, Version, String)])
  func theHighestThatAllTakeIsChosen(
    _ types: [String], _ plugins: Version, _ containerd: Version, _ due: String
  ) throws {
    guard case .chosen(let version, _) = try choose(types, plugins, containerd) else {
      Issue.record("nothing was chosen")
      return
    }
    #expect(version == due)
  }

  @Test func whoStandsInTheWayIsNamed() throws {
    let choice = try choose(["bridge", "host-local", "firewall", "whereabouts"], "1.1.1", "1.6.20")
    let versions = #"["0.1.0" "0.2.0" "0.3.0" "0.3.1" "0.4.0" "1.0.0"]"#
    #expect(
      choice.explanation == """
        1.0.0 is the highest that all can take: containerd 1.6.20 reads results up to 1.0.0; bridge and host-local of \
        plugins 1.1.1 support \(versions); firewall of plugins 1.1.1 supports ["0.4.0" "1.0.0"]; whereabouts is \
        unknown here and may not answer the STATUS call of 1.1.0
        """)
    guard case .chosen(_, let parties) = choice else {
      Issue.record("nothing was chosen")
      return
    }
    #expect(parties.count == 5)
    #expect(parties.contains(.thirdParty("whereabouts")))
    #expect(parties.contains(.runtime("1.6.20", upTo: "1.0.0")))
  }

  @Test func theNewestNeedsNoExcuse() throws {
    #expect(try choose(["bridge"], "1.9.1", "2.3.4") == .chosen("1.1.0", limitedBy: []))
  }

  @Test func bandwidthAndFirewallOf100HaveNoCommonVersion() throws {
    let choice = try choose(["bridge", "host-local", "bandwidth", "firewall"], "1.0.0", "1.6.0")
    #expect(
      choice
        == .noCommonVersion([
          .plugin("bandwidth", release: "1.0.0", versions: ["0.3.0", "0.3.1", "1.0.0"]),
          .plugin("firewall", release: "1.0.0", versions: ["0.4.0"]),
        ]))
    #expect(
      choice.explanation == """
        no version suits all: bandwidth of plugins 1.0.0 supports ["0.3.0" "0.3.1" "1.0.0"]; firewall of plugins 1.0.0 \
        supports ["0.4.0"]
        """)
  }

  @Test func aSinglePluginOfAnotherReleaseLimits() throws {
    #expect(
      try choose(["bridge", "host-local"], "1.9.1", "2.3.4", ["host-local": "0.9.1"])
        == .chosen(
          "0.4.0",
          limitedBy: [
            .plugin("host-local", release: "0.9.1", versions: ["0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0"])
          ]))
  }

  /// Whatever is chosen, everybody takes it, and nobody could take more; where nothing is, no version is common.
  @Test func theChoiceHoldsForEveryPairAndRelease() throws {
    let versions = Catalogue.specVersions.map(\.version)
    for plugins in Catalogue.pluginReleases.map(\.version) {
      for containerd in ["1.5.18", "1.7.34", "2.3.4"] as [Version] {
        let target = try ListRun.target(plugins, containerd)
        for first in Catalogue.pluginTypes {
          for second in Catalogue.pluginTypes where first < second {
            let lists = [first, second].compactMap { target.specVersions(of: $0) }
            let common = versions.filter { version in
              version <= target.containerd.specMaximum && lists.allSatisfy { $0.contains("\(version)") }
            }
            switch SpecChoice.choose(plugins: [first, second], target: target) {
            case .chosen(let version, _): #expect(common.last.map { "\($0)" } == version)
            case .noCommonVersion: #expect(common.isEmpty)
            }
          }
        }
      }
    }
  }
}

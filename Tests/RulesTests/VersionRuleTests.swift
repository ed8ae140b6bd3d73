import CNIModel
import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// Which spec version a runtime takes from a list, and what the plugins and the runtime make of it.
@Suite struct VersionRuleTests {
  private func list(_ versions: String, _ chain: String = #"[{"type": "bridge", "ipam": {"type": "dhcp"}}]"#) -> String
  {
    #"{\#(versions), "name": "n", "plugins": \#(chain)}"#
  }

  /// Versions of a list, and the one that libcni before 1.2.0 and from then on takes.
  @Test(
    arguments: [
      (#""cniVersion": "1.0.0""#, "1.0.0", "1.0.0"),
      (#""cniVersion": "0.4.0", "cniVersions": ["0.3.1", "1.0.0"]"#, "0.4.0", "1.0.0"),
      (#""cniVersion": "1.0.0", "cniVersions": ["0.3.1"]"#, "1.0.0", "1.0.0"),
      (#""cniVersions": ["0.3.1", "0.4.0"]"#, nil, "0.4.0"),
      (#""cniVersion": "2.0.0", "cniVersions": ["1.0.0", "2.0.0"]"#, "2.0.0", "1.0.0"),
      (#""cniVersion": "2.0.0", "cniVersions": ["3.0.0"]"#, "2.0.0", "2.0.0"),
      (#""cniVersion": "1.0.0", "cniVersions": []"#, "1.0.0", "1.0.0"),
      (#""cniVersion": "", "cniVersions": ["0.4.0"]"#, nil, "0.4.0"),
      (#""cniVersion": "0.4.0", "cniVersions": ["latest", "1.1.0"]"#, "0.4.0", "1.1.0"),
    ] as [(String, String?, String?)])
  func theRuntimeTakesTheGreatestThatItKnows(_ versions: String, _ old: String?, _ new: String?) throws {
    for (containerd, due) in [("1.7.34", old), ("2.0.0", new)] as [(Version, String?)] {
      let run = try ListRun(list(versions), containerd: containerd)
      let list = try #require(run.lists.first)
      #expect(Subject(list, for: run.target).selectedVersion?.value == due)
    }
  }

  /// The releases of the plugins in which a chain refuses a version.
  @Test(arguments: [
    ("0.3.1", "bridge", []), ("0.4.0", "bridge", ListRun.span("0.6.0", "0.7.6")),
    ("1.0.0", "bridge", ListRun.span("0.6.0", "0.9.1")), ("1.1.0", "bridge", ListRun.span("0.6.0", "1.5.1")),
    ("0.3.1", "firewall", ListRun.span("0.8.0")), ("0.4.0", "firewall", ListRun.span("0.6.0", "0.7.6")),
    ("1.0.0", "firewall", ListRun.span("0.6.0", "1.0.0")),
    ("0.2.0", "bandwidth", ListRun.span("0.8.0")), ("0.3.0", "bandwidth", []),
    ("0.4.0", "bandwidth", ListRun.span("0.6.0", "0.7.6") + ["1.0.0"]),
    ("0.3.0", "vrf", ListRun.span("0.9.0")), ("1.0.0", "vrf", ListRun.span("0.6.0", "1.0.0")),
  ])
  func aVersionIsRefusedInTheReleasesOfTheFacts(_ version: String, _ type: String, _ releases: [String]) throws {
    let chain = #"[{"type": "bridge", "ipam": {"type": "dhcp"}}, {"type": "\#(type)"}]"#
    let text = list(#""cniVersion": "\#(version)""#, chain)
    #expect(try ListRun.releases(of: "version-unsupported", in: text, containerd: "2.0.0") == releases)
  }

  @Test func everyPluginThatRefusesIsNamedAndItsListQuoted() throws {
    let chain =
      #"[{"type": "bridge", "ipam": {"type": "dhcp"}}, {"type": "firewall"}, {"type": "vrf", "vrfname": "v"}]"#
    let run = try ListRun(
      list(#""cniVersion": "1.0.0""#, chain), plugins: "1.0.0", containerd: "1.6.20", overrides: ["dhcp": "0.9.1"])
    let finding = try #require(run.findings(of: "version-unsupported").first)
    #expect(
      finding.message == """
        cniVersion 1.0.0 is not supported by dhcp of plugins 0.9.1, firewall and vrf of plugins 1.0.0
        """)
    #expect(
      finding.notes.map(\.message) == [
        #"""
        ADD fails: plugin type="dhcp" failed (add): incompatible CNI versions; config is "1.0.0", plugin \#
        supports ["0.1.0" "0.2.0" "0.3.0" "0.3.1" "0.4.0"]
        """#,
        #"""
        ADD fails: plugin type="firewall" failed (add): incompatible CNI versions; config is "1.0.0", plugin \#
        supports ["0.4.0"]
        """#,
        #"""
        ADD fails: plugin type="vrf" failed (add): incompatible CNI versions; config is "1.0.0", plugin \#
        supports ["0.3.1" "0.4.0"]
        """#,
        "DEL fails alike, so interface and address of every try stay behind",
      ])
    #expect(finding.help == #"write "0.4.0", which all of them can take"#)
  }

  @Test func thePrefixOfAnErrorIsThatOfTheRuntime() throws {
    let text = list(#""cniVersion": "1.0.0""#)
    let due =
      #"incompatible CNI versions; config is "1.0.0", plugin supports ["0.1.0" "0.2.0" "0.3.0" "0.3.1" "0.4.0"]"#
    #expect(
      try ListRun(text, plugins: "0.9.1", containerd: "1.5.18").asides(of: "version-unsupported").first
        == "ADD fails: \(due)")
    #expect(
      try ListRun(text, plugins: "0.9.1", containerd: "1.6.0").asides(of: "version-unsupported").first
        == #"ADD fails: plugin type="bridge" failed (add): \#(due)"#)
  }

  @Test func anOldPluginKeepsTheNodeNotReadyFromContainerd201On() throws {
    let text = list(#""cniVersion": "1.1.0""#)
    let due = "the node stays NotReady: Network plugin returns error: missing containerID"
    for (containerd, isDue) in [("2.0.0", false), ("2.0.1", true), ("2.3.4", true)] as [(Version, Bool)] {
      let run = try ListRun(text, plugins: "1.5.1", containerd: containerd)
      #expect(run.asides(of: "version-unsupported").contains(due) == isDue)
    }
  }

  /// A version above the runtime is told where the plugins would take it; otherwise they refuse first.
  @Test func theRuntimesCeilingIsTold() throws {
    for (version, plugins, due) in [
      ("0.4.0", "1.9.1", []), ("1.0.0", "1.9.1", ["1.3.0", "1.4.1", "1.5.0"]),
      ("1.1.0", "1.9.1", ["1.3.0", "1.4.1", "1.5.0", "1.6.0", "1.6.4", "1.6.5", "1.7.0"]), ("1.1.0", "1.5.1", []),
    ] as [(String, Version, [String])] {
      let text = list(#""cniVersion": "\#(version)""#)
      let found = try ListRun.runtimes.filter { containerd in
        try ListRun(text, plugins: plugins, containerd: containerd).rules.contains("version-above-runtime")
      }
      #expect(found.map(\.description) == due)
    }
  }

  @Test func entriesThatAreNoVersionsKeepTheListFromLoading() throws {
    let run = try ListRun(list(#""cniVersion": "1.0.0", "cniVersions": ["1.0.0", "1.1.0-rc1", "9.0.0"]"#))
    #expect(run.pointers(of: "version-unknown") == ["/cniVersions/1", "/cniVersions/2"])
    #expect(
      run.asides(of: "version-unknown").prefix(2)
        == [
          """
          the list is not loaded: error parsing configuration list: invalid cniVersions entry 1.1.0-rc1 at index 1: \
          failed to convert micro version part "0-rc1": strconv.Atoi: parsing "0-rc1": invalid syntax
          """, "write \"1.1.0\"",
        ])
  }

  @Test(
    arguments: [
      ("1.0.0", nil), ("1", nil), ("1.1", nil), ("9.9.9", nil),
      ("latest", #"failed to convert major version part "latest": strconv.Atoi: parsing "latest": invalid syntax"#),
      ("1.x", #"failed to convert minor version part "x": strconv.Atoi: parsing "x": invalid syntax"#),
      ("1.0.0.0", #"invalid version "1.0.0.0": too many parts"#),
    ] as [(String, String?)])
  func versionsAreReadAsLibcniReadsThem(_ text: String, _ fault: String?) {
    #expect(VersionText.fault(in: text) == fault)
  }

  @Test(
    arguments: [
      ("v1.0.0", "1.0.0"), ("1.0", "1.0.0"), ("1", "1.0.0"), ("1.0.0-rc1", "1.0.0"), ("1.1", "1.1.0"), ("0.5", nil),
      ("latest", nil), ("1.0.0", nil), ("", nil),
    ] as [(String, String?)])
  func theVersionThatWasMeantIsFound(_ text: String, _ meant: String?) {
    #expect(VersionText.meant(by: text, among: Subject.releasedSpecVersions) == meant)
  }

  @Test func aMissingVersionIsToldByWhatItDoes() throws {
    let chain = #"[{"type": "bridge", "ipam": {"type": "dhcp"}}]"#
    let plain = #"{"name": "n", "plugins": \#(chain)}"#
    let stuck = #"pods start and cannot be stopped: invalid version "": the version is empty"#
    let counts = "it counts as 0.1.0: results have one address a family and no interfaces"
    for (containerd, due) in [("1.3.0", stuck), ("1.6.3", stuck), ("1.6.4", counts), ("2.1.0", counts)]
      as [(Version, String)]
    {
      #expect(try ListRun(plain, containerd: containerd).asides(of: "version-missing").first == due)
    }
    let listed = #"{"cniVersions": ["0.4.0"], "name": "n", "plugins": \#(chain)}"#
    #expect(
      try ListRun(listed).asides(of: "version-missing")
        == [
          "containerd 2.1.9 takes 0.4.0 from cniVersions; older releases read an absent one as 0.1.0",
          #"add "cniVersion": "0.4.0""#,
        ])
  }

  @Test(
    arguments: [
      (#"{"type": "bridge"}"#, "0.2.0", "version-too-old-for-layer-2"),
      (#"{"type": "bridge"}"#, "0.3.0", nil),
      (#"{"type": "bridge", "ipam": {"type": "dhcp"}}"#, "0.2.0", nil),
      (#"{"type": "loopback"}"#, "0.2.0", nil),
      (#"{"type": "ovs"}"#, "0.2.0", nil),
      (
        #"""
        {"type": "macvlan", "ipam": {"type": "static", "addresses": [{"address": "10.1.0.2/24"}, {"address": \#
        "10.1.0.3/24"}]}}
        """#,
        "0.2.0", "version-too-old-for-two-addresses"
      ),
      (
        #"""
        {"type": "macvlan", "ipam": {"type": "static", "addresses": [{"address": "10.1.0.2/24"}, {"address": \#
        "fd00::2/64"}]}}
        """#,
        "0.2.0", nil
      ),
    ] as [(String, String, String?)])
  func oldVersionsHaveNoRoomForSomeResults(_ plugin: String, _ version: String, _ rule: String?) throws {
    let rules = try ListRun(list(#""cniVersion": "\#(version)""#, "[\(plugin)]")).rules
    let both: Set = ["version-too-old-for-layer-2", "version-too-old-for-two-addresses"]
    #expect(rules.intersection(both) == Set([rule].compactMap { $0 }))
  }

  @Test func theNewestVersionIsAWarningOnlyWhereNobodyNamesATarget() throws {
    let newest = list(#""cniVersion": "1.1.0""#)
    let finding = try #require(try ListRun(newest, isAssumed: true).findings(of: "version-needs-recent-release").first)
    #expect(finding.message == "cniVersion 1.1.0 needs containerd 2.0.0 and plugins 1.6.0 or later")
    #expect(!(try ListRun(newest)).rules.contains("version-needs-recent-release"))
    let older = list(#""cniVersion": "1.0.0""#)
    #expect(!(try ListRun(older, isAssumed: true)).rules.contains("version-needs-recent-release"))
  }

  @Test func theLoopbackOfTheNodeIsHeldAgainstContainerdsOwnNetwork() throws {
    let text = list(#""cniVersion": "0.4.0""#)
    for (containerd, loopback, isDue) in [
      ("1.6.2", "0.9.1", false), ("1.6.3", "0.9.1", true), ("1.6.3", "1.0.0", false), ("1.6.4", "0.9.1", false),
    ] as [(Version, Version, Bool)] {
      let run = try ListRun(text, plugins: "1.1.1", containerd: containerd, overrides: ["loopback": loopback])
      #expect(run.rules.contains("loopback-too-old") == isDue)
    }
  }
}

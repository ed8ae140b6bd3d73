import Diagnostics
import NetworkTypes
import Testing

/// The top of a list, by the libcni that the target's containerd has.
@Suite struct TopLevelTests {
  /// The runtimes, each with the first release of its libcni, in which a rule finds something.
  private func runtimes(of rule: String, in text: String) throws -> [String] {
    try ListRun.runtimes.filter { try ListRun(text, plugins: "0.8.6", containerd: $0).rules.contains(rule) }
      .map(\.description)
  }

  private func list(_ members: String) -> String {
    #"{"cniVersion": "0.4.0", "name": "n", \#(members), "plugins": [{"type": "bridge"}]}"#
  }

  @Test func theRuntimesAreThoseOfTheFacts() {
    #expect(
      ListRun.runtimes.map(\.description)
        == ["1.3.0", "1.4.1", "1.5.0", "1.6.0", "1.6.4", "1.6.5", "1.7.0", "2.0.0", "2.1.0"])
  }

  @Test func keysOfNewerRuntimesAreTooNew() throws {
    let before20 = ["1.3.0", "1.4.1", "1.5.0", "1.6.0", "1.6.4", "1.6.5", "1.7.0"]
    #expect(try runtimes(of: "key-too-new", in: list(#""disableGC": true"#)) == before20)
    #expect(try runtimes(of: "key-too-new", in: list(#""loadOnlyInlinedPlugins": true"#)) == before20 + ["2.0.0"])
    #expect(try runtimes(of: "key-too-new", in: list(#""disableCheck": true"#)) == [])
    #expect(try runtimes(of: "key-too-new", in: list(#""disableGC": false"#)) == [])
    #expect(try runtimes(of: "versions-list-ignored", in: list(#""cniVersions": ["0.4.0"]"#)) == before20)
  }

  @Test func theTextOfARefusalIsThatOfTheRuntime() throws {
    let text = list(#""disableCheck": "no""#)
    let prefix = "the list is not loaded and the node has no network: error parsing configuration list: "
    for (containerd, due) in [
      ("1.7.0", "invalid disableCheck type string"), ("2.0.0", #"invalid value "no" for disableCheck"#),
    ] as [(Version, String)] {
      #expect(try ListRun(text, containerd: containerd).asides(of: "wrong-type") == [prefix + due])
    }
  }

  @Test func aBooleanInQuotesIsAnErrorThoughNewerRuntimesTakeIt() throws {
    let text = list(#""disableCheck": "True""#)
    #expect(try runtimes(of: "wrong-type", in: text) == ListRun.runtimes.map(\.description))
    #expect(
      try ListRun(text, containerd: "2.1.9").asides(of: "wrong-type")
        == [
          "containerd 2.1.9 takes the string too; before containerd 2.0 the list is not loaded",
          "write true without quotes",
        ])
  }

  @Test func aNullPluginCrashesOldRuntimes() throws {
    let text = #"{"cniVersion": "0.4.0", "name": "n", "plugins": [null]}"#
    let crash = "the list is not loaded and the node has no network: the runtime crashes: nil pointer dereference"
    #expect(try ListRun(text, containerd: "1.6.3").asides(of: "wrong-type") == [crash])
    #expect(
      try ListRun(text, containerd: "1.6.4").asides(of: "wrong-type").first?
        .hasSuffix("failed to parse plugin config 0: error parsing configuration: missing 'type'") == true)
  }

  @Test func namesAreJudgedByWhoLooksAtThem() throws {
    let text = #"{"cniVersion": "0.3.1", "name": "a b", "plugins": [{"type": "bridge"}]}"#
    for (plugins, containerd, rule) in [
      ("0.8.6", "1.3.10", "name-refused-later"), ("0.8.7", "1.3.10", "name-invalid"),
      ("0.8.6", "1.4.1", "name-invalid"),
    ] as [(Version, Version, String)] {
      let rules = try ListRun(text, plugins: plugins, containerd: containerd).rules
      #expect(rules.intersection(["name-refused-later", "name-invalid"]) == [rule])
    }
  }

  @Test(arguments: ["n", "N-1_2.x", "0", String(repeating: "n", count: 174)])
  func goodNamesPass(_ name: String) throws {
    let rules = try ListRun(#"{"cniVersion": "1.0.0", "name": "\#(name)", "plugins": [{"type": "bridge"}]}"#).rules
    #expect(rules.isDisjoint(with: ["name-invalid", "name-too-long", "name-missing", "name-of-file"]))
  }

  @Test(arguments: [
    (".", "name-invalid"), ("../x", "name-invalid"), ("é", "name-invalid"), ("", "name-missing"),
    (String(repeating: "n", count: 175), "name-too-long"), ("10-net.conflist", "name-of-file"),
  ])
  func badNamesDoNot(_ name: String, _ rule: String) throws {
    let run = try ListRun(#"{"cniVersion": "1.0.0", "name": "\#(name)", "plugins": [{"type": "bridge"}]}"#)
    #expect(run.pointers(of: rule) == ["/name"])
  }

  @Test func aFolderOfTheNameIsLookedForFromLibcni130On() throws {
    let text = #"{"cniVersion": "0.4.0", "name": "10-net.conflist", "plugins": [{"type": "bridge"}]}"#
    #expect(try runtimes(of: "name-of-file", in: text) == ["2.1.0"])
    let inlined =
      #"""
      {"cniVersion": "0.4.0", "name": "10-net.conflist", "loadOnlyInlinedPlugins": true, "plugins": [{"type": \#
      "bridge"}]}
      """#
    #expect(try runtimes(of: "name-of-file", in: inlined) == [])
  }

  @Test func networksOfOneNodeAreHeldAgainstEachOther() throws {
    let run = try ListRun(
      #"""
      [{"cniVersion": "1.0.0", "name": "20-net.conflist", "plugins": [{"type": "bridge"}]}, {"cniVersion": \#
      "1.0.0", "name": "20-net.conflist", "plugins": [{"type": "bridge"}]}]
      """#
    )
    #expect(run.findings(of: "duplicate-network-name").map { $0.range?.file.index } == [1])
    #expect(Set(run.findings(of: "name-of-file").compactMap { $0.range?.file.index }) == [0, 1])
  }

  @Test func aListWithoutPluginsMayHaveAFolder() throws {
    let bare = #"{"cniVersion": "1.0.0", "name": "n"}"#
    #expect(try ListRun(bare, containerd: "2.0.0").rules.contains("plugins-missing"))
    #expect(try ListRun(bare, containerd: "2.1.0").rules.contains("plugins-from-folder"))
    let single = #"{"cniVersion": "1.0.0", "name": "n", "type": "bridge", "isGateway": true}"#
    let rules = try ListRun(single, containerd: "2.1.0").rules
    #expect(
      rules.contains("plugins-missing") && !rules.contains("plugins-from-folder") && !rules.contains("unknown-key"))
  }

  @Test func oneFaultOfLetterCaseIsToldOnce() throws {
    let run = try ListRun(#"{"CniVersion": "1.0.0", "Name": "n", "Plugins": [{"type": "bridge"}]}"#)
    #expect(run.pointers(of: "top-level-key-case") == ["/CniVersion", "/Name", "/Plugins"])
    #expect(run.rules.isDisjoint(with: ["version-missing", "name-missing", "plugins-missing", "unknown-key"]))
  }

  @Test func disableCheckNeedsCHECK() throws {
    for (version, isDue) in [("0.3.1", true), ("0.4.0", false), ("1.1.0", false)] {
      let text = #"{"cniVersion": "\#(version)", "name": "n", "disableCheck": true, "plugins": [{"type": "bridge"}]}"#
      #expect(try ListRun(text).rules.contains("disable-check-too-early") == isDue)
    }
  }
}

import Foundation
import TestSupport
import Testing

/// `cnigen validate` and `cnigen explain` as a shell sees them.
@Suite struct ValidateTests {
  @Test func findingsAreTheDataOfThisCommand() throws {
    let outcome = try cnigen(["validate", "Tests/Cases/traps/016-is-gatway.bad.conflist", "--plugins", "1.1.1"])
    #expect(outcome.end == .exited(1))
    #expect(outcome.output.contains(".conflist:8:7: error: bridge has no key isGatway [unknown-key]"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ("profile", "profiles/kubeadm-node.yaml", Int32(0)),
    ("conflist", "Tests/Cases/reference/10-containerd-net.conflist", 0),
    ("single plugin", "Tests/Cases/libcni-dirs/07-conf-only/10-a.conf", 1),
    ("folder", "Tests/Cases/libcni-dirs/06-two-lists-same-name", 1),
    ("profile with mistakes", "docs/examples/broken.yaml", 1),
    ("something else", "Package.swift", 0),
    ("missing", "nowhere.conflist", 66),
  ])
  func everyKindOfFile(_ what: String, _ path: String, _ status: Int32) throws {
    let outcome = try cnigen(["validate", path, "--plugins", "1.1.1", "--containerd", "1.6.20"])
    #expect(outcome.end == .exited(status), "\(what): \(outcome)")
  }

  @Test func containerdConfigsAreCheckedForTheirRelease() async throws {
    try await withScratch { scratch in
      try scratch.file("config.toml", "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.cni]\n  bin_dir = '/x'\n")
      let old = try cnigen(["validate", "config.toml", "--containerd", "1.7.34"], in: scratch.path)
      #expect(old.end == .exited(1))
      #expect(old.output.contains("config.toml:1:11: error: "), "\(old)")
      let new = try cnigen(["validate", "config.toml", "--containerd", "2.0.11"], in: scratch.path)
      #expect(new.end == .exited(0), "\(new)")
    }
  }

  @Test func standardInputIsRecognisedByItsContent() throws {
    let text = #"{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "brigde"}]}"#
    let outcome = try cnigen(["validate", "-"], input: text)
    #expect(outcome.end == .exited(1))
    #expect(outcome.output.contains("<stdin>:1:59: error: there is no plugin brigde [unknown-plugin]"), "\(outcome)")
  }

  @Test func aFolderTellsWhichFileWins() throws {
    let outcome = try cnigen([
      "validate", "Tests/Cases/libcni-dirs/06-two-lists-same-name", "--containerd", "1.7.34", "--plugins", "1.5.1",
    ])
    #expect(outcome.output.contains("containerd 1.7.34 takes 10-a.conflist: first of 2 by name; 9-a.conflist is never"))
    let all = try cnigen([
      "validate", "Tests/Cases/libcni-dirs/06-two-lists-same-name", "--containerd", "1.7.34", "--plugins", "1.5.1",
      "--max-conf-num", "0",
    ])
    #expect(all.output.contains("containerd 1.7.34 takes 10-a.conflist and 9-a.conflist"), "\(all)")
  }

  @Test func explainKnowsRulesPluginsKeysAndReleases() throws {
    for word in ["gateway-outside-subnet", "bridge", "bridge.isGateway", "masquerade", "1.6.20", "json-trailing-comma"]
    {
      let outcome = try cnigen(["explain", word])
      #expect(outcome.succeeded && outcome.output.count > 100 && outcome.errors.isEmpty, "\(outcome)")
    }
    let slip = try cnigen(["explain", "gateway-outside-subnt"])
    #expect(slip.end == .exited(1))
    #expect(slip.output.isEmpty)
    #expect(slip.errors.contains("gateway-outside-subnet"))
    #expect(try cnigen(["explain"]).succeeded)
  }
}

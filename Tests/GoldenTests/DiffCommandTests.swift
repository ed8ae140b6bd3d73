import Foundation
import TestSupport
import Testing

/// `cnigen diff`, as it is typed: what its sides can be, what it prints, and what it exits with.
@Suite struct DiffCommandTests {
  private static let profile = """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    target: {containerd: 1.6.20, plugins: 1.1.1}
    network:
      bridge: {name: cni0, gateway: true, hairpin: true}
      addresses:
        ranges: [10.88.0.0/24]
        routes: [default]
      portMappings: true

    """
  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        name: pods
        bridge: {name: cni0, gateway: true, hairpin: true}
        addresses: {ranges: [], routes: [default]}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[001-200]"]
    pools:
      - {name: large, match: {names: ["n-1*"]}, network: {bridge: {mtu: 9000}}}

    """

  private func cnigen(_ arguments: String..., in scratch: Scratch) throws -> Outcome {
    try run("/usr/bin/env", ["--chdir=\(scratch.path)", "NO_COLOR=1", try Machine.cnigen()] + arguments)
  }

  @Test func everySideThatMeansTheSame() async throws {
    try await withScratch { scratch in
      try scratch.file("pods.yaml", Self.profile)
      try cnigen("build", "pods.yaml", in: scratch).required()
      try cnigen("build", "pods.yaml", "--emit", "tar", "-o", "pods.tar", in: scratch).required()
      try scratch.folder("net.d")
      try FileManager.default.copyItem(
        atPath: scratch("out/10-pods.conflist"), toPath: scratch("net.d/10-pods.conflist"))
      let sides = ["pods.yaml", "out", "pods.tar", "net.d", "out/10-pods.conflist"]
      for old in sides {
        for new in sides {
          let outcome = try cnigen("diff", old, new, in: scratch)
          #expect(outcome.succeeded && outcome.output == "\(new) means what \(old) means\n", "\(outcome)")
        }
      }
    }
  }

  @Test func everySideOfAFleet() async throws {
    try await withScratch { scratch in
      try scratch.file("site.yaml", Self.fleet)
      try cnigen("build", "site.yaml", in: scratch).required()
      try cnigen("build", "site.yaml", "--layout", "variants", "-o", "variants", in: scratch).required()
      try cnigen("build", "site.yaml", "--emit", "tar", "-o", "site.tar", in: scratch).required()
      for side in ["out", "variants", "site.tar"] {
        let outcome = try cnigen("diff", "site.yaml", side, in: scratch)
        #expect(outcome.output == "\(side) means what site.yaml means, on all 200 nodes\n", "\(outcome)")
        let one = try cnigen("diff", side, "out/n-007", "--node", "n-007", in: scratch)
        #expect(one.output == "out/n-007 means what \(side) means\n", "\(one)")
      }
      let which = try cnigen("diff", "site.yaml", "out/n-007", in: scratch)
      #expect(which.end == .exited(64) && which.errors.contains("--node NAME"), "\(which)")
      let nobody = try cnigen("diff", "site.yaml", "out", "--node", "n-777", in: scratch)
      #expect(nobody.end == .exited(1) && nobody.errors.contains("unknown-node"), "\(nobody)")
    }
  }

  @Test func targetsOfAProfile() async throws {
    try await withScratch { scratch in
      let targets = """
        targets:
          - {name: old, containerd: 1.6.20, plugins: 1.1.1}
          - {name: new, containerd: 2.1.9, plugins: 1.7.1}
        """
      let text = Self.profile.replacing("target: {containerd: 1.6.20, plugins: 1.1.1}", with: targets)
      try scratch.file("pods.yaml", text)
      try scratch.file("one.yaml", Self.profile)
      try cnigen("build", "pods.yaml", in: scratch).required()
      let all = try cnigen("diff", "pods.yaml", "out", in: scratch)
      #expect(all.output == "out means what pods.yaml means, on all 2 nodes\n", "\(all)")
      let one = try cnigen("diff", "out/new", "pods.yaml", "--node", "new", in: scratch)
      #expect(one.output == "pods.yaml means what out/new means\n", "\(one)")
      // Files of no node are held against every target.
      let each = try cnigen("diff", "one.yaml", "pods.yaml", "-q", in: scratch)
      #expect(each.end == .exited(12) && each.output.hasPrefix("node new:\n\ndrain target.containerd: 1.6.20 -> 2.1.9"))
      #expect(each.output.hasSuffix("2 nodes compared, 1 of them without a change\n"), "\(each)")
      #expect(try cnigen("diff", "pods.yaml", "out", "--node", "never", in: scratch).end == .exited(64))
    }
  }

  @Test func groupsOfNodes() async throws {
    try await withScratch { scratch in
      try scratch.file("old.yaml", Self.fleet)
      let newer = Self.fleet.replacing("hairpin: true", with: "hairpin: false").replacing(
        "mtu: 9000", with: "mtu: 8900")
      try scratch.file("new.yaml", newer)
      let outcome = try cnigen("diff", "old.yaml", "new.yaml", in: scratch)
      #expect(outcome.end == .exited(10))
      #expect(
        outcome.output == """
          100 nodes (n-001, n-002, n-003, …):

          new-pods pods plugins[0].hairpinMode (hairpin): true -> false [hairpin-switched]
              before: old.yaml:8:50
              now: new.yaml:8:50
              it is a flag of the port, set when a pod is attached. Running pods keep theirs, so a service reaches its own \
          pod, or not, by when that started

          100 nodes (n-100, n-101, n-102, …):

          new-pods pods plugins[0].mtu: 9000 -> 8900 [mtu-changed]
              before: old.yaml:13:69
              now: new.yaml:13:69
              running pods keep their MTU, and so does the bridge that is there; large UDP packets between pods of two \
          sizes are lost
              help: restart the pods, soon and all of them

          new-pods pods plugins[0].hairpinMode (hairpin): true -> false [hairpin-switched]
              before: old.yaml:8:50
              now: new.yaml:8:50
              it is a flag of the port, set when a pod is attached. Running pods keep theirs, so a service reaches its own \
          pod, or not, by when that started

          3 changes: 3 new-pods
          200 nodes compared, 0 of them without a change
          new-pods: pods that start from now on have it; those that run keep what they have and stop cleanly
          on each node: write the files; restart the pods that are to have it now

          """, "\(outcome.output)")
      // One pool alone.
      let pool = try cnigen("diff", "old.yaml", "new.yaml", "--pool", "large", "-q", in: scratch)
      #expect(pool.output.hasPrefix("100 nodes (n-100, "), "\(pool)")
    }
  }

  /// Subnets that differ from node to node are one change.
  @Test func nodesWithSubnetsOfTheirOwn() async throws {
    try await withScratch { scratch in
      try scratch.file("old.yaml", Self.fleet)
      try scratch.file("new.yaml", Self.fleet.replacing("10.244.0.0/16", with: "10.99.0.0/16"))
      let outcome = try cnigen("diff", "old.yaml", "new.yaml", "-q", in: scratch)
      #expect(outcome.end == .exited(14))
      #expect(
        outcome.output == """
          200 nodes (n-001, n-002, n-003, …):

          delete-bridge pods plugins[0].ipam.ranges[0][0].subnet: 10.244.0.0/24 -> 10.99.0.0/24 [bridge-address-changed]

          1 change: 1 delete-bridge
          200 nodes compared, 0 of them without a change

          """, "\(outcome)")
    }
  }

  @Test func nodesThatComeAndGo() async throws {
    try await withScratch { scratch in
      try scratch.file("old.yaml", Self.fleet)
      // Without a lock every node behind the one that is gone takes the subnet of the one before it.
      try scratch.file("new.yaml", Self.fleet.replacing("n-[001-200]", with: "n-[002-201]"))
      let outcome = try cnigen("diff", "old.yaml", "new.yaml", "--emit", "json", in: scratch)
      #expect(outcome.end == .exited(15))
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect((object["added"] as? [String: Any])?["first"] as? [String] == ["n-201"])
      #expect((object["removed"] as? [String: Any])?["first"] as? [String] == ["n-001"])
      #expect(object["effect"] as? String == "duplicate-addresses" && object["exitStatus"] as? Int == 15)
      let changes = try #require(object["changes"] as? [[String: Any]])
      #expect(
        changes.map { $0["kind"] as? String } == ["subnet-handed-over", "node-added", "node-removed"], "\(changes)")
      #expect(changes[0]["old"] as? String == "10.244.0.0/24 of n-001")
      #expect(changes[0]["new"] as? String == "10.244.0.0/24 of n-002")
    }
  }

  @Test func statusesAndForms() async throws {
    try await withScratch { scratch in
      try scratch.file("old.yaml", Self.profile)
      try scratch.file("new.yaml", Self.profile.replacing("  portMappings: true\n", with: ""))
      try scratch.file("bad.yaml", Self.profile.replacing("gateway: true", with: "gatewy: true"))
      #expect(try cnigen("diff", "old.yaml", "new.yaml", in: scratch).end == .exited(13))
      #expect(try cnigen("diff", "new.yaml", "old.yaml", in: scratch).end == .exited(10))
      #expect(try cnigen("diff", "old.yaml", "new.yaml", "--fail-on", "delete-bridge", in: scratch).succeeded)
      let failed = try cnigen("diff", "old.yaml", "new.yaml", "--fail-on", "drain", in: scratch)
      #expect(failed.end == .exited(1) && failed.output.contains("chain-plugin-removed"))
      #expect(try cnigen("diff", "old.yaml", "old.yaml", "--fail-on", "no-effect", in: scratch).succeeded)
      #expect(try cnigen("diff", "old.yaml", "new.yaml", "--fail-on", "never", in: scratch).end == .exited(64))
      let refused = try cnigen("diff", "old.yaml", "bad.yaml", in: scratch)
      #expect(
        refused.end == .exited(1) && refused.output.isEmpty && refused.errors.contains("unknown-key"), "\(refused)")
      #expect(try cnigen("diff", "old.yaml", "none.yaml", in: scratch).end == .exited(66))
      let table = try cnigen("diff", "old.yaml", "new.yaml", "--emit", "md", in: scratch)
      #expect(table.output.hasPrefix("### On a node: loses-port-mappings\n"), "\(table)")
      #expect(table.output.contains("| loses-port-mappings | pods: `plugins[1]` (old.yaml:10) | `portmap` |  | "))
    }
  }

  /// Of a folder on a node the first file counts, and one that does not load counts for nothing.
  @Test func aFolderOnANode() async throws {
    try await withScratch { scratch in
      try scratch.file("pods.yaml", Self.profile)
      try cnigen("build", "pods.yaml", in: scratch).required()
      let list = try String(contentsOfFile: scratch("out/10-pods.conflist"), encoding: .utf8)
      try scratch.file("net.d/10-pods.conflist", list)
      try scratch.file("net.d/05-other.conflist", list.replacing(#""pods""#, with: #""other""#))
      let other = try cnigen("diff", "net.d", "out", "-q", in: scratch)
      #expect(other.end == .exited(12) && other.output.contains("drain other networks: 05-other.conflist -> nothing"))
      try scratch.folder("empty")
      let first = try cnigen("diff", "empty", "out", "-q", in: scratch)
      #expect(
        first.end == .exited(10) && first.output.hasPrefix("new-pods pods networks: nothing -> 10-pods"), "\(first)")
      try scratch.file("net.d/05-other.conflist", "{")
      let broken = try cnigen("diff", "net.d", "out", "-v", in: scratch)
      #expect(broken.end == .exited(10) && broken.errors.contains("bad-network-file"), "\(broken)")
      #expect(broken.output.hasPrefix("new-pods pods networks: nothing -> 10-pods.conflist"), "\(broken)")
      // Newer releases of containerd add the plugins of the folder beside a list.
      try FileManager.default.removeItem(atPath: scratch("net.d/05-other.conflist"))
      try scratch.file("net.d/pods/tuning.conf", #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "500"}}"#)
      let older = try cnigen("diff", "net.d", "out", "--containerd", "2.0.5", in: scratch)
      #expect(older.succeeded, "\(older)")
      let newer = try cnigen("diff", "net.d", "out", "-q", "--containerd", "2.1.9", in: scratch)
      #expect(newer.output.hasPrefix("new-pods pods plugins[2]: tuning -> nothing [chain-plugin-removed]"), "\(newer)")
    }
  }

  @Test func aRevision() async throws {
    try await withScratch { scratch in
      let git = { (arguments: [String]) in
        try run(
          "/usr/bin/env",
          [
            "--chdir=\(scratch.path)", "HOME=\(scratch.path)", "git", "-c", "user.name=a", "-c",
            "user.email=a@example.com",
          ]
            + arguments
        ).required()
      }
      let outside = try cnigen("diff", "git:HEAD:site/site.yaml", "site/site.yaml", in: scratch)
      #expect(
        outside.end == .exited(66) && outside.errors.contains("cannot read git:HEAD:site/site.yaml"), "\(outside)")
      _ = try git(["init", "-q"])
      try scratch.file("site/pods.yaml", Self.profile.replacing("[10.88.0.0/24]", with: "[]"))
      try scratch.file("site/nodes.csv", "name\na\nb\n")
      try scratch.file(
        "site/site.yaml",
        """
        apiVersion: cnigen/v1
        kind: Fleet
        name: site
        profile: pods.yaml
        allocate: [{from: 10.244.0.0/16, prefix: 24}]
        nodes: [{from: nodes.csv}]
        lock: site.lock

        """)
      _ = try git(["add", "."])
      _ = try git(["commit", "-qm", "one"])
      // Profile and inventory are read from the revision: what lies in the folder now is something else.
      try scratch.file("site/nodes.csv", "name\na\nb\nc\n")
      try scratch.file(
        "site/pods.yaml",
        Self.profile.replacing("[10.88.0.0/24]", with: "[]").replacing("hairpin: true", with: "mtu: 1400"))
      let outcome = try cnigen("diff", "git:HEAD:site/site.yaml", "site/site.yaml", "--emit", "json", in: scratch)
      #expect(outcome.end == .exited(10), "\(outcome)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(object["compared"] as? Int == 2)
      #expect((object["added"] as? [String: Any])?["first"] as? [String] == ["c"])
      #expect(outcome.output.contains(#""file": "git:HEAD:site/pods.yaml""#), "\(outcome)")
      for (place, words) in [
        ("git:HEAD~9:site/site.yaml", "there is no such revision"),
        ("git:HEAD:site/none.yaml", "the revision has no such file"), ("git:HEAD:site", "it is a folder there"),
        ("git:--help:site/site.yaml", "there is no such revision"),
      ] {
        let fault = try cnigen("diff", place, "site/site.yaml", in: scratch)
        #expect(fault.end == .exited(66) && fault.errors.contains(words), "\(fault)")
      }
      // What a repository configures is not run.
      try scratch.file("evil", "#!/bin/sh\ntouch \(scratch("ran"))\n")
      try run("/bin/chmod", ["+x", scratch("evil")]).required()
      for (key, value) in [
        ("core.fsmonitor", scratch("evil")), ("core.pager", scratch("evil")), ("core.sshCommand", scratch("evil")),
        ("diff.external", scratch("evil")), ("alias.cat-file", "!\(scratch("evil"))"),
        ("filter.x.smudge", scratch("evil")),
      ] {
        _ = try git(["config", key, value])
      }
      try scratch.file(".gitattributes", "* filter=x diff=x\n")
      #expect(try cnigen("diff", "git:HEAD:site/site.yaml", "site/site.yaml", in: scratch).end == .exited(10))
      #expect(!FileManager.default.fileExists(atPath: scratch("ran")))
    }
  }

  /// Streams that are no tar, or are cut off, are told; nothing crashes.
  @Test func tarsThatAreNone() async throws {
    try await withScratch { scratch in
      try scratch.file("pods.yaml", Self.profile)
      try cnigen("build", "pods.yaml", "--emit", "tar", "-o", "pods.tar", in: scratch).required()
      let bytes = try Data(contentsOf: URL(filePath: scratch("pods.tar")))
      for length in [1, 511, 600, 1024, bytes.count / 2 - 7] {
        try bytes.prefix(length).write(to: URL(filePath: scratch("cut.tar")))
        let outcome = try cnigen("diff", "cut.tar", "pods.yaml", in: scratch)
        #expect([1, 10, 11, 12, 13, 64, 66].contains { outcome.end == .exited($0) }, "\(outcome)")
      }
      try scratch.file("no.tar", String(repeating: "no tar at all\n", count: 100))
      let none = try cnigen("diff", "no.tar", "pods.yaml", in: scratch)
      #expect(none.end == .exited(66) && none.errors.contains("it is no tar"), "\(none)")
    }
  }
}

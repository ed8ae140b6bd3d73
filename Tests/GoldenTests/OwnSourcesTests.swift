import Foundation
import TestSupport
import Testing

/// What somebody has written is never lost: no output takes its place, and no build removes it.
@Suite struct OwnSourcesTests {
  private static let profile = """
    apiVersion: cnigen/v1
    kind: Profile
    name: edge
    target: {containerd: 1.7.34, plugins: 1.5.1}
    network:
      bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}

    """
  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: shop
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        name: pods
        bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    lock: shop.lock
    nodes: ["till-[1-4]"]

    """

  private func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "gone" }

  /// Somebody's own sums, with the profile among them.
  @Test func aBuildRemovesNothingOfTheUsers() async throws {
    try await withScratch { scratch in
      for (source, document) in [("cnigen.yaml", Self.profile), ("fleet.yaml", Self.fleet)] {
        let folder = "for-\(source)"
        try scratch.file("\(folder)/\(source)", document)
        try scratch.file("\(folder)/notes.txt", "n\n")
        try scratch.file("\(folder)/d/e/k", "k\n")
        let sums = "find . -type f ! -name SHA256SUMS -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS"
        try run("/bin/sh", ["-c", "cd \(scratch(folder)) && \(sums)"]).required()
        try cnigen(["build", source, "-o", "."], in: scratch(folder)).required()
        #expect(text(scratch("\(folder)/\(source)")) == document)
        #expect(text(scratch("\(folder)/notes.txt")) == "n\n" && text(scratch("\(folder)/d/e/k")) == "k\n")
      }
    }
  }

  @Test(
    arguments: [
      ["build", "edge.yaml", "--emit", "tar", "-o", "edge.yaml"],
      ["build", "edge.yaml", "--emit", "jsonl", "-o", "f.yaml"],
      ["report", "f.yaml", "-o", "f.yaml"], ["plan", "edge.yaml", "f.yaml", "--node", "till-1", "-o", "edge.yaml"],
      ["schema", "-o", "edge.yaml"], ["schema", "-o", "shop.lock"], ["report", "f.yaml", "-o", "shop.lock"],
      ["probe", "-o", "edge.yaml"], ["build", "in/config.toml", "-o", "in"],
      ["build", "in/10-edge.conflist", "-o", "in"],
    ])
  func noOutputTakesThePlaceOfASource(_ arguments: [String]) async throws {
    try await withScratch { scratch in
      for path in ["edge.yaml", "in/config.toml", "in/10-edge.conflist"] { try scratch.file(path, Self.profile) }
      try scratch.file("f.yaml", Self.fleet)
      try cnigen(["build", "f.yaml", "-q"], in: scratch.path).required()
      let sources = ["edge.yaml", "in/config.toml", "in/10-edge.conflist", "f.yaml", "shop.lock"]
      let before = sources.map { text(scratch($0)) }
      let outcome = try cnigen(arguments, in: scratch.path)
      #expect(sources.map { text(scratch($0)) } == before)
      #expect(
        outcome.end == .exited(73) && outcome.errors.contains("which nothing else takes the place of"), "\(outcome)")
      let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter { $0.contains(".cnigen-") }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func aLockLiesBesideItsFleet() async throws {
    try await withScratch { scratch in
      try scratch.folder("elsewhere")
      for lock in ["\(scratch("elsewhere/x"))", "../elsewhere/x", "a/../../elsewhere/x"] {
        try scratch.file("site/f.yaml", Self.fleet.replacing("shop.lock", with: lock))
        let outcome = try cnigen(["build", "f.yaml"], in: scratch("site"))
        #expect(outcome.end == .exited(1) && outcome.errors.contains("does not lie beside the fleet"), "\(outcome)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("elsewhere")).isEmpty)
      for lock in ["out/SHA256SUMS", "out/till-1/config.toml"] {
        try scratch.file("site/f.yaml", Self.fleet.replacing("shop.lock", with: lock))
        let outcome = try cnigen(["build", "f.yaml"], in: scratch("site"))
        #expect(outcome.end == .exited(73) && outcome.errors.contains("among the files"), "\(outcome)")
      }
      // Where the lock cannot be written, there are no files either.
      try scratch.file("site/f.yaml", Self.fleet.replacing("shop.lock", with: "no/such/shop.lock"))
      let unwritable = try cnigen(["build", "f.yaml", "-o", "new"], in: scratch("site"))
      #expect(unwritable.end == .exited(73) && text(scratch("site/new/SHA256SUMS")) == "gone", "\(unwritable)")
    }
  }

  @Test func aNodeThatIsNamedTwiceIsOne() async throws {
    try await withScratch { scratch in
      try scratch.file("f.yaml", Self.fleet)
      let twice = ["--node", "till-2", "--node", "till-2"]
      try cnigen(["build", "f.yaml", "-o", "once", "--node", "till-2"], in: scratch.path).required()
      try cnigen(["build", "f.yaml", "-o", "twice"] + twice, in: scratch.path).required()
      #expect(text(scratch("once/SHA256SUMS")) == text(scratch("twice/SHA256SUMS")))
      let difference = try cnigen(["diff", "f.yaml", "f.yaml"] + twice, in: scratch.path)
      #expect(difference.end == .exited(0), "\(difference)")
      try scratch.file("edge.yaml", Self.profile)
      let nobody = try cnigen(["diff", "edge.yaml", "edge.yaml", "--node", "x"], in: scratch.path)
      #expect(nobody.end == .exited(64) && nobody.errors.contains("--node chooses nodes of a fleet"), "\(nobody)")
    }
  }

  /// Standard output that takes nothing is an output that was not written.
  @Test(
    arguments: [
      ["validate", "edge.yaml", "--format", "json"], ["show", "f.yaml"],
      ["diff", "edge.yaml", "edge.yaml", "--emit", "json"],
      ["explain", "bridge"], ["templates"], ["schema"], ["init", "-o", "-"], ["build", "f.yaml", "--summary"],
      ["build", "edge.yaml", "--emit", "tar"], ["report", "f.yaml", "-o", "-"],
    ])
  func aFullOutputIsTold(_ arguments: [String]) async throws {
    try await withScratch { scratch in
      try scratch.file("edge.yaml", Self.profile)
      try scratch.file("f.yaml", Self.fleet)
      let line = ([try Machine.cnigen()] + arguments).map { "'\($0)'" }.joined(separator: " ")
      for (redirection, words) in [(">/dev/full", "the disk is full"), (">&-", "Bad file descriptor")] {
        let outcome = try run("/bin/sh", ["-c", "cd '\(scratch.path)' && \(line) \(redirection)"])
        #expect(outcome.end == .exited(73) && outcome.errors.contains(words), "\(outcome)")
      }
    }
  }

  /// What runs that were killed have left, of single files and of folders, goes with the next one.
  @Test func whatKilledRunsLeftIsRemoved() async throws {
    try await withScratch { scratch in
      try scratch.file("edge.yaml", Self.profile)
      // No process has this number: the highest that Linux gives is 4194304.
      let old = ".cnigen-4194305-"
      try scratch.file("\(old)schema.json.tmp", "half")
      try scratch.file("\(old)other.json.tmp", "somebody else's business")
      try scratch.file("out/\(old)sub.tmp/x", "half")
      try cnigen(["schema", "-o", "schema.json"], in: scratch.path).required()
      try cnigen(["build", "edge.yaml", "-o", "out"], in: scratch.path).required()
      let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter { $0.contains(".cnigen-") }
      #expect(left == ["\(old)other.json.tmp"])
    }
  }

  @Test func aNameThatNoNetworkCanHaveIsRefused() async throws {
    try await withScratch { scratch in
      for name in ["", "../x", "a/b", "a b", "a\nb: c", "\"q", "*x", "{a}"] {
        let outcome = try cnigen(["init", "--name", name, "-o", "-"], in: scratch.path)
        #expect(outcome.end == .exited(64) && outcome.output.isEmpty, "\(outcome)")
      }
      for name in ["null", "true", "7", "1.0", "a-b_c.d"] {
        try cnigen(["init", "--name", name, "-o", "\(name).yaml"], in: scratch.path).required()
        try cnigen(["build", "\(name).yaml", "-o", "out-\(name)"], in: scratch.path).required()
      }
    }
  }

  @Test func anArgumentThatIsNoTextIsRefused() async throws {
    try await withScratch { scratch in
      try scratch.file("x\u{FFFD}", "mine")
      let line = "cd '\(scratch.path)' && '\(try Machine.cnigen())' schema -o \"$(printf 'x\\377')\""
      let outcome = try run("/bin/sh", ["-c", line])
      #expect(outcome.end == .exited(64) && outcome.errors.contains("is not UTF-8"), "\(outcome)")
      #expect(text(scratch("x\u{FFFD}")) == "mine")
    }
  }
}

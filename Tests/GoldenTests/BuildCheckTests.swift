import Foundation
import TestSupport
import Testing

/// `cnigen build --check` says what is different in the output folder, and touches nothing.
@Suite struct BuildCheckTests {
  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    lock: site.lock
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        name: pods
        bridge: {name: cni0, gateway: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
      containerd: {binDirs: [/opt/cni/bin]}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[001-200]"]

    """

  @Test func everyKindOfDifferenceInAFleet() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      let absent = try cnigen(["build", "--check", "fleet.yaml"], in: scratch.path)
      #expect(absent.end == .exited(1))
      #expect(
        absent.output == "missing out/\nmissing \(scratch.path)/site.lock\n"
          || absent.output == "missing out/\nmissing site.lock\n", "\(absent)")
      #expect(!FileManager.default.fileExists(atPath: scratch("out")))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      let same = try cnigen(["build", "--check", "fleet.yaml"], in: scratch.path)
      #expect(same.succeeded && same.output.isEmpty && same.errors.isEmpty, "\(same)")

      // One file was edited, one is missing, a folder is, and something else lies there.
      try scratch.file("out/n-003/10-pods.conflist", "{}")
      try FileManager.default.removeItem(atPath: scratch("out/n-004/config.toml"))
      try FileManager.default.removeItem(atPath: scratch("out/n-005"))
      try scratch.file("out/n-006/99-mine.conflist", "{}")
      try scratch.file("out/notes", "mine")
      // One node left, and all nodes of 10.244.7.0/24 and up are renumbered where the lock is not asked.
      try scratch.file("fleet.yaml", Self.fleet.replacing("[001-200]", with: "[001-199]"))
      let before = try listing(scratch("out"))
      let outcome = try cnigen(["build", "--check", "fleet.yaml", "-q"], in: scratch.path)
      #expect(outcome.end == .exited(1))
      #expect(
        outcome.output.replacing("\(scratch.path)/", with: "") == """
          outdated out/SHA256SUMS
          edited out/n-003/10-pods.conflist
          missing out/n-004/config.toml
          missing out/n-005/
          foreign out/n-006/99-mine.conflist
          stale out/n-200/
          foreign out/notes
          outdated site.lock

          """, "\(outcome)")
      #expect(outcome.errors.isEmpty)
      #expect(try listing(scratch("out")) == before)

      // A newer profile: files are as the last build has left them.
      try FileManager.default.removeItem(atPath: scratch("out"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      try scratch.file(
        "fleet.yaml", Self.fleet.replacing("[001-200]", with: "[001-199]").replacing("cni0", with: "cni1"))
      let newer = try cnigen(["build", "--check", "fleet.yaml", "--node", "n-001", "n-002"], in: scratch.path)
      #expect(newer.output == "outdated out/n-001/10-pods.conflist\noutdated out/n-002/10-pods.conflist\n", "\(newer)")
    }
  }

  @Test func aProfile() async throws {
    try await withScratch { scratch in
      let profile = try String(
        contentsOf: Machine.repository.appending(path: "profiles/dual-stack-upgrade.yaml"), encoding: .utf8)
      try scratch.file("profile.yaml", profile)
      try cnigen(["build", "profile.yaml"], in: scratch.path).required()
      #expect(try cnigen(["build", "--check", "profile.yaml"], in: scratch.path).succeeded)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch("out/old/config.toml"))
      try scratch.file("out/new/05-other.conflist", "{}")
      let outcome = try cnigen(["build", "--check", "profile.yaml"], in: scratch.path)
      #expect(outcome.output == "foreign out/new/05-other.conflist\nedited out/old/config.toml\n", "\(outcome)")
      #expect(try cnigen(["build", "--check", "profile.yaml", "--emit", "tar"], in: scratch.path).end == .exited(64))
      let faulty = try scratch.file("faulty.yaml", profile.replacing("br-pods", with: "a bridge"))
      #expect(try cnigen(["build", "--check", faulty], in: scratch.path).end == .exited(1))
    }
  }

  /// All paths with their inodes and times.
  private func listing(_ path: String) throws -> String {
    try run("/usr/bin/find", [path, "-printf", "%p %i %T@ %C@\n"]).required()
  }
}

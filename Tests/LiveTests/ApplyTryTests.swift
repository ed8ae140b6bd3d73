import Foundation
import TestSupport
import Testing

/// `apply --try` on this machine as a node: its plugins, its containerd, and folders of the test's own.
@Suite(
  "Files on a node, tried first", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(3)))
struct ApplyTryTests {
  private let network = "bridge: {name: cnigen-try0, gateway: true, masquerade: true, hairpin: true}"

  /// Applies a profile where containerd's config, its networks and cnigen's notes are those of the test.
  private func apply(_ profile: String, _ scratch: Scratch, _ options: String...) throws -> Outcome {
    for folder in ["net.d", "state"] { try scratch.folder(folder) }
    try scratch.file(
      "config.toml",
      """
      version = 2
      [plugins."io.containerd.grpc.v1.cri".cni]
      bin_dir = "\(scratch("plugins"))"
      conf_dir = "\(scratch("net.d"))"

      """)
    let script = """
      mount --bind "$1/config.toml" /etc/containerd/config.toml
      mount -t tmpfs none /var/lib
      mkdir /var/lib/cnigen
      mount --bind "$1/state" /var/lib/cnigen
      shift
      exec "$@"
      """
    return try run(
      Machine.program("unshare"),
      [
        "--mount", "/bin/sh", "-ec", script, "sh", scratch.path, Machine.cnigen(), "apply",
        scratch.file("profile.yaml", profile), "--try",
      ] + options, limit: 120)
  }

  private func profile(_ network: String, more: String = "") -> String {
    """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    network:
      \(network)
      addresses: {ranges: [10.9.1.0/24], routes: [default]}
    containerd: false
    \(more)

    """
  }

  private func withNode(_ body: (Scratch) async throws -> Void) async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      // Folders that nobody would look into who does not ask containerd's config.
      try run("/bin/cp", ["-a", Machine.plugins, scratch("plugins")]).required()
      try await body(scratch)
    }
  }

  private func networks(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch("net.d"))
  }

  @Test("What holds is put in place, by the plugins that containerd uses") func holds() async throws {
    try await withNode { scratch in
      let outcome = try apply(profile(network), scratch)
      #expect(outcome.succeeded, "\(outcome)")
      #expect(
        outcome.output.contains("pods, with the plugins of \(scratch("plugins")), as root"), "\(outcome)")
      #expect(outcome.output.contains(" held, 0 failed in "), "\(outcome)")
      #expect(outcome.errors.contains("wrote \(scratch("net.d"))/10-pods.conflist"), "\(outcome)")
      #expect(try networks(scratch) == ["10-pods.conflist"])
      // No bridge of the trial is left on the machine.
      #expect(try !run("/sbin/ip", ["-o", "link"]).required().contains("cnigen-try0"))
    }
  }

  @Test("What does not hold is not put in place, nor is anything noted") func fails() async throws {
    try await withNode { scratch in
      try apply(profile(network), scratch, "-q").required()
      let before = try String(contentsOfFile: scratch("net.d/10-pods.conflist"), encoding: .utf8)
      // A plugin of the name that attaches nothing.
      try run(
        "/bin/sh",
        [
          "-c",
          "printf '#!/bin/sh\\necho \"{\\\\\"code\\\\\": 11, \\\\\"msg\\\\\": \\\\\"no room\\\\\"}\"; exit 1\\n' > \"$0\"",
          scratch("plugins/host-local"),
        ]
      ).required()
      let outcome = try apply(profile(network.replacing("hairpin: true", with: "hairpin: false")), scratch)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(outcome.errors.contains("nothing was applied"), "\(outcome)")
      #expect(try String(contentsOfFile: scratch("net.d/10-pods.conflist"), encoding: .utf8) == before)
      let kept = try FileManager.default.contentsOfDirectory(atPath: scratch("state")).sorted()
      #expect(kept == ["lock", "set-1", "sets"], "\(kept)")
    }
  }

  @Test("What this kernel cannot try is not put in place") func unavailable() async throws {
    try await withNode { scratch in
      let outcome = try apply(
        profile("plugins: [{type: ipvlan, master: eth0, ipam: {type: static, addresses: [{address: 10.9.1.2/24}]}}]")
          .replacing("  addresses: {ranges: [10.9.1.0/24], routes: [default]}\n", with: ""), scratch)
      #expect(outcome.end == .exited(69) && outcome.errors.contains("ipvlan"), "\(outcome)")
      #expect(outcome.errors.contains("nothing was applied"), "\(outcome)")
      #expect(try networks(scratch).isEmpty)
    }
  }
}

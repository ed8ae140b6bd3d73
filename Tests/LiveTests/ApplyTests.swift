import Foundation
import TestSupport
import Testing

/// Files that are put on a node, a folder with Debian's plugins and containerd in it, with a real containerd watching.
@Suite("Files on a node", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct ApplyTests {
  /// A node in a folder.
  private struct Stage {
    let scratch: Scratch

    init(_ scratch: Scratch) throws {
      self.scratch = scratch
      try scratch.folder("root/usr/bin")
      try scratch.folder("root/opt/cni")
      try FileManager.default.copyItem(atPath: Machine.plugins, toPath: scratch("root/opt/cni/bin"))
      try FileManager.default.copyItem(
        atPath: Machine.program("containerd"), toPath: scratch("root/usr/bin/containerd"))
    }

    /// A profile, by what its subnet is.
    func profile(_ third: Int, name: String = "pods", _ more: String = "containerd: false") throws -> String {
      try scratch.file(
        "\(name)-\(third).yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: \(name)
        network:
          bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: [10.9.\(third).0/24], routes: [default]}
        \(more)

        """)
    }

    func apply(_ profile: String, _ options: String...) throws -> Outcome {
      try cnigen(["apply", profile, "--root", scratch("root")] + options, in: scratch.path)
    }

    func rollback(_ options: String...) throws -> Outcome {
      try cnigen(["rollback", "--root", scratch("root")] + options, in: scratch.path)
    }

    /// The third number of the subnet that the network in place hands out.
    func subnet(_ file: String = "10-pods.conflist") -> Int? {
      let path = scratch("root/etc/cni/net.d/\(file)")
      guard let data = FileManager.default.contents(atPath: path),
        let list = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let ipam = (list["plugins"] as? [[String: Any]])?.first?["ipam"] as? [String: Any],
        let subnet = (ipam["ranges"] as? [[[String: String]]])?.first?.first?["subnet"]
      else { return nil }
      return Int(subnet.split(separator: ".")[2])
    }

    var networks: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: scratch("root/etc/cni/net.d"))) ?? []).sorted()
    }

    func put(_ name: String, _ text: String) throws { try scratch.file("root/etc/cni/net.d/\(name)", text) }
  }

  private func withStage(_ body: (Stage) async throws -> Void) async throws {
    try Machine.requireRoot()
    try await withScratch { try await body(Stage($0)) }
  }

  @Test("Forward, back, and forward again") func thereAndBack() async throws {
    try await withStage { stage in
      let first = try stage.apply(stage.profile(1), "--check")
      #expect(first.end == .exited(1) && first.output == "would write /etc/cni/net.d/10-pods.conflist\n", "\(first)")
      #expect(stage.networks.isEmpty && !FileManager.default.fileExists(atPath: stage.scratch("root/var")))
      try stage.apply(stage.profile(1)).required()
      #expect(stage.subnet() == 1 && stage.networks == ["10-pods.conflist"])
      #expect(try stage.apply(stage.profile(1), "--check").succeeded)
      let none = try stage.rollback()
      #expect(none.end == .exited(1) && none.errors.contains("nothing before"), "\(none)")
      // A network of another name takes the old one's place.
      try stage.apply(stage.profile(2, name: "apps")).required()
      #expect(stage.networks == ["10-apps.conflist"] && stage.subnet("10-apps.conflist") == 2)
      try stage.rollback().required()
      #expect(stage.networks == ["10-pods.conflist"] && stage.subnet() == 1)
      try stage.rollback().required()
      #expect(stage.networks == ["10-apps.conflist"])
      let mode = try FileManager.default.attributesOfItem(atPath: stage.scratch("root/etc/cni/net.d/10-apps.conflist"))
      #expect(mode[.posixPermissions] as? Int == 0o644)
    }
  }

  @Test("What was changed by hand is kept, unless it is to go, and comes back then") func edited() async throws {
    try await withStage { stage in
      try stage.apply(stage.profile(1)).required()
      let file = stage.scratch("root/etc/cni/net.d/10-pods.conflist")
      let mine = try String(contentsOfFile: file, encoding: .utf8).replacing("10.9.1.", with: "10.9.77.")
      try stage.put("10-pods.conflist", mine)
      for refused in [try stage.apply(stage.profile(2)), try stage.apply(stage.profile(1))] {
        #expect(refused.end == .exited(1) && refused.errors.contains("[applied-file-edited]"), "\(refused)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == mine)
      }
      try stage.apply(stage.profile(2), "--force").required()
      #expect(stage.subnet() == 2)
      try stage.rollback().required()
      #expect(try String(contentsOfFile: file, encoding: .utf8) == mine)
    }
  }

  @Test("A file of somebody else that would win, or breaks the load, is named") func foreign() async throws {
    try await withStage { stage in
      try stage.put("05-old.conflist", #"{"cniVersion": "1.0.0", "name": "old", "plugins": [{"type": "loopback"}]}"#)
      let wins = try stage.apply(stage.profile(1))
      #expect(wins.end == .exited(1) && wins.errors.contains("[foreign-network-wins]"), "\(wins)")
      #expect(wins.errors.contains("mv /etc/cni/net.d/05-old.conflist /etc/cni/net.d/05-old.conflist.off"))
      try stage.put("05-old.conflist", "{")
      #expect(try stage.apply(stage.profile(1)).errors.contains("no network at all"))
      #expect(stage.networks == ["05-old.conflist"], "nothing of ours is there")
      try FileManager.default.removeItem(atPath: stage.scratch("root/etc/cni/net.d/05-old.conflist"))
      // Behind ours it is never opened, whatever it holds.
      try stage.put("90-other.conflist", "{")
      try stage.apply(stage.profile(1)).required()
      #expect(stage.networks == ["10-pods.conflist", "90-other.conflist"])
      // With two files opened it counts.
      let two = try stage.profile(1, "containerd: {maxConfNum: 2}")
      #expect(try stage.apply(two).errors.contains("[foreign-network-wins]"))
      try stage.put("10-pods.conf", "{}")
      #expect(try stage.apply(stage.profile(3)).end == .exited(1), "10-pods.conf comes before 10-pods.conflist")
    }
  }

  @Test("A config of somebody else is not replaced, and a link is not followed") func configs() async throws {
    try await withStage { stage in
      try stage.scratch.file("root/etc/containerd/config.toml", "version = 2\n")
      let refused = try stage.apply(stage.profile(1, "containerd: {maxConfNum: 1}"))
      #expect(refused.end == .exited(1) && refused.errors.contains("[foreign-file-in-place]"), "\(refused)")
      #expect(refused.errors.contains("dropIn"))
      try stage.scratch.folder("elsewhere")
      try stage.scratch.file("elsewhere/target", "kept\n")
      try stage.scratch.folder("root/etc/cni/net.d")
      try FileManager.default.createSymbolicLink(
        atPath: stage.scratch("root/etc/cni/net.d/10-pods.conflist"),
        withDestinationPath: stage.scratch("elsewhere/target"))
      #expect(try stage.apply(stage.profile(1)).end == .exited(1))
      try stage.apply(stage.profile(1), "--force").required()
      #expect(try String(contentsOfFile: stage.scratch("elsewhere/target"), encoding: .utf8) == "kept\n")
      #expect(stage.subnet() == 1)
    }
  }

  @Test("Killed at any write, the next run finishes it, or rollback undoes it") func killed() async throws {
    try await withStage { stage in
      try stage.apply(stage.profile(1)).required()
      let (before, root) = (stage.scratch("before"), stage.scratch("root"))
      try run("/bin/sh", ["-c", "mkdir \(before) && cp -a \(root)/etc \(root)/var \(before)/"]).required()
      let arguments = ["apply", try stage.profile(2), "--root", root, "-q"]
      let tracer = try Tracer()
      let binary = try Machine.cnigen()
      // Writes are left out: the plugins that are asked write too, and the calls are counted together.
      let kinds = ["pwrite64", "fsync", "renameat", "renameat2", "fchmod", "unlinkat", "mkdir", "ftruncate"]
      let calls = try tracer.calls(naming: root, of: binary, arguments, log: stage.scratch("log")).filter {
        kinds.contains($0.name)
      }
      #expect(calls.count > 15 && stage.subnet() == 2)
      for (number, call) in calls.enumerated() {
        try run("/bin/sh", ["-c", "rm -rf \(root)/etc \(root)/var && cp -a \(before)/. \(root)/"]).required()
        let outcome = try tracer.kill(at: call, of: binary, arguments)
        try #require(outcome.end == .killed(signal: SIGKILL), "\(call)\n\(outcome)")
        #expect([1, 2].contains(stage.subnet()), "killed before \(call)")
        let counted = stage.networks.filter {
          $0.hasSuffix(".conflist") || $0.hasSuffix(".conf") || $0.hasSuffix(".json")
        }
        #expect(counted == ["10-pods.conflist"], "killed before \(call)")
        let next = number % 2 == 0 ? try stage.apply(stage.profile(2)) : try stage.rollback()
        #expect(stage.subnet() == (number % 2 == 0 ? 2 : 1), "\(call)\n\(next)")
        #expect(stage.networks == ["10-pods.conflist"], "\(call)\n\(next)")
        #expect(try stage.apply(stage.profile(3)).succeeded && stage.subnet() == 3)
      }
    }
  }

  @Test("Two at once: the second says so and touches nothing") func busy() async throws {
    try await withStage { stage in
      try stage.apply(stage.profile(1)).required()
      let holder = try Child.start(
        Machine.program("flock"), [stage.scratch("root/var/lib/cnigen/lock"), "/bin/sleep", "30"])
      defer { holder.terminate() }
      try await Task.sleep(for: .milliseconds(300))
      let second = try stage.apply(stage.profile(2))
      #expect(second.end == .exited(73) && second.errors.contains("another cnigen"), "\(second)")
      #expect(stage.subnet() == 1)
    }
  }

  @Test("containerd loads what was applied, and never a half of it") func watched() async throws {
    try await withStage { stage in
      try stage.apply(stage.profile(0)).required()
      let config = try stage.scratch.file(
        "config.toml",
        """
        version = 2
        root = "\(stage.scratch("state-root"))"
        state = "\(stage.scratch("state"))"
        [grpc]
          address = "\(stage.scratch("containerd.sock"))"
        [debug]
          level = "debug"
        [plugins."io.containerd.grpc.v1.cri".cni]
          conf_dir = "\(stage.scratch("root/etc/cni/net.d"))"
          bin_dir = "\(Machine.plugins)"

        """)
      let daemon = try RuntimeDaemon.start(config: config, in: stage.scratch)
      do {
        #expect(try await Self.waits(for: 0, daemon))
        for round in 1...12 {
          try stage.apply(stage.profile(round)).required()
          if round % 4 == 0 { #expect(try await Self.waits(for: round, daemon), "round \(round)") }
        }
        let tracer = try Tracer()
        let binary = try Machine.cnigen()
        for (round, name) in ["write", "fsync", "renameat", "renameat2", "fchmod"].enumerated() {
          for ordinal in 1...3 {
            let profile = try stage.profile(20 + 3 * round + ordinal)
            let call = SystemCall(name: name, ordinal: ordinal, line: "")
            _ = try tracer.kill(at: call, of: binary, ["apply", profile, "--root", stage.scratch("root"), "-q"])
          }
        }
        try stage.apply(stage.profile(99)).required()
        #expect(try await Self.waits(for: 99, daemon))
        try stage.rollback().required()
        try stage.rollback().required()
        #expect(try await Self.waits(for: 99, daemon))
      } catch {
        daemon.stop()
        throw error
      }
      let log = daemon.stop()
      #expect(log.contains("receiving change event from cni conf dir"), "\(log)")
      #expect(!log.contains("failed to reload cni configuration"), "\(log)")
      #expect(!log.contains("cni config load failed"), "\(log)")
    }
  }

  /// Waits until containerd shows a subnet among its networks.
  private static func waits(for third: Int, _ daemon: RuntimeDaemon) async throws -> Bool {
    for _ in 0..<60 {
      if try daemon.status().contains("10.9.\(third).0/24") { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }
}

import Foundation
import TestSupport
import Testing

/// Files that are put on a node while a real containerd watches the folder.
@Suite(
  "Files on a node, watched", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(3)))
struct ApplyWatchTests {
  /// A containerd that reads the node's folder.
  private func start(_ stage: NodeStage, maximumNetworks: Int = 1) throws -> RuntimeDaemon {
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
        max_conf_num = \(maximumNetworks)

      """)
    return try RuntimeDaemon.start(config: config, in: stage.scratch)
  }

  /// Carries out a test with a containerd, and gives its log.
  private func watch(_ daemon: RuntimeDaemon, _ body: () async throws -> Void) async throws -> String {
    do { try await body() } catch {
      daemon.stop()
      throw error
    }
    return daemon.stop()
  }

  @Test("containerd loads what was applied, and never a half of it") func watched() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(0)).required()
      let daemon = try start(stage)
      var tracer = try Tracer()
      tracer.followsChildren = false
      let binary = try Machine.cnigen()
      let log = try await watch(daemon) {
        #expect(try await daemon.waits(for: 0))
        for round in 1...8 {
          try stage.apply(stage.profile(round)).required()
          #expect(try daemon.loaded().isSubset(of: [round - 1, round]), "round \(round)")
        }
        #expect(try await daemon.waits(for: 8))
        let arguments = { (profile: String) in ["apply", profile, "--root", stage.root, "-q"] }
        let calls = try tracer.calls(
          naming: "net.d", of: binary, arguments(stage.profile(9)), log: stage.scratch("log")
        ).filter { ["openat", "write", "fsync", "fchmod", "renameat", "renameat2"].contains($0.name) }
        #expect(calls.count > 5)
        var last = 9
        for (number, call) in calls.enumerated() {
          let outcome = try tracer.kill(at: call, of: binary, arguments(stage.profile(20 + number)))
          // Taking up what the one before had begun may take fewer calls.
          #expect(outcome.end == .killed(signal: SIGKILL) || number > 0, "\(call)\n\(outcome)")
          let present = try #require(stage.subnet(), "killed before \(call)")
          #expect([last, 20 + number].contains(present), "killed before \(call)")
          #expect(try await daemon.waits(for: present), "killed before \(call)")
          #expect(try daemon.loaded() == [present], "killed before \(call)")
          if number % 2 == 0 { try stage.rollback().required() } else { try stage.apply(stage.profile(9)).required() }
          last = try #require(stage.subnet())
          #expect(last == 9 || last == 8)
        }
        try stage.apply(stage.profile(99)).required()
        #expect(try await daemon.waits(for: 99))
        try stage.rollback().required()
        #expect(try await daemon.waits(for: last))
      }
      #expect(!log.contains("failed to reload cni configuration"), "\(log)")
      #expect(!log.contains("cni config load failed"), "\(log)")
      // A file that containerd loads is never written to, and none but ours comes and goes.
      let events = log.split(separator: "\n").filter { $0.contains("event from cni conf dir") }
      #expect(events.count > 40)
      for event in events {
        let isTemporary = event.contains("net.d/.cnigen-") && event.contains("-10-pods.conflist.tmp")
        #expect(isTemporary || event.contains("net.d/10-pods.conflist"), "\(event)")
        #expect(isTemporary || !event.contains("WRITE "), "\(event)")
      }
    }
  }

  @Test("With max_conf_num 2 containerd loads both of ours, and a stranger in between is refused") func two()
    async throws
  {
    try await withNodeStage { stage in
      let profile = { (third: Int) in
        try stage.scratch.file(
          "two-\(third).yaml",
          """
          apiVersion: cnigen/v1
          kind: Profile
          name: pods
          networks:
            - name: first
              file: 10-first.conflist
              bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
              addresses: {ranges: [10.9.\(third).0/24], routes: [default]}
            - name: second
              file: 20-second.conflist
              bridge: {name: cni1}
              addresses: {ranges: [10.9.\(third + 100).0/24]}
          containerd: {maxConfNum: 2}

          """)
      }
      try stage.apply(profile(1)).required()
      let daemon = try start(stage, maximumNetworks: 2)
      _ = try await watch(daemon) {
        #expect(try await daemon.waits(for: 1))
        #expect(try daemon.loaded() == [1, 101])
        for third in [2, 3] {
          try stage.apply(profile(third)).required()
          #expect(try await daemon.waits(for: third))
          #expect(try await daemon.waits(for: third + 100))
        }
        try stage.put(
          "15-other.conflist", #"{"cniVersion": "1.0.0", "name": "other", "plugins": [{"type": "loopback"}]}"#)
        let refused = try stage.apply(profile(4))
        #expect(refused.end == .exited(1) || refused.errors.contains("[applied-network-idle]"), "\(refused)")
        try FileManager.default.removeItem(atPath: stage.scratch("root/etc/cni/net.d/15-other.conflist"))
        try stage.rollback().required()
      }
    }
  }
}

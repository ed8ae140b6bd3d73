import Foundation
import TestSupport
import Testing

/// Runs that are killed while they put files on a node.
@Suite(
  "Files on a node, interrupted", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(5)))
struct ApplyInterruptionTests {
  /// A profile whose config and network both change.
  private func profile(_ third: Int, _ stage: NodeStage) throws -> String {
    try stage.profile(third, "containerd: {maxConfNum: 1, extra: {oom_score: \(third)}}")
  }

  /// Kills an apply between its config and its network.
  private func half(_ stage: NodeStage) throws {
    try stage.apply(profile(1, stage)).required()
    try stage.save("before")
    var tracer = try Tracer()
    tracer.followsChildren = false
    let arguments = ["apply", try profile(2, stage), "--root", stage.root, "-q"]
    let calls = try tracer.calls(naming: stage.root, of: Machine.cnigen(), arguments, log: stage.scratch("log"))
    let last = try #require(calls.last { $0.name.hasPrefix("renameat") && $0.line.contains("10-pods.conflist") })
    try stage.restore("before")
    let outcome = try tracer.kill(at: last, of: Machine.cnigen(), arguments)
    try #require(outcome.end == .killed(signal: SIGKILL), "\(outcome)")
    try #require(stage.text("etc/containerd/config.toml")?.contains("oom_score = 2") == true)
    try #require(stage.subnet() == 1)
  }

  @Test("Looking tells of it and of what is left to do") func looking() async throws {
    try await withNodeStage { stage in
      try half(stage)
      let look = try stage.apply(profile(2, stage), "--check")
      #expect(look.end == .exited(1) && look.errors.isEmpty, "\(look)")
      #expect(
        look.output == """
          would finish an apply that was interrupted
          would write /etc/cni/net.d/10-pods.conflist

          """, "\(look)")
      let other = try stage.apply(profile(3, stage), "--check")
      #expect(other.output.hasPrefix("would take the place of an apply that was interrupted\n"), "\(other)")
      #expect(stage.subnet() == 1)
      let done = try stage.apply(profile(2, stage))
      #expect(done.succeeded && done.errors.contains("finished an apply"), "\(done)")
      #expect(stage.subnet() == 2)
      try stage.rollback().required()
      #expect(stage.subnet() == 1 && stage.text("etc/containerd/config.toml")?.contains("oom_score = 1") == true)
    }
  }

  @Test("What somebody changed since is not lost, forward or back", arguments: ["10-pods.conflist", "config.toml"])
  func edited(_ name: String) async throws {
    try await withNodeStage { stage in
      try half(stage)
      let path = name == "config.toml" ? "etc/containerd/config.toml" : "etc/cni/net.d/\(name)"
      let mine = try #require(stage.text(path)) + " \n"
      try stage.scratch.file("root/\(path)", mine)
      try stage.save("half")
      let runs: [(String) throws -> Outcome] = [
        { try stage.apply(profile(2, stage), $0) }, { try stage.apply(profile(3, stage), $0) },
        { try stage.rollback($0) },
      ]
      for (number, body) in runs.enumerated() {
        let refused = try body("-q")
        #expect(refused.end == .exited(1) && refused.errors.contains("[applied-file-edited]"), "\(refused)")
        #expect(stage.text(path) == mine)
        try body("--force").required()
        #expect(stage.subnet() == [2, 3, 1][number])
        #expect(stage.text(path) != mine)
        try stage.rollback().required()
        #expect(stage.text(path) == mine, "what was forced away comes back")
        try stage.restore("half")
      }
    }
  }

  @Test("A network of somebody else that came meanwhile is seen") func foreign() async throws {
    try await withNodeStage { stage in
      try half(stage)
      try stage.put("05-old.conflist", #"{"cniVersion": "1.0.0", "name": "old", "plugins": [{"type": "loopback"}]}"#)
      let refused = try stage.apply(profile(2, stage))
      #expect(refused.end == .exited(1) && refused.errors.contains("[foreign-network-wins]"), "\(refused)")
      #expect(stage.subnet() == 1)
      // Back is always allowed.
      try stage.rollback().required()
      #expect(stage.text("etc/containerd/config.toml")?.contains("oom_score = 1") == true)
    }
  }

  @Test("Killed at any step, the next run finishes it and rollback undoes it") func killed() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1)).required()
      try stage.save("before")
      let arguments = ["apply", try stage.profile(2), "--root", stage.root, "-q"]
      var tracer = try Tracer()
      tracer.followsChildren = false
      let binary = try Machine.cnigen()
      let kinds = ["write", "fsync", "renameat", "renameat2", "fchmod", "unlinkat", "mkdir", "ftruncate", "pwrite64"]
      let calls = try tracer.calls(naming: stage.root, of: binary, arguments, log: stage.scratch("log")).filter {
        kinds.contains($0.name)
      }
      #expect(calls.count > 20 && stage.subnet() == 2)
      #expect(calls.count { $0.name == "write" } > 4)
      for call in calls {
        try stage.restore("before")
        let outcome = try tracer.kill(at: call, of: binary, arguments)
        try #require(outcome.end == .killed(signal: SIGKILL), "\(call)\n\(outcome)")
        #expect([1, 2].contains(stage.subnet()), "killed before \(call)")
        #expect(stage.loadable == ["10-pods.conflist"], "killed before \(call)")
        try stage.save("half")
        let forward = try stage.apply(stage.profile(2))
        #expect(
          forward.succeeded && stage.subnet() == 2 && stage.networks == ["10-pods.conflist"], "\(call)\n\(forward)")
        let back = try stage.rollback()
        #expect(back.succeeded && stage.subnet() == 1, "\(call)\n\(back)")
        try stage.restore("half")
        // Where nothing was begun yet, or all was done, there is nothing to undo.
        let undone = try stage.rollback()
        #expect(stage.subnet() == 1 && stage.networks == ["10-pods.conflist"], "\(call)\n\(undone)")
        #expect(try stage.apply(stage.profile(3)).succeeded && stage.subnet() == 3, "\(call)")
      }
    }
  }
}

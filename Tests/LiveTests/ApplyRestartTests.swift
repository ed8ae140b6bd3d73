import Foundation
import TestSupport
import Testing

/// Changes that containerd sees at its next start, with one that runs meanwhile from the node's own program.
@Suite(
  "Files on a node, before containerd is restarted", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(2)))
struct ApplyRestartTests {
  /// A profile that brings a config which makes a private containerd of it. Paths of the node mean this machine's there,
  /// so the folder of networks is reached by a link.
  private func profile(_ third: Int, _ folder: String, _ stage: NodeStage, _ more: String = "") throws -> String {
    let scratch = stage.scratch
    return try stage.profile(
      third,
      """
      containerd:
        confDir: \(scratch("root/etc/cni/\(folder)"))
      \(more)
        extra:
          root: \(scratch("state-root"))
          state: \(scratch("state"))
          grpc: {address: \(scratch("containerd.sock"))}
      """)
  }

  /// Makes paths of this machine lead to the same places on the node.
  private func link(_ stage: NodeStage) throws {
    try stage.scratch.folder("root/etc/cni")
    try stage.scratch.folder("root\(stage.scratch.path)/root/etc")
    try FileManager.default.createSymbolicLink(
      atPath: "\(stage.root)\(stage.root)/etc/cni", withDestinationPath: "/etc/cni")
  }

  private func start(_ stage: NodeStage) throws -> RuntimeDaemon {
    try RuntimeDaemon.start(
      config: stage.scratch("root/etc/containerd/config.toml"), in: stage.scratch,
      program: stage.scratch("root/usr/bin/containerd"))
  }

  @Test("A network that the containerd that runs reads stays until that has been restarted") func moved() async throws {
    try await withNodeStage(isWhole: true) { stage in
      try link(stage)
      let (old, new) = (try profile(1, "a", stage), try profile(2, "b", stage))
      try stage.apply(old).required()
      let files = { ["a", "b"].map { stage.text("etc/cni/\($0)/10-pods.conflist") != nil } }
      #expect(files() == [true, false])
      var daemon = try start(stage)
      do {
        #expect(try await daemon.waits(for: 1))
        let look = try stage.apply(new, "--check")
        #expect(look.end == .exited(1) && look.output.contains("would leave"), "\(look)")
        let moved = try stage.apply(new)
        #expect(moved.succeeded && moved.errors.contains("needs it until it is restarted"), "\(moved)")
        #expect(moved.errors.contains("systemctl restart containerd"))
        #expect(files() == [true, true])
        // It still runs, and still has its network, whatever is done meanwhile.
        for _ in 0..<2 {
          let again = try stage.apply(new)
          #expect(again.succeeded && again.errors.contains("(process "), "\(again)")
          #expect(files() == [true, true])
        }
        let waiting = try stage.apply(new, "--check")
        #expect(waiting.end == .exited(1) && waiting.output.hasPrefix("would leave "), "\(waiting)")
        #expect(try await daemon.waits(for: 1) && daemon.isReady())
        daemon.stop()
        daemon = try start(stage)
        #expect(try await daemon.waits(for: 2))
        let left = try stage.apply(new, "--check")
        #expect(left.end == .exited(1) && left.output.hasPrefix("would remove "), "\(left)")
        try stage.apply(new).required()
        #expect(files() == [false, true])
        #expect(try stage.apply(new, "--check").succeeded)
        #expect(try daemon.isReady())
        // What was before the move is what a rollback leads to, with the same care.
        let back = try stage.rollback()
        #expect(back.succeeded && back.errors.contains("needs it until it is restarted"), "\(back)")
        #expect(files() == [true, true])
        #expect(try daemon.isReady())
        daemon.stop()
        daemon = try start(stage)
        #expect(try await daemon.waits(for: 1))
        try stage.apply(old).required()
        #expect(files() == [true, false])
      } catch {
        daemon.stop()
        throw error
      }
      daemon.stop()
    }
  }

  @Test("So does one whose config goes") func configGoes() async throws {
    try await withNodeStage(isWhole: true) { stage in
      try link(stage)
      try stage.apply(profile(1, "a", stage)).required()
      let files = { ["a", "net.d"].map { stage.text("etc/cni/\($0)/10-pods.conflist") != nil } }
      let daemon = try start(stage)
      do {
        #expect(try await daemon.waits(for: 1))
        for number in 0..<3 {
          let gone = try stage.apply(stage.profile(2))
          #expect(gone.succeeded && gone.errors.contains("needs it until it is restarted"), "\(number): \(gone)")
          #expect(files() == [true, true] && stage.text("etc/containerd/config.toml") == nil)
        }
        #expect(try await daemon.waits(for: 1) && daemon.isReady())
      } catch {
        daemon.stop()
        throw error
      }
      daemon.stop()
      try stage.apply(stage.profile(2)).required()
      #expect(files() == [false, true])
    }
  }

  @Test("Without a containerd that runs, the config as it lies there decides") func image() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1, "containerd: {confDir: /etc/cni/a}")).required()
      let moved = try stage.apply(stage.profile(2, "containerd: {confDir: /etc/cni/b}"))
      #expect(moved.succeeded && moved.errors.contains("left /etc/cni/a/10-pods.conflist"), "\(moved)")
      let done = try stage.apply(stage.profile(2, "containerd: {confDir: /etc/cni/b}"))
      #expect(done.succeeded && done.errors == "cnigen: removed /etc/cni/a/10-pods.conflist\n", "\(done)")
      // Without a folder named, the config that is written names the usual one, and networks go there.
      try stage.apply(stage.profile(3, "containerd: {maxConfNum: 1}")).required()
      #expect(stage.subnet() == 3)
    }
  }

  @Test("A template takes the place of a network in the same order") func template() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1, "containerd: {maxConfNum: 1}")).required()
      let template = try stage.profile(2, "containerd: {confTemplate: /etc/containerd/cni.template}")
      let text = try String(contentsOfFile: template, encoding: .utf8)
        .replacing("ranges: [10.9.2.0/24]", with: "ranges: kubernetes")
      try text.write(toFile: template, atomically: false, encoding: .utf8)
      let first = try stage.apply(template)
      #expect(first.succeeded && first.errors.contains("left /etc/cni/net.d/10-pods.conflist"), "\(first)")
      #expect(stage.subnet() == 1 && stage.text("etc/containerd/cni.template") != nil)
      let second = try stage.apply(template)
      #expect(second.succeeded && stage.networks.isEmpty, "\(second)")
      // And back: the template stays until containerd does without it.
      try stage.apply(stage.profile(3, "containerd: {maxConfNum: 1}")).required()
      #expect(stage.subnet() == 3 && stage.text("etc/containerd/cni.template") != nil)
      try stage.apply(stage.profile(3, "containerd: {maxConfNum: 1}")).required()
      #expect(stage.text("etc/containerd/cni.template") == nil)
    }
  }
}

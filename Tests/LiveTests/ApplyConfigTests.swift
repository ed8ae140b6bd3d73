import Foundation
import TestSupport
import Testing

/// Files that go by containerd's config, as it lies there and as it will be.
@Suite(
  "Files on a node and containerd's config", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(2)))
struct ApplyConfigTests {
  private func dropIn(_ stage: NodeStage, _ config: String?, _ settings: String = "") throws -> Outcome {
    try stage.scratch.folder("root/etc/containerd")
    let path = stage.scratch("root/etc/containerd/config.toml")
    try? FileManager.default.removeItem(atPath: path)
    if let config { try stage.scratch.file("root/etc/containerd/config.toml", config) }
    let profile = try stage.profile(1, "containerd: {dropIn: 50-cni.toml\(settings)}")
    return try stage.apply(profile, "--containerd", "2.1.9", "--plugins", "1.7.1")
  }

  private let elsewhere = ", confDir: /srv/net.d"

  @Test("A drop-in that config.toml does not import is told of, where pods would be without a network")
  func unread() async throws {
    try await withNodeStage { stage in
      let outcome = try dropIn(stage, "version = 3\n\n[grpc]\nuid = 0\n", elsewhere)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(outcome.errors.contains("/etc/containerd/config.toml:1:1: error: "), "\(outcome)")
      #expect(outcome.errors.contains("[applied-dropin-unread]"), "\(outcome)")
      #expect(outcome.errors.contains("networks in /etc/cni/net.d, and ours are in /srv/net.d"), "\(outcome)")
      #expect(outcome.errors.contains("above its first table: imports = [\"/etc/containerd/conf.d/*.toml\"]"))
      #expect(!outcome.errors.contains("[dropin-not-imported]"), "\(outcome)")
      #expect(stage.text("etc/containerd/conf.d/50-cni.toml") == nil && stage.text("srv/net.d/10-pods.conflist") == nil)
    }
  }

  @Test("What it imports instead is shown") func otherImports() async throws {
    try await withNodeStage { stage in
      let outcome = try dropIn(stage, "version = 3\nimports = [\"/etc/containerd/other.d/*.toml\"]\n", elsewhere)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(outcome.errors.contains("/etc/containerd/config.toml:2:1: error: "), "\(outcome)")
      #expect(outcome.errors.contains("help: add \"/etc/containerd/conf.d/*.toml\" to that line"), "\(outcome)")
    }
  }

  @Test("Where networks lie in the right folder all the same, it is a warning") func warning() async throws {
    try await withNodeStage { stage in
      let outcome = try dropIn(stage, "version = 3\n", ", binDirs: [/opt/cni/bin], maxConfNum: 1")
      #expect(outcome.succeeded && stage.subnet() == 1, "\(outcome)")
      #expect(outcome.errors.contains("warning: "), "\(outcome)")
      #expect(outcome.errors.contains("it would go on without its bin_dirs, max_conf_num"), "\(outcome)")
    }
  }

  @Test(
    "One that it imports is nothing to speak of",
    arguments: ["/etc/containerd/conf.d/*.toml", "conf.d/50-cni.toml", "/etc/containerd/conf.d/50-*.toml"])
  func imported(_ pattern: String) async throws {
    try await withNodeStage { stage in
      for _ in 0..<2 {
        let outcome = try dropIn(stage, "version = 3\nimports = [\"\(pattern)\"]\n", elsewhere)
        #expect(outcome.succeeded && !outcome.errors.contains("import"), "\(outcome)")
        #expect(stage.text("srv/net.d/10-pods.conflist") != nil)
      }
    }
  }

  @Test("Without a config no drop-in is read, be it that ours goes") func noConfig() async throws {
    try await withNodeStage { stage in
      let none = try dropIn(stage, nil, elsewhere)
      #expect(none.end == .exited(1) && none.errors.contains("there will be no /etc/containerd/config.toml"), "\(none)")
      let releases = ["--containerd", "2.1.9", "--plugins", "1.7.1"]
      let whole = try stage.profile(1, "containerd: {confDir: /srv/net.d}")
      try stage.apply(whole, releases[0], releases[1], releases[2], releases[3]).required()
      let part = try stage.profile(2, "containerd: {dropIn: 50-cni.toml, confDir: /srv/net.d}")
      let gone = try stage.apply(part, releases[0], releases[1], releases[2], releases[3])
      #expect(gone.end == .exited(1) && gone.errors.contains("there will be no /etc/containerd/config.toml"), "\(gone)")
      #expect(stage.text("etc/containerd/config.toml") != nil)
    }
  }

  @Test("Without a config of ours networks go where containerd will look once ours is gone") func configGoes()
    async throws
  {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1, "containerd: {confDir: /etc/cni/a}")).required()
      let look = try stage.apply(stage.profile(2), "--check")
      #expect(look.output.contains("would write /etc/cni/net.d/10-pods.conflist\n"), "\(look)")
      #expect(look.output.contains("would remove /etc/containerd/config.toml\n"), "\(look)")
      let moved = try stage.apply(stage.profile(2))
      #expect(moved.succeeded && stage.subnet() == 2, "\(moved)")
      #expect(stage.text("etc/containerd/config.toml") == nil)
      // A containerd that was started with the old config has its network until it is restarted.
      #expect(moved.errors.contains("left /etc/cni/a/10-pods.conflist"), "\(moved)")
      #expect(moved.errors.contains("systemctl restart containerd"), "\(moved)")
      let done = try stage.apply(stage.profile(2))
      #expect(done.succeeded && stage.text("etc/cni/a/10-pods.conflist") == nil && stage.subnet() == 2, "\(done)")
      #expect(try stage.apply(stage.profile(2), "--check").succeeded)
      // Back to the whole of before.
      try stage.apply(stage.profile(3, "containerd: {confDir: /etc/cni/a}")).required()
      #expect(stage.text("etc/cni/a/10-pods.conflist")?.contains("10.9.3.0") == true)
    }
  }

  @Test("A config of somebody else still says where networks go") func foreignConfig() async throws {
    try await withNodeStage { stage in
      try stage.scratch.folder("root/etc/containerd")
      try stage.scratch.file(
        "root/etc/containerd/config.toml",
        "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\nconf_dir = \"/etc/cni/theirs\"\n")
      for third in 1...2 {
        try stage.apply(stage.profile(third)).required()
        #expect(stage.text("etc/cni/theirs/10-pods.conflist")?.contains("10.9.\(third).0") == true)
      }
      #expect(stage.networks.isEmpty)
    }
  }
}

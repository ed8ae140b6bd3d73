import Foundation
import TestSupport
import Testing

/// Nodes whose disk is full, or gets full in the middle.
@Suite(
  "Files on a node with a full disk", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(5)))
struct ApplyDiskTests {
  /// What of the node lies on the small disk.
  private static let disks = ["etc var", "etc", "var"]

  /// A profile whose config and network both change.
  private func profile(_ third: Int, _ stage: NodeStage) throws -> String {
    try stage.profile(third, "containerd: {maxConfNum: 1, extra: {oom_score: \(third)}}")
  }

  /// Runs cnigen with some folders of the node on a disk of their own that has a few free blocks of 4 KiB, and brings the
  /// node's files to what they are then.
  private func run(_ arguments: [String], _ stage: NodeStage, on folders: String, free blocks: Int) throws -> Outcome {
    let script = """
      root=$1 disk=$2 folders=$3 blocks=$4 result=$5
      shift 5
      mount -t tmpfs -o size=256k,nr_inodes=0 none "$disk"
      for folder in $folders; do cp -a "$root/$folder" "$disk/" && mount --bind "$disk/$folder" "$root/$folder"; done
      dd if=/dev/zero of="$disk/filler" bs=4096 2>/dev/null || true
      truncate -s "-$((blocks * 4096))" "$disk/filler"
      status=0
      "$@" || status=$?
      cp -a "$root/etc" "$root/var" "$result/"
      exit "$status"
      """
    for folder in ["disk", "result"] { try stage.scratch.folder(folder) }
    let outcome = try TestSupport.run(
      Machine.program("unshare"),
      [
        "--mount", "/bin/sh", "-ec", script, "sh", stage.root, stage.scratch("disk"), folders, "\(blocks)",
        stage.scratch("result"), Machine.cnigen(),
      ] + arguments)
    try stage.restore("result")
    try FileManager.default.removeItem(atPath: stage.scratch("result"))
    return outcome
  }

  /// All files of the node that containerd may read, by their paths, and what is in them.
  private func files(_ stage: NodeStage) throws -> String {
    try TestSupport.run("/bin/sh", ["-c", "cd \"$0\" && find etc -type f | sort | xargs tail -n +1", stage.root])
      .required()
  }

  @Test("Nothing is half-written, and it works once there is room", arguments: disks)
  func full(_ folders: String) async throws {
    try await withNodeStage { stage in
      try stage.apply(profile(1, stage)).required()
      let first = try files(stage)
      try stage.save("first")
      let apply = ["apply", try profile(2, stage), "--root", stage.root, "-q"]
      let enough = try sweep(apply, stage, "first", first, folders)
      #expect(stage.subnet() == 2 && stage.text("etc/containerd/config.toml")?.contains("oom_score = 2") == true)
      #expect(enough > (folders == "etc" ? 0 : 2), "some sizes were too small")
      let second = try files(stage)
      try stage.save("second")
      let back = try sweep(["rollback", "--root", stage.root, "-q"], stage, "second", second, folders)
      #expect(try files(stage) == first)
      #expect(back > 0, "some sizes were too small")
    }
  }

  /// Runs with more and more room, until it is enough; as long as it is not, everything has to be as before, and the next
  /// run has to do it.
  ///
  /// - Returns: how many blocks were enough.
  private func sweep(
    _ arguments: [String], _ stage: NodeStage, _ saved: String, _ before: String, _ folders: String
  ) throws -> Int {
    for blocks in 0..<20 {
      try stage.restore(saved)
      let outcome = try run(arguments, stage, on: folders, free: blocks)
      if outcome.succeeded { return blocks }
      #expect(outcome.end == .exited(73), "\(blocks) blocks: \(outcome)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(blocks) blocks: \(outcome)")
      #expect(outcome.errors.contains("the disk is full; "), "\(blocks) blocks: \(outcome)")
      let after = try files(stage)
      #expect(after == before, "\(blocks) blocks left something behind: \(outcome)")
      let again = try cnigen(arguments, in: stage.scratch.path)
      #expect(again.succeeded, "\(blocks) blocks: \(again)")
      #expect(try files(stage) != before && stage.networks == ["10-pods.conflist"])
    }
    throw Trouble("twenty blocks are not enough")
  }
}

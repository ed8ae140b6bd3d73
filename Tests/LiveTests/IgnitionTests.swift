import Foundation
import TestSupport
import Testing

/// Debian's Ignition puts the files of a build into a folder that stands for a machine's disk.
@Suite("Ignition and its config", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(2)))
struct IgnitionTests {
  private static let program = "/usr/lib/dracut/modules.d/30ignition/ignition"

  @Test("It writes the very files, readable for all, in place of old ones")
  func writes() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let profile = """
        apiVersion: cnigen/v1
        kind: Profile
        name: pods
        target: {containerd: 1.7.34, plugins: 1.5.1}
        network:
          bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: [10.88.0.0/16], routes: [default]}
        outputs: [ignition]

        """
      try Compiler().build(scratch.file("profile.yaml", profile), to: scratch("out")).required()
      // This Ignition ends at spec 3.3.0, which has all that is used.
      let text = try String(contentsOfFile: scratch("out/ignition.ign"), encoding: .utf8)
      let config = try scratch.file("config.ign", text.replacing(#""version": "3.4.0""#, with: #""version": "3.3.0""#))
      try Self.makePolicy(scratch)
      try scratch.folder("disk/etc/containerd")
      try scratch.file("disk/etc/containerd/config.toml", "old\n")
      for stage in ["fetch", "files"] {
        try run(
          Self.program,
          [
            "--platform=file", "--stage=\(stage)", "--root=\(scratch("disk"))",
            "--config-cache=\(scratch("cache.json"))", "--log-to-stdout",
          ], environment: ["IGNITION_CONFIG_FILE": config, "PATH": "\(scratch("bin")):/usr/bin:/bin"]
        ).required()
      }
      for (path, name) in [
        ("disk/etc/containerd/config.toml", "config.toml"), ("disk/etc/cni/net.d/10-pods.conflist", "10-pods.conflist"),
      ] {
        let made = FileManager.default.contents(atPath: scratch("out/\(name)"))
        #expect(made != nil && FileManager.default.contents(atPath: scratch(path)) == made, "\(path)")
        let mode = try FileManager.default.attributesOfItem(atPath: scratch(path))[.posixPermissions] as? Int
        #expect(mode == 0o644, "\(path)")
      }
    }
  }

  /// It labels what it has written by the policy of SELinux on the disk: here there is an empty one, and nothing to do
  /// for the program that would label.
  private static func makePolicy(_ scratch: Scratch) throws {
    try scratch.folder("disk/etc/selinux/none/contexts/files")
    try scratch.file("disk/etc/selinux/none/contexts/files/file_contexts", "")
    try scratch.file("disk/etc/selinux/config", "SELINUXTYPE=none\n")
    try scratch.folder("bin")
    let path = try scratch.file("bin/setfiles", "#!/bin/sh\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }
}

import Foundation
import TestSupport
import Testing

/// What cnigen writes for containerd 1.6 is given to the containerd that the distribution ships, 1.6.20 in Debian 12.
@Suite("containerd 1.6 and its config", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(2)))
struct ContainerdConfigTests {
  @Test("The installed containerd is of the line that is asked")
  func installed() throws {
    #expect(try ContainerdDump.installedVersion().hasPrefix("1.6."))
  }

  @Test("It takes every profile's config and shows the values asked for", arguments: ShippedProfile.all)
  func shipped(_ profile: ShippedProfile) async throws {
    try await withScratch { scratch in
      try profile.build(to: scratch("out"))
      let dump = try ContainerdDump(of: scratch("out/\(profile.config)"))
      for setting in profile.settings {
        #expect(dump[setting.table, setting.key] == setting.value, "\(setting.key)")
      }
    }
  }

  @Test("It shows values that differ from every default of its own", arguments: ["1.6.0", "1.6.20", "1.6.39"])
  func unusual(_ release: String) async throws {
    try await withScratch { scratch in
      let defaults = try ContainerdDump(of: scratch.file("empty.toml", "version = 2\n"))
      try Compiler().build(scratch.file("profile.yaml", Self.profile(release)), to: scratch("out")).required()
      let dump = try ContainerdDump(of: scratch("out/config.toml"))
      for (table, key, value) in [
        (ContainerdDump.Table.cni, "bin_dir", #""/usr/libexec/cni""#),
        (ContainerdDump.Table.cni, "conf_dir", #""/srv/cni/net.d""#),
        (ContainerdDump.Table.cni, "max_conf_num", "3"),
        (ContainerdDump.Table.cri, "sandbox_image", #""registry.example/pause:\"odd\" 1.0""#),
        (ContainerdDump.Table.cri, "enable_tls_streaming", "true"),
        (ContainerdDump.Table.runcOptions, "SystemdCgroup", "true"),
        (ContainerdDump.Table.root, "oom_score", "-999"),
      ] {
        #expect(dump[table, key] == value, "\(key)")
        // Otherwise a config that containerd ignores would pass.
        #expect(defaults[table, key] != value, "\(key) has this value without any config")
      }
    }
  }

  private static func profile(_ release: String) -> String {
    #"""
    apiVersion: cnigen/v1
    kind: Profile
    name: unusual
    target: {containerd: \#(release), plugins: 1.1.1}
    network:
      bridge: {name: cni0, gateway: true, masquerade: true}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}
    containerd:
      binDirs: [/usr/libexec/cni]
      confDir: /srv/cni/net.d
      maxConfNum: 3
      extra:
        oom_score: -999
        plugins:
          io.containerd.grpc.v1.cri:
            sandbox_image: 'registry.example/pause:"odd" 1.0'
            enable_tls_streaming: true
            containerd:
              runtimes:
                runc:
                  runtime_type: io.containerd.runc.v2
                  options: {SystemdCgroup: true}

    """#
  }
}

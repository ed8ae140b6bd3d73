import Catalogue
import NetworkTypes
import ProfileLanguage
import Testing

/// The containerd config of every release.
@Suite struct ContainerdTests {
  private static let releases = Catalogue.containerdLines.flatMap(\.releases).map(\.version)

  private func config(_ release: Version, _ section: String = "{}") -> Compiled {
    Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: demo
      target: {containerd: \(release), plugins: 1.1.1}
      network:
        bridge: {name: b, gateway: true}
        addresses: {ranges: [10.1.0.0/24], routes: [default]}
      containerd: \(section)
      """)
  }

  /// The schema, table and key that the measured minimal configs have for each release.
  @Test(arguments: releases) func everyReleaseGetsItsOwnForm(_ release: Version) throws {
    let text = try #require(config(release, "{binDirs: [/usr/lib/cni], maxConfNum: 3}").text("config.toml"))
    let schema =
      release < "2.0.0" ? 2 : release < "2.3.0" ? 3 : release.preRelease.isEmpty || release.line == "2.4" ? 4 : 3
    let table = schema == 2 ? "io.containerd.grpc.v1.cri" : "io.containerd.cri.v1.runtime"
    let folders = release < "2.1.0" ? "bin_dir = \"/usr/lib/cni\"" : "bin_dirs = [\"/usr/lib/cni\"]"
    #expect(
      text == """
        version = \(schema)

        [plugins."\(table)".cni]
          \(folders)
          conf_dir = "/etc/cni/net.d"
          max_conf_num = 3

        """)
  }

  @Test(arguments: releases) func newerSettingsAreRefused(_ release: Version) {
    let settings: [(String, Version)] = [
      ("setupSerially: true", "1.7.0"), ("ipPreference: ipv6", "1.6.0"), ("internalLoopback: true", "2.0.0"),
    ]
    for (setting, since) in settings {
      let errors = config(release, "{\(setting)}").errors
      #expect(errors == (release < since ? ["containerd-key-too-new"] : []), "\(setting) on \(release)")
    }
  }

  @Test(arguments: releases) func severalFoldersNeedAListKey(_ release: Version) {
    let errors = config(release, "{binDirs: [/opt/cni/bin, /usr/lib/cni]}").errors
    #expect(errors == (release < "2.1.0" ? ["bin-dirs-too-many"] : []))
  }

  @Test(arguments: releases) func dropInsAreRefusedWhereTheyWipe(_ release: Version) {
    let compiled = config(release, "{dropIn: 50-cni.toml}")
    #expect(compiled.errors == (release < "2.0.0" ? ["dropin-replaces-cri"] : []))
    if release >= "2.0.0" { #expect(compiled.text("50-cni.toml") != nil && compiled.text("config.toml") == nil) }
  }

  @Test func noneIsWrittenWhereNoneIsWanted() {
    #expect(config("1.6.20", "false").text("config.toml") == nil)
  }
}

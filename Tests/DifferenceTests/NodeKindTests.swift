import Difference
import NetworkTypes
import Testing

/// Kinds of change that concern a node's files together.
@Suite struct NodeKindTests {
  static let kinds = [
    "network-added", "network-removed", "networks-reordered", "network-file-renamed", "containerd-config-file-changed",
    "plugin-folders-changed", "network-folder-changed", "network-count-changed", "conf-template-changed",
    "ip-preference-changed", "internal-loopback-changed", "setup-serially-changed", "config-schema-changed",
    "containerd-setting-changed", "output-added", "output-removed", "output-changed", "kubernetes-changed",
    "rendered-network-stays",
  ]

  private static let chain = Chain.of(Chain.bridge())
  private static let pods = ("10-pods.conflist", chain)
  private static let storage = (
    "20-storage.conflist", ComparedNodes.list(Chain.of(Chain.plugin("macvlan")), name: "storage")
  )

  private static func config(_ settings: String, schema: Int = 3, extra: String = "") -> (String, String) {
    let table = schema == 3 ? "io.containerd.cri.v1.runtime" : "io.containerd.grpc.v1.cri"
    return ("config.toml", "version = \(schema)\n[plugins.'\(table)'.cni]\n\(settings)\n\(extra)")
  }

  @Test func networksComeAndGo() throws {
    let both = Self.config("max_conf_num = 2")
    #expect(try ComparedNodes([Self.pods, both], [Self.pods, Self.storage, both]).told == ["network-added new-pods"])
    #expect(try ComparedNodes([Self.pods, Self.storage, both], [Self.pods, both]).told == ["network-removed drain"])
    // Behind the only file that containerd takes nothing happens.
    #expect(try ComparedNodes([Self.pods], [Self.pods, Self.storage]).told == ["network-added no-effect"])
    #expect(try ComparedNodes([Self.pods, Self.storage], [Self.pods]).told == ["network-removed no-effect"])
    let wider = (Self.storage.0, Self.storage.1.replacing(#""macvlan""#, with: #""macvlan", "mtu": 9000"#))
    #expect(try ComparedNodes([Self.pods, Self.storage], [Self.pods, wider]).told == ["mtu-changed no-effect"])
    #expect(
      try ComparedNodes([Self.pods, Self.storage, both], [Self.pods, wider, both]).told == ["mtu-changed new-pods"])
  }

  @Test func theFirstFileWins() throws {
    let earlier = ("05-storage.conflist", Self.storage.1)
    #expect(
      try ComparedNodes([Self.pods, Self.storage], [Self.pods, earlier]).told == [
        "networks-reordered drain", "network-file-renamed no-effect",
      ])
    let last = ("30-storage.conflist", Self.storage.1)
    #expect(
      try ComparedNodes([Self.pods, Self.storage], [Self.pods, last]).told == ["network-file-renamed no-effect"])
    #expect(
      try ComparedNodes([Self.pods, Self.storage], [earlier]).told == [
        "network-removed drain", "networks-reordered drain", "network-file-renamed no-effect",
      ])
  }

  private func settings(
    _ old: String, _ new: String, extra: (String, String) = ("", "")
  ) throws -> [String] {
    try ComparedNodes(
      [Self.pods, Self.config(old, extra: extra.0)], [Self.pods, Self.config(new, extra: extra.1)]
    ).told
  }

  @Test func settingsOfContainerd() throws {
    #expect(try settings("", #"bin_dirs = ["/usr/lib/cni"]"#) == ["plugin-folders-changed restart-containerd"])
    #expect(try settings("", #"conf_dir = "/srv/net.d""#) == ["network-folder-changed restart-containerd"])
    #expect(try settings("", "max_conf_num = 3") == ["network-count-changed restart-containerd"])
    #expect(try settings("", #"conf_template = "/srv/t""#) == ["conf-template-changed restart-containerd"])
    #expect(try settings("", #"ip_pref = "ipv6""#) == ["ip-preference-changed restart-containerd"])
    #expect(try settings("", "use_internal_loopback = true") == ["internal-loopback-changed restart-containerd"])
    #expect(try settings("", "setup_serially = true") == ["setup-serially-changed restart-containerd"])
    #expect(
      try settings("", "", extra: ("", "[debug]\nlevel = 'debug'\n")) == [
        "containerd-setting-changed restart-containerd"
      ])
  }

  /// Defaults written out, one folder as a list, and another schema are no change.
  @Test func settingsThatMeanTheSame() throws {
    #expect(try settings("", "max_conf_num = 1\nconf_dir = '/etc/cni/net.d'\nbin_dirs = ['/opt/cni/bin']") == [])
    #expect(try settings("bin_dir = '/opt/cni/bin'", "bin_dirs = ['/opt/cni/bin']") == [])
    let older = Self.config("bin_dir = '/usr/lib/cni'", schema: 2)
    let newer = Self.config("bin_dirs = ['/usr/lib/cni']")
    #expect(try ComparedNodes([Self.pods, older], [Self.pods, newer]).told == ["config-schema-changed no-effect"])
  }

  @Test func configsComeAndGo() throws {
    let config = Self.config("")
    let kind = "containerd-config-file-changed restart-containerd"
    #expect(try ComparedNodes([Self.pods], [Self.pods, config]).told == [kind])
    #expect(try ComparedNodes([Self.pods, config], [Self.pods]).told == [kind])
    #expect(try ComparedNodes([Self.pods, config], [Self.pods, ("90-cni.toml", config.1)]).told == [kind])
    // A folder of networks says nothing of containerd.
    #expect(try ComparedNodes([Self.pods], [Self.pods, config], isWhole: false).told == [])
  }

  @Test func outputs() throws {
    let file = ("user-data", "#cloud-config\n")
    #expect(try ComparedNodes([Self.pods], [Self.pods, file]).told == ["output-added no-effect"])
    #expect(try ComparedNodes([Self.pods, file], [Self.pods]).told == ["output-removed no-effect"])
    #expect(
      try ComparedNodes([Self.pods, file], [Self.pods, ("user-data", "#cloud-config\na: 1\n")]).told == [
        "output-changed no-effect"
      ])
  }

  @Test func kubernetes() throws {
    let files = [Self.pods]
    let run = try ComparedNodes(files, files, from: .init(kubernetes: "1.31"), to: .init(kubernetes: "1.32"))
    #expect(run.told == ["kubernetes-changed no-effect"])
  }

  /// A side that states no releases takes those of the other.
  @Test func releasesOfOneSide() throws {
    let files = [Self.pods]
    let unstated = ComparedNodes.Releases(isStated: false)
    #expect(try ComparedNodes(files, files, from: unstated, to: .init(plugins: "1.1.1")).told == [])
    let isolated = [("10-pods.conflist", Chain.of(Chain.bridge(#""portIsolation": true"#)))]
    #expect(
      try ComparedNodes(files, isolated, from: unstated, to: .init(plugins: "1.1.1")).told == ["key-ignored no-effect"])
    #expect(
      try ComparedNodes(files, isolated, from: .init(plugins: "1.1.1"), to: unstated).told == ["key-ignored no-effect"])
  }

  /// A folder of networks says nothing of containerd; how many of its files count the other side tells.
  @Test func aFolderBesideAConfig() throws {
    let both = Self.config("max_conf_num = 2")
    let wider = (Self.storage.0, Self.storage.1.replacing(#""macvlan""#, with: #""macvlan", "mtu": 9000"#))
    let run = try ComparedNodes(
      [Self.pods, Self.storage], [Self.pods, wider, both], isWhole: false)
    #expect(run.told == ["mtu-changed new-pods"])
  }

  /// Without a VLAN the default of preserveDefaultVlan does nothing, however it moves.
  @Test func defaultsThatMoveForNobody() throws {
    for (old, new) in [("1.2.0", "1.3.0"), ("1.7.1", "1.8.0")] {
      let files = [Self.pods]
      let run = try ComparedNodes(
        files, files, from: .init(plugins: Version(old) ?? "0.0"), to: .init(plugins: Version(new) ?? "0.0"))
      #expect(run.changes.allSatisfy { $0.kind.contains("plugin") }, "\(run.told)")
    }
  }

  /// What a template renders to is compared, and that it is rendered once is told.
  @Test func templates() throws {
    let template = { (mtu: Int) in
      (
        "pods.template",
        ComparedNodes.list(
          "[{\"type\": \"bridge\", \"mtu\": \(mtu), \"ipam\": {\"type\": \"host-local\", \"ranges\": "
            + "[{{range $i, $r := .PodCIDRRanges}}{{if $i}}, {{end}}[{\"subnet\": \"{{$r}}\"}]{{end}}]}}]")
      )
    }
    #expect(try ComparedNodes([template(1400)], [template(1400)]).told == [])
    #expect(
      try ComparedNodes([template(1400)], [template(1450)]).told == [
        "rendered-network-stays new-pods", "mtu-changed new-pods",
      ])
  }

  /// Key order, white space, the spelling of numbers and of names, and the old form of a single range say nothing.
  @Test func textThatMeansTheSame() throws {
    let one = """
      [{"type": "bridge", "bridge": "cni0", "mtu": 1500, "isGateway": true,
        "ipam": {"type": "host-local", "subnet": "10.1.0.0/24", "routes": [{"dst": "10.0.0.0/8"}, {"dst": "0.0.0.0/0"}]}}]
      """
    let other = """
      [ {"ipam": {"routes": [{"dst": "0.0.0.0/0"}, {"dst": "10.0.0.0/8"}], "ranges": [[{"subnet": "10.1.0.0/24"}]],
        "type": "host-local"}, "isgateway": true, "mtu": 1.5e3, "bridge": "cni0", "type": "bridge"} ]
      """
    #expect(try ComparedNodes(one, other).told == [])
  }
}

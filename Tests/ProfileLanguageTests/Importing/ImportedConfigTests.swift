import Diagnostics
import TestSupport
import Testing

/// Configs of containerd that become a section of a profile and a config again.
@Suite struct ImportedConfigTests {
  /// A config and the release that reads it.
  struct Config: Sendable, CustomTestStringConvertible {
    let about: String
    let containerd: String
    let text: String
    /// What may differ, as `kind pointer`.
    var differences: [String] = []
    var name = "config.toml"
    /// What the profile has to say.
    var lines: [String] = []

    var testDescription: String { about }
  }

  static let configs = [
    Config(
      about: "schema 1, in whole", containerd: "1.5.18",
      text: """
        version = 1
        root = "/var/lib/containerd"

        [plugins.cri]
        sandbox_image = "pause:3.6"
        [plugins.cri.cni]
        bin_dir = "/usr/lib/cni"
        conf_dir = "/etc/cni/net.d"
        """, lines: ["  schema: 1", "  binDirs: [/usr/lib/cni]"]),
    Config(
      about: "schema 2, the release's own", containerd: "1.6.20",
      text: """
        version = 2
        oom_score = -999
        imports = ["/etc/containerd/runtime.toml"]

        [grpc]
        address = "/run/containerd/containerd.sock"
        uid = 0

        [plugins]
        [plugins."io.containerd.grpc.v1.cri"]
        sandbox_image = "registry.k8s.io/pause:3.9"
        max_concurrent_downloads = 3
        [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "/opt/cni/bin"
        conf_dir = "/etc/cni/net.d"
        max_conf_num = 2
        conf_template = "/etc/cni/template"
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
        runtime_type = "io.containerd.runc.v2"
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = true
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
        endpoint = ["https://mirror.example", 'C:\\back "quoted"']

        [timeouts]
        "io.containerd.timeout.bolt.open" = "0s"
        """, lines: ["  maxConfNum: 2", "        cni: {conf_template: /etc/cni/template}"]),
    Config(
      about: "schema 2 for a release with a newer one", containerd: "2.0.4",
      text: """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "/opt/cni/bin"
        conf_dir = "/etc/cni/net.d"
        setup_serially = true
        ip_pref = "ipv6"
        use_internal_loopback = true
        """, lines: ["  schema: 2", "  setupSerially: true", "  ipPreference: ipv6", "  internalLoopback: true"]),
    Config(
      about: "schema 3 with a list of folders", containerd: "2.1.4",
      text: """
        version = 3
        [plugins.'io.containerd.cri.v1.runtime'.cni]
        bin_dirs = ["/opt/cni/bin", "/usr/lib/cni"]
        conf_dir = "/etc/cni/net.d"
        [plugins.'io.containerd.cri.v1.images'.pinned_images]
        sandbox = "registry.k8s.io/pause:3.10"
        """, lines: ["  binDirs: [/opt/cni/bin, /usr/lib/cni]"]),
    Config(
      about: "schema 3 with a single folder, where a list is the newer form", containerd: "2.1.4",
      text: """
        version = 3
        [plugins.'io.containerd.cri.v1.runtime'.cni]
        bin_dir = "/opt/cni/bin"
        conf_dir = "/etc/cni/net.d"
        """,
      differences: [
        "lost /plugins/io.containerd.cri.v1.runtime/cni/bin_dir",
        "added /plugins/io.containerd.cri.v1.runtime/cni/bin_dirs",
      ]),
    Config(
      about: "no folders, which the build writes out", containerd: "1.7.20",
      text: """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".cni]
        max_conf_num = 0
        """,
      differences: [
        "added /plugins/io.containerd.grpc.v1.cri/cni/bin_dir", "added /plugins/io.containerd.grpc.v1.cri/cni/conf_dir",
      ]),
    Config(
      about: "all that TOML has", containerd: "1.6.20",
      text: """
        version = 2 # the schema
        # a comment of its own
        a = 0x1F
        b = +1_000
        c = 6.5e-3
        d = true
        "e f" = "# no comment"
        g = [[1, 2], ["x"]]
        h = { i = 1, "j.k" = "l" }
        m = ""
        [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "/opt/cni/bin"
        conf_dir = "/etc/cni/net.d"
        [[n.o]]
        p = 1
        [[n.o]]
        q = "two\\nlines"
        [empty]
        """, lines: ["# 2 comments of config.toml had no place here"]),
    Config(
      about: "what YAML has no value for", containerd: "1.6.20",
      text: """
        version = 2
        born = 1979-05-27T07:32:00Z
        endless = inf
        [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "/opt/cni/bin"
        conf_dir = "/etc/cni/net.d"
        """, differences: ["changed /born", "changed /endless"]),
    Config(
      about: "a drop-in", containerd: "2.1.4",
      text: """
        version = 3
        [plugins.'io.containerd.cri.v1.runtime'.cni]
        bin_dirs = ["/opt/cni/bin"]
        conf_dir = "/etc/cni/net.d"
        """, name: "/etc/containerd/conf.d/10-cni.toml", lines: ["  dropIn: 10-cni.toml"]),
    Config(
      about: "no CNI table at all", containerd: "1.6.20",
      text: """
        version = 2
        [debug]
        level = "info"
        """, differences: ["added /plugins"], lines: ["    debug: {level: info}"]),
  ]

  @Test(arguments: configs) func comesBack(_ config: Config) async throws {
    let list = """
      {"cniVersion": "0.4.0", "name": "net", "plugins": [{"type": "loopback"}]}
      """
    let circle = try Circle(
      [(config.name, config.text), ("10-net.conflist", list)], plugins: nil, containerd: config.containerd)
    #expect(!circle.building.hasErrors, "\(circle.building.diagnostics)\n\(circle.profile)")
    let lines = circle.profile.split(separator: "\n").map(String.init)
    for line in config.lines { #expect(lines.contains(line), "no line \(line) in\n\(circle.profile)") }
    let base = config.name.split(separator: "/").last.map(String.init) ?? ""
    let made = try #require(circle.built.first { $0.name == base }, "\(circle.built.map(\.name))")
    let verdict = try await Comparison.run([
      Comparison.Case(name: base, form: "toml", before: config.text, after: made.text, profile: circle.profile)
    ])
    #expect(verdict[0].trouble.isEmpty, "\(verdict[0])")
    #expect(
      Set(verdict[0].differences.map(\.description)) == Set(config.differences), "\(circle.profile)\n\(made.text)")
    for difference in verdict[0].differences {
      let said = circle.said.filter { $0.rule.hasPrefix("import-") && $0.message.hasPrefix(difference.key) }
      #expect(!said.isEmpty, "\(difference) is not said: \(circle.said)")
      #expect(circle.profile.contains(difference.key), "\(circle.profile)")
    }
  }

  /// A second config has no place in a profile.
  @Test func oneConfigAlone() throws {
    let config = Self.configs[1].text
    let circle = try Circle([("a.toml", config), ("b.toml", config)], plugins: nil, containerd: "1.6.20")
    #expect(circle.said.map(\.message).contains { $0.hasPrefix("b.toml is left out") })
    #expect(circle.profile.contains("A profile needs a network"))
    #expect(circle.said.contains { $0.rule == "import-not-buildable" })
  }
}

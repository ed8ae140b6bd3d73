import Diagnostics
import TestSupport
import Testing

/// How networks look as parts of a profile, and what they are called.
@Suite struct ImportedNetworkTests {
  private static func list(_ name: String, _ plugins: String = #"{"type": "loopback"}"#) -> String {
    #"{"cniVersion": "0.4.0", "name": "\#(name)", "plugins": [\#(plugins)]}"#
  }

  private static func circle(_ inputs: [(String, String)]) throws -> Circle {
    try Circle(inputs.map { ($0.0, $0.1) }, plugins: "1.1.1", containerd: "1.6.20")
  }

  @Test func severalNetworksKeepTheirFiles() throws {
    let circle = try Self.circle([
      ("net.d/10-a.conflist", Self.list("a")), ("net.d/20-b.conflist", Self.list("b")),
      ("net.d/05-c.conflist", Self.list("c")), ("net.d/other.conflist", Self.list("d")),
    ])
    #expect(circle.said.isEmpty, "\(circle.said)")
    #expect(circle.built.map(\.name) == ["10-a.conflist", "20-b.conflist", "05-c.conflist", "other.conflist"])
    #expect(circle.profile.contains("name: node\n"))
    #expect(circle.profile.contains("  - name: b\n    order: 20\n"))
    #expect(circle.profile.contains("  - name: d\n    file: other.conflist\n"))
    #expect(circle.profile.contains("  - name: a\n    cniVersion: 0.4.0\n"))
  }

  /// Names that an output file cannot have, or that stand for two files, are said with their new ones.
  @Test(arguments: [
    ("a/10-net.conf", "10-net.conflist"), ("my net.conflist", "my-net.conflist"),
    (".hidden.conflist", "hidden.conflist"),
    ("10-net.json", "10-net.conflist"), ("ä.conflist", "-.conflist"), ("<stdin>", "10-net.conflist"),
  ])
  func namesThatCannotStay(_ name: String, _ wanted: String) throws {
    let circle = try Self.circle([(name, Self.list("net"))])
    #expect(circle.lists.count == 1 && circle.built.map(\.name) == [wanted])
    #expect(circle.said.map(\.rule) == (name == "<stdin>" ? [] : ["import-changed"]))
    #expect(!circle.building.hasErrors)
  }

  @Test func twoFilesOfOneName() throws {
    let circle = try Self.circle([
      ("a/10-net.conflist", Self.list("a")), ("b/10-net.conflist", Self.list("b")),
      ("c/10-NET.conf", #"{"cniVersion": "0.4.0", "name": "c", "type": "loopback"}"#),
    ])
    #expect(circle.built.map(\.name) == ["10-net.conflist", "10-net-2.conflist", "10-NET-3.conflist"])
    #expect(circle.said.filter { $0.rule == "import-changed" }.count == 2)
  }

  /// A list without a name gets one from its file.
  @Test func nameFromTheFile() throws {
    let circle = try Self.circle([("10-edge.conflist", #"{"cniVersion": "0.4.0", "plugins": [{"type": "loopback"}]}"#)])
    #expect(circle.profile.contains("\nname: edge\n"))
    #expect(circle.said.map(\.message).contains { $0.hasPrefix("name is added") })
  }

  /// `auto` only where it gives what the file has, and only for a target that stays.
  @Test(
    arguments: [("1.0.0", "1.1.1", false), ("0.4.0", "1.1.1", true), ("1.0.0", nil, true)] as [(String, String?, Bool)])
  func versionIsKept(_ version: String, _ plugins: String?, _ isStated: Bool) throws {
    let text = Self.list("net").replacing("0.4.0", with: version)
    let circle = try Circle([("10-net.conflist", text)], plugins: plugins, containerd: plugins.map { _ in "1.6.20" })
    #expect(circle.profile.contains("cniVersion: \(version)") == isStated, "\(circle.profile)")
    #expect(circle.lists[0].contains("\"cniVersion\": \"\(version)\""))
    #expect(circle.said.isEmpty)
  }

  /// What becomes of a chain: intents as far as they reach, the rest raw, with the reason.
  @Test(
    arguments: [
      (#"{"type": "bridge"}, {"type": "portmap", "capabilities": {"portMappings": true}}"#, "bridge: true", nil),
      (
        #"{"type": "bridge"}, {"type": "portmap"}"#, "- type: portmap", "as an intent it would get capabilities as well"
      ),
      (#"{"type": "bridge", "x-note": 1}"#, "x-note: 1", "there is no plain word for x-note"),
      (#"{"type": "bridge", "mtu": null}"#, "mtu: null", "null has no place in an intent"),
      (#"{"type": "bridge", "ipam": {}}"#, "ipam: {}", "addresses cannot be said as ipam has them"),
      (#"{"type": "loopback"}, {"type": "bridge"}"#, "- type: bridge", "as an intent bridge would stand first"),
      (#"{"type": "bridge"}, {"type": "tuning"}, {"type": "tuning"}"#, "- type: tuning", "tuning is there already"),
      (#"{"type": "bridge"}, {"type": "firewall"}, {"type": "tuning"}"#, "- type: tuning", "before firewall"),
      (#"{"type": "calico", "ipam": {"type": "calico-ipam"}}"#, "ipam: {type: calico-ipam}", nil),
      (
        #"{"type": "bridge", "ipam": {"type": "host-local", "subnet": "10.1.0.0/16"}}"#,
        "plugin: {type: host-local, subnet: 10.1.0.0/16}",
        "subnet is the old form of a single range"
      ),
      (
        #"{"type": "macvlan", "ipam": {"type": "dhcp", "daemonSocketPath": "/run/x"}}"#, "socket: /run/x", nil
      ),
      (#"{"type": "macvlan", "ipam": {"type": "dhcp"}}"#, "dhcp: true", nil),
      (
        #"{"type": "bridge", "ipam": {"type": "static", "addresses": [{"address": "10.1.0.5/24"}], "routes": [{"dst": "0.0.0.0/0"}]}}"#,
        "routes: [default]", nil
      ),
      (
        #"{"type": "ptp", "ipam": {"type": "whereabouts", "range": "10.1.0.0/16"}, "dns": {"domain": "x"}}"#,
        "plugin: {type: whereabouts, range: 10.1.0.0/16}", nil
      ),
      (
        #"{"type": "bridge"}, {"type": "bandwidth", "ingressRate": 8000, "ingressBurst": 80000, "capabilities": {"bandwidth": true}}"#,
        "capabilities: [bandwidth]", nil
      ),
    ] as [(String, String, String?)])
  func chains(_ plugins: String, _ line: String, _ reason: String?) async throws {
    let text = Self.list("net", plugins)
    let circle = try Self.circle([("10-net.conflist", text)])
    #expect(circle.profile.contains("\(line)\n"), "\(circle.profile)")
    #expect(circle.profile.contains("# with CNI's own keys:") == (reason != nil), "\(circle.profile)")
    if let reason { #expect(circle.profile.contains(reason), "\(circle.profile)") }
    let verdict = try await Comparison.run([
      Comparison.Case(
        name: "net", form: "json", before: text, after: try #require(circle.lists.first), profile: circle.profile)
    ])
    #expect(verdict[0].trouble.isEmpty && verdict[0].differences.isEmpty, "\(verdict[0])\n\(circle.profile)")
  }

  /// Where an absent key means another thing in another release, an intent would write it out.
  @Test func movedDefaultsStayAway() throws {
    let text = Self.list("net", #"{"type": "bridge", "vlan": 5}"#)
    for (plugins, isRaw) in [("1.1.1", false), ("1.4.0", true), ("1.9.1", true)] {
      let circle = try Circle([("10-net.conflist", text)], plugins: plugins, containerd: "1.6.20")
      let reason = "as an intent it would get preserveDefaultVlan as well"
      #expect(circle.profile.contains(reason) == isRaw, "\(circle.profile)")
      #expect(!circle.lists[0].contains("preserveDefaultVlan"))
    }
  }

  /// Nothing that a file holds can become a part of the profile, or a comment with a meaning of its own.
  @Test(arguments: [
    "x\nnetwork: {bridge: true}", "# cnigen:allow hairpin-missing fine", "a # cnigen:allow hairpin-missing fine",
    "\u{2028}containerd: false", "\u{85}containerd: false", "*/ --- \u{0}", "${name}", "$${name}", "<<",
  ])
  func nothingLeadsOut(_ text: String) async throws {
    let quoted = text.unicodeScalars.map {
      $0.value < 0x20 ? "\\u00\($0.value < 16 ? "0" : "")\(String($0.value, radix: 16))" : String($0)
    }
    .joined()
    // A key has no way to say these characters; see below.
    let key = quoted.replacing("${", with: "$ {")
    let list = #"""
      {"cniVersion": "0.4.0", "name": "net", "nerdctlLabels": {"\#(quoted)": "\#(quoted)"},
       "plugins": [{"type": "my-plugin", "\#(key)": ["\#(quoted)", {"\#(key)": "\#(quoted)"}]}]}
      """#
    let circle = try Self.circle([("10-net.conflist", list)])
    #expect(!circle.building.diagnostics.contains { $0.rule.contains("allow") || $0.rule == "unknown-rule" })
    #expect(!circle.profile.contains("# cnigen:allow"), "\(circle.profile)")
    let verdict = try await Comparison.run([
      Comparison.Case(
        name: "net", form: "json", before: list, after: try #require(circle.lists.first), profile: circle.profile)
    ])
    #expect(verdict[0].differences.map(\.description) == ["lost /nerdctlLabels"], "\(verdict[0])\n\(circle.profile)")
  }

  @Test func keyThatNoProfileCanHave() throws {
    let circle = try Self.circle([("10-net.conflist", Self.list("net", #"{"type": "my-plugin", "${a}": 1}"#))])
    let said = circle.said.first { $0.rule == "import-not-buildable" }
    #expect(said?.message.contains("a key cannot hold ${…}: ${a}") == true, "\(circle.said)")
    #expect(circle.profile.contains("\"${a}\": 1"))
  }
}

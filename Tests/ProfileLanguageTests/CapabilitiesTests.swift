import CNIModel
import Catalogue
import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import Testing

/// What a Capabilities document makes of a target, and what stands above what.
@Suite struct CapabilitiesTests {
  /// A node with plugins of two releases, and one of others that is held back by its spec versions.
  private static let node = """
    apiVersion: cnigen/v1
    kind: Capabilities
    name: edge
    containerd: {version: 1.6.20}
    plugins:
      - {type: bridge, release: 1.1.1}
      - {type: host-local, release: 1.1.1}
      - {type: loopback, release: 0.9.1}
      - type: pooled
        release: 2.3.0
        cniVersions: [0.3.1, 0.4.0]
        role: ipam
        capabilities: [ips]
        keys:
          - {name: pool, type: cidr, required: true}
          - {name: newer, type: boolean, since: 2.4.0}
          - {name: gone, type: boolean, until: 2.2.9}
          - {name: mac, type: mac}
          - {name: link, type: interface}
          - {name: file, type: path}
          - {name: labels, type: map, of: string}
          - {name: peers, type: list, of: object, fields: [{name: via, type: address, required: true}]}
    """

  private static func profile(_ target: String, _ ipam: String = "pool: 10.1.0.0/24", _ more: String = "") -> String {
    """
    apiVersion: cnigen/v1
    kind: Profile
    name: demo
    target: \(target)
    network:
      bridge: {name: b}
      addresses: {plugin: {type: pooled, \(ipam)}}
    \(more)
    """
  }

  private static func compiled(_ target: String, _ ipam: String = "pool: 10.1.0.0/24", _ more: String = "") -> Compiled
  { Compiled(profile(target, ipam, more), beside: ["edge.yaml": node]) }

  private static func document(_ text: String) throws -> CapabilitiesDocument {
    var documents = MemoryDocuments(texts: [:])
    let id = documents.take(SourceFile(name: "given.yaml", bytes: Array(text.utf8)))
    var bag = DiagnosticBag()
    let tree = try #require(YAMLReader.read(id, Array(text.utf8), into: &bag))
    let document = CapabilitiesReader.read(tree, into: &bag)
    #expect(bag.diagnostics.map(\.message) == [])
    return try #require(document)
  }

  @Test func releasesAndVersionsAreThoseOfTheNode() throws {
    let run = Self.compiled("{capabilities: edge.yaml}")
    #expect(run.bag.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    let target = try #require(run.targets.first?.target)
    #expect(target.containerd.version == "1.6.20")
    #expect(target.plugins.version == "1.1.1")
    #expect(target.release(of: "loopback").version == "0.9.1")
    #expect(target.specVersions(of: "pooled") == ["0.3.1", "0.4.0"])
    #expect(!target.isAssumed)
    #expect(try #require(run.text("10-demo.conflist")).contains(#""cniVersion": "0.4.0""#))
  }

  /// Places of the target lie in the document, so that notes lead there.
  @Test func placesLieInTheDocument() throws {
    let run = Self.compiled("{capabilities: edge.yaml}")
    let places = try #require(run.targets.first?.target.places)
    let text = { (range: SourceRange?) in range.map { run.files[$0.file].text($0) } }
    #expect(text(places.containerd) == "1.6.20")
    #expect(text(places.plugins) == "1.1.1")
    #expect(text(places.overrides["loopback"]) == "0.9.1")
    #expect(text(places.overrides["pooled"]) == "2.3.0")
    #expect(places.containerd.map { run.files[$0.file].name } == "edge.yaml")
  }

  @Test func theNearestStatementCounts() throws {
    let releases = { (run: Compiled) -> [String] in
      run.targets.first.map { ["\($0.target.containerd.version)", "\($0.target.plugins.version)"] } ?? []
    }
    let text = Self.profile("{capabilities: edge.yaml}")
    #expect(releases(Self.compiled("{capabilities: edge.yaml, containerd: 1.7.34}")) == ["1.7.34", "1.1.1"])
    #expect(releases(Self.compiled("{capabilities: edge.yaml, plugins: 1.5.1}")) == ["1.6.20", "1.5.1"])
    let line = TargetOverrides(containerd: "2.1.4", plugins: "1.7.1")
    #expect(releases(Compiled(text, beside: ["edge.yaml": Self.node], overrides: line)) == ["2.1.4", "1.7.1"])

    // A document on the command line stands above all that the profile says, and below releases beside it.
    let other = try Self.document(
      Self.node.replacing("1.6.20", with: "1.7.34").replacing("release: 1.1.1", with: "release: 1.4.0"))
    let given = TargetOverrides(capabilities: other)
    let stated = Self.profile("{containerd: 1.5.18, plugins: 0.9.1}")
    #expect(releases(Compiled(stated, overrides: given)) == ["1.7.34", "1.4.0"])
    let both = TargetOverrides(plugins: "1.5.1", capabilities: other)
    #expect(releases(Compiled(stated, overrides: both)) == ["1.7.34", "1.5.1"])
  }

  @Test func whatIsNotListedIsNotThere() {
    let missing = { (run: Compiled) in run.bag.diagnostics.filter { $0.rule == "plugin-not-installed" }.map(\.message) }
    let portmap = "  portMappings: true"
    #expect(missing(Self.compiled("{capabilities: edge.yaml}", "pool: 10.1.0.0/24", portmap)).count == 1)
    // The user says that a release is to be there, or one plugin of it.
    #expect(missing(Self.compiled("{capabilities: edge.yaml, plugins: 1.1.1}", "pool: 10.1.0.0/24", portmap)) == [])
    #expect(
      missing(
        Self.compiled("{capabilities: edge.yaml, plugins: {portmap: 1.1.1}}", "pool: 10.1.0.0/24", portmap)) == [])
    // Plugins of others come with no release of the reference plugins.
    #expect(
      missing(
        Self.compiled("{capabilities: edge.yaml, plugins: 1.1.1}", "pool: 10.1.0.0/24", "  plugins: [{type: other}]"))
        == ["other does not lie on the node"])
  }

  @Test(arguments: [
    ("pool: 10.1.0.0", "malformed-value"), ("pool: 10.1.0.0/33", "malformed-value"),
    ("pol: 10.1.0.0/24", "unknown-key"),
    ("pool: [10.1.0.0/24]", "wrong-type"), ("newer: true", "key-too-new"), ("gone: true", "key-removed"),
    ("mac: 0:1", "malformed-value"), ("link: name-of-16-bytes", "malformed-value"), ("file: etc/x", "malformed-value"),
    ("labels: {a: 1}", "wrong-type"), ("peers: [{via: 10.1.0.300}]", "malformed-value"),
    ("peers: [{}]", "required-key-missing"), ("peers: [{vai: 10.1.0.1}]", "unknown-key"),
    ("peers: [x]", "wrong-type"), ("{}", "required-key-missing"),
  ]) func describedKeysAreChecked(_ keys: String, _ rule: String) {
    let ipam = keys.hasPrefix("po") ? keys : keys == "{}" ? "x-note: 1" : "pool: 10.1.0.0/24, \(keys)"
    let errors = Self.compiled("{capabilities: edge.yaml}", ipam).bag.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.rule).contains(rule))
  }

  @Test func soundKeysOfEveryTypePass() {
    let ipam = """
      pool: 10.1.0.0/24, mac: "02:00:00:00:00:01", link: eth0, file: /etc/x, labels: {a: b}, peers: [{via: 10.1.0.1}]
      """
    let run = Self.compiled("{capabilities: edge.yaml}", ipam)
    #expect(run.bag.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
  }

  /// Nobody says what an undescribed plugin takes, so it is left alone.
  @Test func anUndescribedPluginPasses() {
    let node = Self.node + "\n  - {type: meter, cniVersions: [0.4.0]}"
    let text = Self.profile("{capabilities: edge.yaml}", "pool: 10.1.0.0/24", "  plugins: [{type: meter, any: thing}]")
    let run = Compiled(text, beside: ["edge.yaml": node])
    #expect(run.bag.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    #expect(run.bag.diagnostics.map(\.rule).contains("third-party-plugin"))
  }

  /// A described interface plugin that does not say what it does with `ipam` may put words of its own into it.
  @Test(arguments: [("", false), ("ipam: optional, ", true)])
  func ipamIsJudgedWhereItIsHandedOn(_ use: String, _ isJudged: Bool) {
    let node = Self.node + "\n  - {type: calico, role: interface, \(use)keys: [{name: mtu, type: integer}]}"
    let run = Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: demo
      target: {capabilities: edge.yaml}
      network:
        plugins: [{type: calico, mtu: 1450, ipam: {type: host-local, subnet: usePodCidr}}]
      """, beside: ["edge.yaml": node])
    #expect(run.bag.hasErrors == isJudged)
  }

  @Test func oneDocumentServesSeveralTargets() {
    let run = Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: demo
      targets:
        - {name: now, capabilities: edge.yaml}
        - {name: soon, capabilities: edge.yaml, plugins: 1.9.1}
        - {name: bare, containerd: 2.1.4, plugins: 1.7.1}
      network:
        bridge: {name: b}
        addresses: {ranges: [10.1.0.0/24]}
      """, beside: ["edge.yaml": Self.node])
    #expect(!run.bag.hasErrors)
    let places = run.targets.compactMap { $0.target.capabilities?.place }
    #expect(places.count == 2 && places[0] == places[1])
    #expect(run.targets.map { "\($0.target.plugins.version)" } == ["1.1.1", "1.9.1", "1.7.1"])
    #expect(run.targets.map { $0.target.capabilities == nil } == [false, false, true])
  }

  /// A document that cannot be relied on judges nobody.
  @Test func aFaultyDocumentGivesNoTarget() {
    let run = Compiled(Self.profile("{capabilities: edge.yaml}"), beside: ["edge.yaml": Self.node + "\n  - {typ: x}"])
    #expect(run.targets.isEmpty)
    #expect(Set(run.bag.diagnostics.map(\.rule)) == ["unknown-key", "missing-key"])
  }

  /// flannel left the reference plugins, and has releases and keys of its own since.
  @Test func flannelHasReleasesOfItsOwn() throws {
    let node =
      Self.node + "\n  - {type: flannel, release: 1.7.1, role: interface, keys: [{name: delegate, type: object}]}"
    let target = try #require(
      Compiled(Self.profile("{capabilities: edge.yaml}"), beside: ["edge.yaml": node]).targets.first?.target)
    #expect(target.plugins.version == "1.1.1")
    #expect(target.facts(of: "flannel")?.isReference == false)
    #expect(target.facts(of: "flannel")?.keys.map(\.name).contains("delegate") == true)
  }
}

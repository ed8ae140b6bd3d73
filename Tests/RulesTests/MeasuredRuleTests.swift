import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax
import Testing

@testable import Rules

/// The rules that judge by a measured node, with their own examples.
@Suite struct MeasuredRuleTests {
  /// A place in another file than the network's.
  private static let place: SourceRange = {
    var files = SourceFiles()
    _ = files.add(SourceFile(name: "net.conflist", bytes: []))
    return SourceRange(file: files.add(SourceFile(name: "node.yaml", bytes: [0x20])), start: 0, end: 1)
  }()

  /// A node with bridge, a described plugin, and one that did not answer.
  private static let node = NodeCapabilities(
    plugins: [
      measured("bridge"), measured("host-local"),
      MeasuredPlugin(
        type: Located("some-broken-plugin", at: place), specVersions: nil, fault: Located("it crashed", at: place)),
      measured(
        "some-ipam",
        PluginFacts(
          "some-ipam", of: "some-ipam", .unstated, .always, "",
          keys: [
            KeyFacts("leaseMinutes", .integer, .always, minimum: 0, ""), KeyFacts("pool", .cidr, .always, ""),
            KeyFacts("least", .integer, .always, minimum: 2, maximum: 3, ""),
            KeyFacts("pools", .map(.list(.addressWithPrefix)), .always, ""),
          ])),
    ], at: place)

  private static func measured(_ type: String, _ facts: PluginFacts? = nil) -> MeasuredPlugin {
    MeasuredPlugin(type: Located(type, at: place), specVersions: nil, facts: facts)
  }

  private static func findings(
    _ plugin: String, on node: NodeCapabilities? = node, containerd: Version = "1.7.34", internalLoopback: Bool = false,
    binDirs: [Located<String>] = []
  ) throws -> [Diagnostic] {
    let text = Array(#"{"cniVersion": "1.0.0", "name": "n", "plugins": [\#(plugin)]}"#.utf8)
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let id = files.add(SourceFile(name: "net.conflist", bytes: text))
    let tree = try #require(JSONReader.read(id, text, into: &bag))
    let target = Target(
      containerd: try #require(Catalogue.containerdRelease(containerd)),
      plugins: try #require(Catalogue.pluginRelease("1.5.1")), capabilities: node)
    let list = NetworkList(Value(json: tree), fileName: "net.conflist", on: node)
    Judge.judge([list], for: target, into: &bag)
    Judge.judgeNode(
      NodeSubject([list], for: target, hasInternalLoopback: internalLoopback, binDirs: binDirs), into: &bag)
    let ids = Rule.measuredRules.map(\.id)
    return bag.diagnostics.filter { ids.contains($0.rule) }
  }

  @Test(arguments: ["plugin-not-installed", "plugin-does-not-answer", "value-out-of-range", "malformed-value"])
  func theNodeTellsTheWrongExampleFromTheRightOne(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    let wrong = try Self.findings(rule.wrong).filter { $0.rule == id }
    #expect(wrong.map(\.severity) == [rule.severity])
    #expect(wrong.allSatisfy { $0.range != nil && $0.notes.contains { $0.range?.file == Self.place.file } })
    #expect(try !Self.findings(rule.right).map(\.rule).contains(id))
    #expect(try Self.findings(rule.wrong, on: nil).isEmpty, "without a document nobody knows")
  }

  @Test func loopbackIsMissedWhereContainerdRunsIt() throws {
    let rule = "loopback-not-installed"
    let missed = { (containerd: Version, isInternal: Bool) in
      try Self.findings(#"{"type": "bridge"}"#, containerd: containerd, internalLoopback: isInternal)
        .map(\.rule).contains(rule)
    }
    #expect(try missed("1.6.20", false))
    #expect(try missed("2.1.4", false))
    #expect(try !missed("2.1.4", true))
    let whole = NodeCapabilities(plugins: Self.node.plugins + [Self.measured("loopback")], at: Self.place)
    #expect(try !Self.findings(#"{"type": "bridge"}"#, on: whole).map(\.rule).contains(rule))
    // Another release of the reference plugins is to be there, and each ships loopback.
    #expect(
      try !Self.findings(#"{"type": "bridge"}"#, on: Self.node.replacingReferencePlugins()).map(\.rule).contains(rule))
  }

  @Test(arguments: [
    (["/opt/cni/bin"], true), (["/usr/lib/cni"], false), (["/usr/lib/cni/"], false),
    (["/opt/cni/bin", "/usr/lib/cni"], false), (["/usr/local/cni"], false), (["/usr/lib"], true), ([], false),
  ]) func pluginsLieWhereContainerdLooks(_ folders: [String], _ isMissed: Bool) throws {
    let plugin = MeasuredPlugin(
      type: Located("bridge", at: Self.place), specVersions: nil, path: Located("/usr/lib/cni/bridge", at: Self.place),
      shadowed: ["/usr/local/cni/bridge"])
    let node = NodeCapabilities(plugins: [plugin, Self.measured("loopback")], at: Self.place)
    let found = try Self.findings(
      #"{"type": "bridge"}"#, on: node, binDirs: folders.map { Located($0, at: Self.place) })
    #expect(found.map(\.rule).contains("plugin-outside-bin-dirs") == isMissed)
  }

  @Test(arguments: [(1, true), (2, false), (3, false), (4, true)])
  func bothLimitsAreIncluded(_ number: Int, _ isRefused: Bool) throws {
    let found = try Self.findings(#"{"type": "some-ipam", "least": \#(number)}"#)
    #expect(found.contains { $0.message == "least is \(number), and must be 2 to 3" } == isRefused)
  }

  @Test func textsAreFoundWhereverTheyLie() throws {
    let found = try Self.findings(#"{"type": "some-ipam", "pools": {"a": ["10.0.0.1/8", "x"], "b": ["10.0.0.1"]}}"#)
    #expect(found.filter { $0.rule == "malformed-value" }.count == 2)
  }

  @Test func thePluginsOfOneReleaseAreAllThere() throws {
    let later = Self.node.replacingReferencePlugins()
    #expect(!later.lacks("vrf") && later.lacks("calico") && !later.lacks("some-ipam"))
    #expect(Self.node.lacks("vrf") && !Self.node.lacks("bridge"))
  }
}

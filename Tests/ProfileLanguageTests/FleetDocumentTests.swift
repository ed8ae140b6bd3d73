import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import Testing

/// What a fleet's document is read to.
@Suite struct FleetDocumentTests {
  private static func read(_ text: String) throws -> (fleet: FleetSpec, bag: DiagnosticBag) {
    let text = "apiVersion: cnigen/v1\nkind: Fleet\nname: f\nprofile: p.yaml\n" + text
    var documents = MemoryDocuments(texts: [:])
    let id = documents.take(SourceFile(name: "fleet.yaml", bytes: Array(text.utf8)))
    var bag = DiagnosticBag()
    let tree = try #require(YAMLReader.read(id, Array(text.utf8), into: &bag))
    return (try #require(FleetReader.read(tree, from: &documents, into: &bag)), bag)
  }

  @Test func everySourceOfNodes() throws {
    let (fleet, bag) = try Self.read(
      """
      nodes:
        - edge-[1-3]
        - gpu-a1
        - {name: b, subnets: [10.1.0.0/24], labels: {topology.kubernetes.io/zone: z1, rack: 7}, pools: [x]}
        - from: nodes.csv
        - {from: "-"}
      """)
    #expect(bag.diagnostics.map(\.message) == [])
    let words = fleet.nodes.map { source in
      switch source {
      case .pattern(let pattern): "\(pattern.value.count)"
      case .nodes(let numbers):
        numbers.map { node in
          "\(fleet.list.names.text(node)) \(fleet.list.claims(of: node).map(\.subnet.description)) \(fleet.list.labels.of(node).map { "\($0.key)=\($0.value)" })"
        }.joined()
      case .inventory(let inventory): "\(inventory.path.value) \(inventory.form)"
      }
    }
    #expect(
      words == [
        "3", "1", #"b ["10.1.0.0/24"] ["topology.kubernetes.io/zone=z1", "rack=7"]"#, "nodes.csv csv", "- json",
      ])
  }

  @Test func aPoolTakesNamesAndLabelsTogether() throws {
    let (fleet, bag) = try Self.read(
      """
      nodes: [a]
      pools:
        - {name: one, match: {names: ["gpu-*", "tpu-?"]}}
        - {name: two, match: {names: ["*-1"], labels: {rack: r7, zone: z1}}, network: {bridge: {mtu: 9000}}, with: {a: b}}
      """)
    #expect(bag.diagnostics.map(\.message) == [])
    let takes = { (pool: Int, name: String, labels: [String: String]) in
      fleet.pools[pool].match?.takes(name: name.utf8) { labels[$0].map { Array($0.utf8)[...] } }
    }
    #expect(takes(0, "gpu-77", [:]) == true && takes(0, "tpu-1", [:]) == true && takes(0, "tpu-12", [:]) == false)
    #expect(takes(1, "x-1", ["rack": "r7", "zone": "z1"]) == true)
    #expect(takes(1, "x-1", ["rack": "r7"]) == false && takes(1, "x-2", ["rack": "r7", "zone": "z1"]) == false)
    #expect(fleet.pools[1].overlay.members.map(\.key) == ["network", "with"])
  }

  @Test(arguments: [
    ("10.0.0.0/8", true), ("fd00::/48", true), ("10.0.0.1/8", false), ("10.0.0.0", false), ("10.0.0.0/33", false),
    ("fd00::/129", false), ("x", false), ("", false),
  ]) func networksHaveNoHostBits(_ text: String, _ isGood: Bool) throws {
    let (fleet, bag) = try Self.read("nodes: [a]\nallocate: [{from: \"\(text)\", prefix: 24}]")
    #expect((fleet.blocks.first?.network != nil) == isGood)
    #expect(bag.diagnostics.map(\.rule) == (isGood ? [] : ["invalid-network"]))
  }

  @Test func whatIsLaidOverTheProfileIsMerged() throws {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let text = Array(
      "{targets: [{name: a}], network: {bridge: {name: b, mtu: 1}}, over: {target: {plugins: 1.1.1}, network: {bridge: {mtu: 2}}}}"
        .utf8)
    let tree = try #require(YAMLReader.read(files.add(SourceFile(name: "t", bytes: text)), text, into: &bag))
    var overlay = FleetSpec.Overlay()
    overlay.members = try #require(tree["over"]?.mapping)
    let laid = ProfileTree.laying(overlay, over: tree)
    #expect(laid["targets"] == nil && laid["target"]?["plugins"]?.scalar?.text == "1.1.1")
    #expect(laid["network"]?["bridge"]?["name"]?.scalar?.text == "b")
    #expect(laid["network"]?["bridge"]?["mtu"]?.scalar?.text == "2")
  }

  @Test(arguments: [
    ("ranges: ['${node.ipv4}']", true), ("ranges: '${node.subnets}'", true), ("name: '${node.name}'", false),
    ("name: $${node.ipv4}", false), ("a: [[{b: 'x ${node.ipv6}'}]]", true), ("a: '${'", false),
  ]) func aProfileSaysWhereSubnetsBelong(_ text: String, _ places: Bool) throws {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let bytes = Array(text.utf8)
    let tree = try #require(YAMLReader.read(files.add(SourceFile(name: "t", bytes: bytes)), bytes, into: &bag))
    #expect(ProfileTree.placesSubnets(tree) == places)
  }
}

import Diagnostics
import Fleet
import NetworkTypes
import ProfileLanguage
import Testing

@Suite struct InventoryTests {
  private struct Read {
    let nodes: NodeList
    let bag: DiagnosticBag
    let file: SourceFile

    var names: [String] { (0..<nodes.count).map { nodes.names.text($0) } }

    func subnets(_ node: Int) -> [String] { nodes.claims(of: node).map(\.subnet.description) }

    func texts(_ texts: NodeTexts, _ node: Int) -> [String] { texts.of(node).map { "\($0.key)=\($0.value)" } }

    /// Each finding as its line and message.
    var told: [String] {
      bag.sorted().map { finding in
        "\(finding.range.map { file.position(at: $0.start).line } ?? 0): \(finding.message)"
      }
    }
  }

  private func read(_ name: String, _ bytes: [UInt8]) -> Read {
    var files = SourceFiles()
    let file = SourceFile(name: name, bytes: bytes)
    let id = files.add(file)
    var bag = DiagnosticBag()
    let nodes =
      name.hasSuffix(".csv")
      ? CSVInventory.read(file, id, into: &bag) : KubernetesInventory.read(file, id, into: &bag)
    return Read(nodes: nodes, bag: bag, file: file)
  }

  private func csv(_ text: String) -> Read { read("nodes.csv", Array(text.utf8)) }

  private func json(_ text: String) -> Read { read("nodes.json", Array(text.utf8)) }

  /// What is left of a pipe whose kubectl has failed.
  @Test(arguments: ["", " \n\t\r\n"]) func nothingAtAll(_ text: String) {
    let found = json(text)
    #expect(found.told == ["1: there are no nodes here: the file is empty"] && found.names.isEmpty)
  }

  @Test func aTable() throws {
    let table = csv(
      """
      name,pool,subnets,labels.rack,params.mtu\r
      edge-1,gpu,"10.244.1.0/24 fd00:1::/64",r7,9000\r
      "edge-2",,10.244.2.0/24,"a ""b"", c",

      edge-3,a b,,,
      """)
    #expect(table.told.isEmpty)
    let nodes = table.nodes
    #expect(table.names == ["edge-1", "edge-2", "edge-3"])
    #expect(table.subnets(0) == ["10.244.1.0/24", "fd00:1::/64"])
    #expect(table.texts(nodes.labels, 0) == ["rack=r7"])
    #expect(table.texts(nodes.parameters, 0) == ["mtu=9000"])
    #expect(table.texts(nodes.labels, 1) == ["rack=a \"b\", c"])
    #expect(table.texts(nodes.pools, 2) == ["a=", "b="])
    #expect(table.file.text(nodes.place(1)) == "\"edge-2\"")
  }

  @Test func whatIsNoTable() {
    #expect(csv("").told == ["1: the table has no column name"])
    #expect(csv("pool\nx\n").told == ["1: the table has no column name"])
    #expect(csv("name,subnet\na,b\n").told == ["1: there is no column subnet"])
    #expect(csv("name,name\na,b\n").told == ["1: the column name stands twice"])
    #expect(csv("name,pool\na\n").told == ["2: this row has 1 cell, and the header 2"])
    #expect(csv("name,subnets\na,10.0.0.1/24\nb,x\n").told == ["2: 10.0.0.1/24 is no subnet", "3: x is no subnet"])
    #expect(csv("name\n\"a\n").told == ["2: the quote that begins here is never closed"])
    #expect(csv("name\n\"a\"b\n").told == ["2: a comma is missing behind the closing quote"])
    #expect(read("nodes.csv", [0x6E, 0xFF]).nodes.count == 0)
  }

  @Test func whatKubectlPrints() throws {
    let list = json(
      """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "v1", "kind": "Node",
         "metadata": {"name": "a", "labels": {"rack": "r7", "kubernetes.io/os": "linux"}, "annotations": {"x": "{\\"y\\": 1}"}},
         "spec": {"podCIDR": "10.244.0.0/24", "podCIDRs": ["10.244.0.0/24", "fd00:1::/64"], "taints": [{"key": "k"}]},
         "status": {"addresses": [], "nodeInfo": {"containerRuntimeVersion": "containerd://1.7.34", "kubeletVersion": "v1.29.3+k3s1"}}},
        {"kind": "Node", "metadata": {"name": "b"}, "spec": {"podCIDR": "10.244.1.0/24"},
         "status": {"nodeInfo": {"containerRuntimeVersion": "cri-o://1.29", "kubeletVersion": "v1.30.0"}}},
        {"kind": "Node", "metadata": {"name": "c"}, "spec": {}}
      ], "metadata": {"resourceVersion": ""}}
      """)
    #expect(list.told.isEmpty)
    let nodes = list.nodes
    #expect(list.names == ["a", "b", "c"])
    #expect(list.subnets(0) == ["10.244.0.0/24", "fd00:1::/64"])
    #expect(list.texts(nodes.labels, 0) == ["rack=r7", "kubernetes.io/os=linux"])
    #expect(list.texts(nodes.releases, 0) == ["containerd=1.7.34", "kubernetes=1.29"])
    #expect(list.subnets(1) == ["10.244.1.0/24"])
    #expect(list.texts(nodes.releases, 1) == ["kubernetes=1.30"])
    #expect(list.subnets(2).isEmpty)
    #expect(json(#"{"kind": "Node", "metadata": {"name": "only"}}"#).names == ["only"])
    #expect(json(#"{"kind": "List", "items": []}"#).nodes.count == 0)
  }

  @Test func whatIsNoInventory() {
    #expect(json(#"{"kind": "Pod", "metadata": {"name": "p"}}"#).told == ["1: p is a Pod, not a Node"])
    #expect(json(#"{"items": [{"kind": "Node"}]}"#).told == ["1: this item has no metadata.name"])
    #expect(json("{\"a\": 1}").told == ["1: this holds no items, so it is no list of nodes"])
    #expect(
      json(#"{"items": [{"kind": "Node", "metadata": {"name": "a"}, "spec": {"podCIDR": "x"}}]}"#).told == [
        "1: the pod CIDR x is no subnet"
      ])
    for broken in [
      "", "[]", "{\"items\": [{\"metadata\": {\"name\": \"a\"}", "{\"items\": 1}", "{\"items\": [{\"metadata\": []}]}",
      "{\"items\": []} x",
    ] {
      let list = json(broken)
      #expect(list.nodes.count == 0 && list.bag.hasErrors, "\(broken)")
    }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// An entry of `nodes:` as it is being read.
struct FleetNodeDraft {
  var name: Located<String>?
  var subnets: [Located<CIDR>] = []
  var labels: [FleetSpec.Label] = []
  /// Pools that it is in whatever their `match` says.
  var pools: [Located<String>] = []
  var overlay = FleetSpec.Overlay()
  /// A file that lists nodes, in place of a node.
  var from: Located<String>?
}

/// An entry of `nodes:`: a name with ranges, a node with things of its own, or a file that lists nodes.
enum FleetNodeSection {
  static let table = FieldTable<FleetNodeDraft>(
    name: "the fleet's node",
    fields: [
      Field("name", "the node's name", .text) { member, draft, bag in draft.name = Scalars.text(member, &bag) },
      Field("from", "a file that lists nodes: a table (.csv), or what kubectl get nodes -o json prints (.json)", .text)
      {
        member, draft, bag in
        draft.from = Scalars.text(member, &bag)
      },
      Field("subnets", "its subnets, one for each address family", .list(.text)) { member, draft, bag in
        draft.subnets = FleetValues.networks(member, &bag)
      },
      Field("labels", "its labels, which pools ask for", .map(.text)) { member, draft, bag in
        draft.labels = FleetValues.labels(member, &bag)
      },
      Field("pools", "pools that it is in whatever they ask for", .list(.text)) { member, draft, bag in
        draft.pools = Scalars.texts(member, &bag) ?? []
      },
    ] + OverlayFields.fields { draft, read in read(&draft.overlay) },
    demands: [.anyOf(["name", "from"])] + standsAlone)

  /// A file that lists nodes stands without any other key.
  private static var standsAlone: [Demand] {
    table.fields.map(\.name).filter { $0 != "from" }.map { .without($0, beside: "from") }
  }

  /// Reads an entry into a fleet.
  static func read(_ node: Node, into fleet: inout FleetSpec, _ bag: inout DiagnosticBag) {
    if let scalar = node.scalar, !scalar.isNull {
      if let pattern = pattern(scalar.text, at: node.range, &bag) { fleet.nodes.append(.pattern(pattern)) }
      return
    }
    guard node.mapping != nil else {
      Scalars.wrong(node, of: "an entry of nodes", wants: "a name such as edge-[001-100], or a mapping", &bag)
      return
    }
    var draft = FleetNodeDraft()
    table.read(node, into: &draft, &bag)
    if let from = draft.from {
      if let inventory = inventory(from, node, &bag) { fleet.nodes.append(.inventory(inventory)) }
      return
    }
    guard let name = draft.name else {
      if node["name"] == nil, node["from"] == nil {
        bag.error("missing-key", "this node has no name", at: node.range, help: "write {name: gpu-a1, …}")
      }
      return
    }
    if let fault = NodeName.fault(of: Array(name.value.utf8)) {
      bag.error(
        "invalid-node-name", "\(name.value) is no name of a node: \(fault)", at: name.range,
        help: name.value.contains("[") ? "a range of nodes stands alone, without keys of its own: - \(name.value)" : nil
      )
      return
    }
    fleet.add(draft, named: name)
  }

  private static func pattern(
    _ text: String, at range: SourceRange, _ bag: inout DiagnosticBag
  ) -> Located<NodePattern>? {
    do {
      return Located(try NodePattern(text), at: range)
    } catch {
      let isName = !text.contains("[") && !text.contains("]")
      if isName {
        bag.error(
          "invalid-node-name", error.message, at: range, help: error.help.isEmpty ? nil : error.help)
      } else {
        bag.error(
          "invalid-node-pattern", error.message, at: range, help: error.help.isEmpty ? nil : error.help)
      }
      return nil
    }
  }

  private static func inventory(
    _ path: Located<String>, _ node: Node, _ bag: inout DiagnosticBag
  ) -> FleetSpec.Inventory? {
    if let other = node.mapping?.first(where: { $0.key != "from" }) {
      bag.error(
        "exclusive-keys", "\(other.key) stands beside from", at: other.keyRange,
        notes: [Diagnostic.Note("the file lists nodes of its own", at: path.range)],
        help: "write it into the file, or make a pool for these nodes")
    }
    if path.value == "-" { return FleetSpec.Inventory(path: path, form: .json) }
    for form in FleetSpec.Inventory.Form.allCases where path.value.hasSuffix(".\(form.rawValue)") {
      return FleetSpec.Inventory(path: path, form: form)
    }
    bag.error(
      "inventory-invalid", "\(path.value) ends in neither .csv nor .json, which tells how to read it", at: path.range,
      help: "rename the file: .csv for a table, .json for what kubectl get nodes -o json prints")
    return nil
  }
}

extension FleetSpec {
  /// Takes in a node that was read.
  fileprivate mutating func add(_ draft: FleetNodeDraft, named name: Located<String>) {
    let node = list.append(name.value.utf8, at: name.range)
    for subnet in draft.subnets { list.add(subnet.value, at: subnet.range, origin: .stated) }
    for label in draft.labels {
      list.addLabel(label.key.value.utf8, label.value.value.utf8, at: label.value.range)
    }
    for pool in draft.pools { list.addPool(pool.value.utf8, at: pool.range) }
    if !draft.overlay.members.isEmpty { overlays.append(NodeOverlay(node: node, overlay: draft.overlay)) }
    addNodes(node..<(node + 1))
  }

  /// Takes in the plain nodes that stand behind an entry of the list in the tree.
  mutating func takePlainNodes(behind entry: Int) {
    guard let plain = plainNodes?.run(behind: entry) else { return }
    let start = list.count
    list.append(plain.list, plain.nodes)
    addNodes(start..<list.count)
  }

  /// Takes nodes of the list for the next ones of the fleet.
  mutating func addNodes(_ numbers: Range<Int>) {
    if case .nodes(let before) = nodes.last, before.upperBound == numbers.lowerBound {
      nodes[nodes.count - 1] = .nodes(before.lowerBound..<numbers.upperBound)
    } else {
      nodes.append(.nodes(numbers))
    }
  }
}

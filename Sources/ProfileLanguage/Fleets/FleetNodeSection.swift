import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// An entry of `nodes:` as it is being read.
struct FleetNodeDraft {
  var entry: FleetSpec.NodeEntry
  /// A file that lists nodes, in place of a node.
  var from: Located<String>?
}

/// An entry of `nodes:`: a name with ranges, a node with things of its own, or a file that lists nodes.
enum FleetNodeSection {
  static let table = FieldTable<FleetNodeDraft>(
    name: "the fleet's node",
    fields: [
      Field("name", "the node's name", .text) { member, draft, bag in draft.entry.name = Scalars.text(member, &bag) },
      Field("from", "a file that lists nodes: a table (.csv), or what kubectl get nodes -o json prints (.json)", .text)
      {
        member, draft, bag in
        draft.from = Scalars.text(member, &bag)
      },
      Field("subnets", "its subnets, one for each address family", .list(.text)) { member, draft, bag in
        draft.entry.subnets = FleetValues.networks(member, &bag)
      },
      Field("labels", "its labels, which pools ask for", .map(.text)) { member, draft, bag in
        draft.entry.labels = FleetValues.labels(member, &bag)
      },
      Field("pools", "pools that it is in whatever they ask for", .list(.text)) { member, draft, bag in
        draft.entry.pools = Scalars.texts(member, &bag) ?? []
      },
    ] + OverlayFields.fields { draft, read in read(&draft.entry.overlay) },
    demands: [.anyOf(["name", "from"])] + standsAlone)

  /// A file that lists nodes stands without any other key.
  private static var standsAlone: [Demand] {
    table.fields.map(\.name).filter { $0 != "from" }.map { .without($0, beside: "from") }
  }

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> FleetSpec.NodeSource? {
    if let scalar = node.scalar, !scalar.isNull { return pattern(scalar.text, at: node.range, &bag) }
    guard node.mapping != nil else {
      Scalars.wrong(node, of: "an entry of nodes", wants: "a name such as edge-[001-100], or a mapping", &bag)
      return nil
    }
    var draft = FleetNodeDraft(entry: FleetSpec.NodeEntry(range: node.range))
    table.read(node, into: &draft, &bag)
    if let from = draft.from { return inventory(from, node, &bag) }
    guard let name = draft.entry.name else {
      if node["name"] == nil, node["from"] == nil {
        bag.error("missing-key", "this node has no name", at: node.range, help: "write {name: gpu-a1, …}")
      }
      return nil
    }
    if let fault = NodeName.fault(of: Array(name.value.utf8)) {
      bag.error(
        "invalid-node-name", "\(name.value) is no name of a node: \(fault)", at: name.range,
        help: name.value.contains("[") ? "a range of nodes stands alone, without keys of its own: - \(name.value)" : nil
      )
      return nil
    }
    return .node(draft.entry)
  }

  private static func pattern(
    _ text: String, at range: SourceRange, _ bag: inout DiagnosticBag
  ) -> FleetSpec.NodeSource? {
    do {
      return .pattern(Located(try NodePattern(text), at: range))
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
  ) -> FleetSpec.NodeSource? {
    if let other = node.mapping?.first(where: { $0.key != "from" }) {
      bag.error(
        "exclusive-keys", "\(other.key) stands beside from", at: other.keyRange,
        notes: [Diagnostic.Note("the file lists nodes of its own", at: path.range)],
        help: "write it into the file, or make a pool for these nodes")
    }
    if path.value == "-" { return .inventory(FleetSpec.Inventory(path: path, form: .json)) }
    for form in FleetSpec.Inventory.Form.allCases where path.value.hasSuffix(".\(form.rawValue)") {
      return .inventory(FleetSpec.Inventory(path: path, form: form))
    }
    bag.error(
      "inventory-invalid", "\(path.value) ends in neither .csv nor .json, which tells how to read it", at: path.range,
      help: "rename the file: .csv for a table, .json for what kubectl get nodes -o json prints")
    return nil
  }
}

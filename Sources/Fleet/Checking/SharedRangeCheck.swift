import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// Finds nodes that get no subnet of their own and so all hand out the one that stands in the profile. Nodes of a cluster
/// cannot work like that; others may be meant so, each by itself.
enum SharedRangeCheck {
  /// The rule that this reports.
  private static let rule = "fleet-subnets-shared"

  static func check(_ fleet: OpenFleet, _ bag: inout DiagnosticBag) {
    guard let network = fleet.profile.tree["network"], let addresses = network["addresses"],
      let ranges = addresses.mapping?.first(where: { $0.key == "ranges" }), isLiteral(ranges.value),
      network["allow"]?[rule] == nil
    else { return }
    var names: [String] = []
    var count = 0
    var lacking = Reports(limit: 20)
    for node in 0..<fleet.nodes.names.count where fleet.plan.hasNone(node) && !hasAddresses(node, in: fleet) {
      if fleet.nodes.ofClusters.contains(where: { $0.contains(node) }) {
        if lacking.takes() { reportLacking(node, fleet, &bag) }
        continue
      }
      count += 1
      if names.count < 3 { names.append(fleet.nodes.names.text(node)) }
    }
    lacking.finish("node-without-subnet", "nodes of the cluster have no spec.podCIDR", &bag)
    guard count > 1 else { return }
    let rest = count > names.count ? " and \(count - names.count) more" : ""
    bag.add(
      Diagnostic(
        rule: rule, severity: .warning,
        message: "\(count) nodes have no subnet of their own, and all hand out this one", at: ranges.value.range,
        notes: [
          Diagnostic.Note("they are \(names.joined(separator: ", "))\(rest)"),
          Diagnostic.Note("pods on different nodes get the same addresses; a pod reaches none of another node"),
        ],
        help: "add allocate: [{from: 10.244.0.0/16, prefix: 24}] to the fleet; where it is meant so, allow \(rule)"))
  }

  private static func reportLacking(_ node: Int, _ fleet: OpenFleet, _ bag: inout DiagnosticBag) {
    bag.error(
      "node-without-subnet",
      "the node \(fleet.nodes.names.text(node)) has no spec.podCIDR, and the fleet no block for it",
      at: fleet.nodes.place(node),
      notes: [Diagnostic.Note("it would hand out the addresses of the profile, as every other node would")],
      help: "add allocate: [{from: 10.244.0.0/16, prefix: 24}] to the fleet, or ranges: kubernetes to the profile")
  }

  /// Whether ranges are written out. Those that stand for a node's own subnets, or that Kubernetes assigns, are not.
  private static func isLiteral(_ node: Node) -> Bool {
    switch node.content {
    case .scalar(let scalar): !scalar.text.contains("$") && scalar.text != "kubernetes"
    case .sequence(let nodes): !nodes.isEmpty && nodes.allSatisfy(isLiteral)
    case .mapping(let members): members.allSatisfy { isLiteral($0.value) }
    }
  }

  /// Whether the node, or a pool that it is in, states addresses.
  private static func hasAddresses(_ node: Int, in fleet: OpenFleet) -> Bool {
    fleet.tree(for: node).overlays.contains { overlay in
      overlay.members.contains { $0.key == "network" && $0.value["addresses"] != nil }
    }
  }
}

import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// Finds nodes that get no subnet of their own and so all hand out the one that stands in the profile.
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
    for node in 0..<fleet.nodes.names.count where fleet.plan.hasNone(node) && !hasAddresses(node, in: fleet) {
      count += 1
      if names.count < 3 { names.append(fleet.nodes.names.text(node)) }
    }
    guard count > 1 else { return }
    let isListed = fleet.fleet.nodes.contains { source in
      if case .inventory(let inventory) = source { inventory.form == .json } else { false }
    }
    let rest = count > names.count ? " and \(count - names.count) more" : ""
    bag.add(
      Diagnostic(
        rule: rule, severity: .warning,
        message: "\(count) nodes have no subnet of their own, and all hand out this one", at: ranges.value.range,
        notes: [
          Diagnostic.Note("they are \(names.joined(separator: ", "))\(rest)"),
          Diagnostic.Note("pods on different nodes get the same addresses; a pod reaches none of another node"),
        ] + (isListed ? [Diagnostic.Note("kubectl's list has no spec.podCIDR for them")] : []),
        help: "add allocate: [{from: 10.244.0.0/16, prefix: 24}] to the fleet; where it is meant so, allow \(rule)"))
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

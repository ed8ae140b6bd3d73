package import Diagnostics
import Difference

/// Why there is no plan: a finding, at the place that causes it.
package struct PlanRefusal: Error {
  package let finding: Diagnostic
}

extension PlanRefusal {
  /// The order that was asked for leads through a state that does not work.
  static func impossibleOrder(
    _ group: DifferenceReport.Group, _ obstacle: OrderSearch.Obstacle, working: [Part]?
  ) -> PlanRefusal {
    let order = obstacle.order.map(\.rawValue).joined(separator: ", ")
    return PlanRefusal(
      finding: Diagnostic(
        rule: "impossible-order", severity: .error,
        message: "the order \(order) leads through a state that does not work: \(obstacle.state)",
        at: obstacle.fault.range,
        notes: [
          Diagnostic.Note("\(obstacle.fault.message) [\(obstacle.fault.rule)]"),
          Diagnostic.Note("for \(nodes(of: group))"),
        ] + obstacle.fault.notes,
        help: working.map { "the order \($0.map(\.rawValue).joined(separator: ",")) works" }
          ?? "no order works while pods start; leave --order and --no-drain out, and the nodes are drained"))
  }

  /// Pods have to leave, and may not.
  static func drainNeeded(_ group: DifferenceReport.Group) -> PlanRefusal {
    let worst = group.changes.first
    return PlanRefusal(
      finding: Diagnostic(
        rule: "drain-needed", severity: .error,
        message: "\(nodes(of: group)) cannot be changed while pods run: \(worst?.reason ?? group.effect.meaning)",
        at: worst?.newPlace ?? worst?.oldPlace,
        notes: worst.map { [Diagnostic.Note("\($0.path): \($0.old ?? "none") → \($0.new ?? "none")")] } ?? [],
        help: "leave --no-drain out, or leave this change for later"))
  }

  /// A node that nobody can be sent to.
  static func unplannable(_ name: String) -> PlanRefusal {
    let isTarget = name.utf8.contains(UInt8(ascii: "/"))
    return PlanRefusal(
      finding: Diagnostic(
        rule: "unplannable-node", severity: .error,
        message: isTarget
          ? "\(ShownText.visible(name)): a node has files for several targets, and it can only be on one of them"
          : "\(ShownText.visible(name)) is no name of a node", at: nil,
        help: isTarget
          ? "plan with sides that have one target a node: target in place of targets"
          : "a name has letters, digits, dots and hyphens; rename the folder, or plan with the fleet itself"))
  }

  /// A node whose name is a word of Ansible's.
  static func nameOfAnsible(_ name: String) -> PlanRefusal {
    PlanRefusal(
      finding: Diagnostic(
        rule: "unplannable-node", severity: .error,
        message: "a node is called \(name), which Ansible takes for something else", at: nil,
        notes: [Diagnostic.Note("its wave would be carried out on other hosts")],
        help: "plan it as Markdown or JSON, or leave it out with --node or --pool"))
  }

  private static func nodes(of group: DifferenceReport.Group) -> String {
    guard let first = group.nodes.first, !first.isEmpty else { return "the node" }
    let more = group.nodes.count - 1
    return more == 0 ? first : "\(first) and \(more) more nodes"
  }
}

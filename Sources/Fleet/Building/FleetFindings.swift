import Diagnostics

/// Findings of many nodes, each told once with the nodes that it concerns.
struct FleetFindings {
  private var entries: [(finding: Diagnostic, nodes: [String], count: Int)] = []
  private static let namesShown = 3

  /// Takes in what was found for a node. Two findings are one where rule and place are the same: messages hold the
  /// node's own addresses.
  mutating func add(_ bag: DiagnosticBag, of node: String) {
    for finding in bag.diagnostics {
      let known = entries.firstIndex {
        $0.finding.rule == finding.rule && $0.finding.range == finding.range
          && $0.finding.severity == finding.severity
      }
      guard let known else {
        entries.append((finding, [node], 1))
        continue
      }
      // A node may have several findings of one rule at one place, one for each subnet.
      guard entries[known].nodes.last != node || entries[known].count > Self.namesShown else { continue }
      entries[known].count += 1
      if entries[known].nodes.count < Self.namesShown { entries[known].nodes.append(node) }
    }
  }

  /// All of them; those that do not concern every node say which they do.
  func told(of total: Int) -> DiagnosticBag {
    var bag = DiagnosticBag()
    for (finding, nodes, count) in entries {
      guard count < total else {
        bag.add(finding)
        continue
      }
      let rest = count > nodes.count ? " and \(count - nodes.count) more" : ""
      let note = Diagnostic.Note(
        "for \(count == 1 ? "the node" : "\(count) nodes:") \(nodes.joined(separator: ", "))\(rest)")
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
          notes: finding.notes + [note], help: finding.help))
    }
    return bag
  }
}

import Diagnostics

/// Findings of many nodes, each told once with the nodes that it concerns.
struct FleetFindings {
  private var entries: [(finding: Diagnostic, nodes: [String], count: Int)] = []
  private static let namesShown = 3
  /// So many wordings of one finding are told apart: releases differ, and so do the nodes' own addresses.
  private static let wordingsShown = 3

  /// Takes in what was found for a node.
  mutating func add(_ bag: DiagnosticBag, of node: String) {
    for finding in bag.diagnostics {
      let alike = entries.indices.filter { index in
        let other = entries[index].finding
        return other.rule == finding.rule && other.range == finding.range && other.severity == finding.severity
      }
      let same = alike.first { entries[$0].finding.message == finding.message }
      guard let known = same ?? (alike.count < Self.wordingsShown ? nil : alike.last) else {
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

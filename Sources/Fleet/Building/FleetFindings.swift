import CNIModel
import Diagnostics
import ProfileLanguage

/// Findings of many nodes, each told once with the nodes that it concerns.
struct FleetFindings {
  private let names: NameTable
  private let pools: [FleetSpec.Pool]
  private var entries: [Entry] = []
  /// How many times findings were taken in.
  private var turn = 0
  /// So many wordings of one finding are told apart: releases differ, and so do the nodes' own addresses.
  private static let wordingsShown = 3

  /// A finding, and the nodes that have it.
  private struct Entry {
    let finding: Diagnostic
    var nodes: FirstNodes
    var count: Int
    /// When the last of them were taken in.
    var turn: Int
    /// The pools that all of them are in.
    var pools: [Int]
  }

  /// - Parameters:
  ///   - names: the fleet's nodes.
  ///   - pools: those of the fleet.
  init(_ names: NameTable, pools: [FleetSpec.Pool]) {
    self.names = names
    self.pools = pools
  }

  /// Takes in what was found for some nodes, of which the first are told.
  ///
  /// - Parameter pools: the numbers of the pools that they are in.
  mutating func add(_ bag: DiagnosticBag, of nodes: FirstNodes, count: Int, in pools: [Int]) {
    turn += 1
    for finding in bag.diagnostics {
      let alike = entries.indices.filter { index in
        let other = entries[index].finding
        return other.rule == finding.rule && other.range == finding.range && other.severity == finding.severity
      }
      let same = alike.first { entries[$0].finding.message == finding.message }
      guard let known = same ?? (alike.count < Self.wordingsShown ? nil : alike.last) else {
        entries.append(Entry(finding: finding, nodes: nodes, count: count, turn: turn, pools: pools))
        continue
      }
      // A node may have several findings of one rule at one place, one for each subnet.
      guard entries[known].turn != turn else { continue }
      entries[known].turn = turn
      entries[known].count += count
      entries[known].pools.removeAll { !pools.contains($0) }
      for node in nodes.numbers { entries[known].nodes.add(node, of: names) }
    }
  }

  /// All of them; those that do not concern every node say which they do.
  func told(of total: Int) -> DiagnosticBag {
    var bag = DiagnosticBag()
    for entry in entries {
      guard entry.count < total else {
        bag.add(entry.finding)
        continue
      }
      let finding = entry.finding
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
          notes: finding.notes + [note(on: entry)], help: finding.help))
    }
    return bag
  }

  /// Which nodes a finding concerns, and the line of the pool that they have in common.
  private func note(on entry: Entry) -> Diagnostic.Note {
    let shown = entry.nodes.numbers
    let rest = entry.count > shown.count ? " and \(entry.count - shown.count) more" : ""
    let names = shown.map(names.text).joined(separator: ", ") + rest
    let nodes = entry.count == 1 ? "the node" : "\(entry.count) nodes"
    let colon = entry.count == 1 ? "" : ":"
    guard let pool = entry.pools.last.map({ pools[$0] }), let name = pool.name else {
      return Diagnostic.Note("for \(nodes)\(colon) \(names)")
    }
    // A finding in the pool itself shows its lines already.
    let isInside = entry.finding.range.map { pool.range.contains($0) } ?? false
    return Diagnostic.Note("for \(nodes) of the pool \(name.value): \(names)", at: isInside ? nil : name.range)
  }
}

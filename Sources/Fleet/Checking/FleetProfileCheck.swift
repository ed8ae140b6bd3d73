import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// Checks the profile of a fleet for its nodes, one of each kind: with the pools that they are in, with what they lay
/// over it themselves, and for the releases that they report.
struct FleetProfileCheck {
  private let fleet: OpenFleet
  private let compiler: NodeCompiler

  init(_ opened: OpenFleet, overrides: TargetOverrides) {
    fleet = opened
    compiler = NodeCompiler(opened, overrides: overrides)
  }

  func check(from documents: inout some DocumentSource, into bag: inout DiagnosticBag) {
    guard fleet.nodes.names.count > 0 else { return }
    var findings = FleetFindings(fleet.nodes.names, pools: fleet.fleet.pools)
    let (kinds, kindOfNode) = kinds()
    for (number, kind) in kinds.enumerated() {
      var found = DiagnosticBag()
      _ = compiler.compile(fleet.tree(for: kind.sample), for: kind.sample, from: &documents, into: &found)
      // Names are compared only where one of them is told.
      guard !found.diagnostics.isEmpty else { continue }
      let first = first(of: number, in: kindOfNode, sample: kind.sample)
      findings.add(found, of: first, count: kind.count, in: kind.pools)
    }
    var found = findings.told(of: fleet.nodes.names.count)
    for (index, pool) in fleet.fleet.pools.enumerated() where !kinds.contains(where: { $0.pools.contains(index) }) {
      check(pool, from: &documents, beside: &found)
    }
    bag.add(found)
  }

  /// Nodes that differ in their names, labels and subnets alone.
  private struct Kind {
    /// The one that is compiled.
    let sample: Int
    let pools: [Int]
    var count: Int
  }

  /// So many nodes are checked one by one where the profile asks for their names; of more the build tells.
  private static let namesChecked = 1_000

  /// - Returns: the kinds, and for each node the number of its own; -1 for one that is of none.
  private func kinds() -> ([Kind], kindOfNode: [Int32]) {
    let namesNodes = fleet.namesNodes
    let isEachChecked = namesNodes && fleet.nodes.names.count <= Self.namesChecked
    var kinds: [Kind] = []
    var kindOfNode = [Int32](repeating: -1, count: fleet.nodes.names.count)
    var numbers: [Key: Int] = [:]
    for node in 0..<fleet.nodes.names.count {
      let key = Key(pools: fleet.poolIndices(of: node), own: isEachChecked ? "\(node)" : own(of: node))
      if let known = numbers[key] {
        // What was found for one name need not be true of another.
        guard !namesNodes else { continue }
        kinds[known].count += 1
        kindOfNode[node] = Int32(known)
      } else {
        kindOfNode[node] = Int32(kinds.count)
        numbers[key] = kinds.count
        kinds.append(Kind(sample: node, pools: key.pools, count: 1))
      }
    }
    return (kinds, kindOfNode)
  }

  private func first(of kind: Int, in kindOfNode: [Int32], sample: Int) -> FirstNodes {
    var first = FirstNodes(sample)
    for node in kindOfNode.indices where node != sample && kindOfNode[node] == Int32(kind) {
      first.add(node, of: fleet.nodes.names)
    }
    return first
  }

  private struct Key: Hashable {
    let pools: [Int]
    let own: String
  }

  /// What a node lays over the profile itself, as text.
  private func own(of node: Int) -> String {
    guard let detail = fleet.nodes.detail(of: node) else { return "" }
    let members = detail.overlay.members + (detail.reported?.members ?? [])
    return members.isEmpty ? "" : Node(.mapping(members), at: members[0].keyRange).flowText
  }

  /// Checks a pool without nodes with the values of the first node. It may get some from standard input.
  private func check(
    _ pool: FleetSpec.Pool, from documents: inout some DocumentSource, beside bag: inout DiagnosticBag
  ) {
    guard !pool.overlay.members.isEmpty else { return }
    var found = DiagnosticBag()
    let tree = LayeredTree(fleet.profile.tree, overlays: [pool.overlay])
    _ = compiler.compile(tree, for: 0, from: &documents, into: &found)
    for finding in found.diagnostics
    where !bag.diagnostics.contains(where: { $0.rule == finding.rule && $0.range == finding.range }) {
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
          notes: finding.notes + [Diagnostic.Note("in the pool \(pool.name?.value ?? "")", at: pool.name?.range)],
          help: finding.help))
    }
  }
}

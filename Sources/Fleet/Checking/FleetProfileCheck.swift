import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// Checks the profile of a fleet with the first node's name and subnets, for its own target and for that of each pool.
struct FleetProfileCheck {
  private let fleet: FleetSpec
  private let compiler: NodeCompiler

  init(_ opened: OpenFleet, overrides: TargetOverrides) {
    fleet = opened.fleet
    compiler = NodeCompiler(opened, overrides: overrides)
  }

  func check(from documents: inout some DocumentSource, into bag: inout DiagnosticBag) {
    guard compiler.fleet.nodes.names.count > 0 else { return }
    let tree = compiler.fleet.profile.tree
    var found = DiagnosticBag()
    compile(tree, from: &documents, into: &found)
    if !statesEveryTarget { found.removeAll { $0.rule == "target-assumed" } }
    for pool in fleet.pools {
      var overlay = pool.overlay
      // Values are for a template's parameters.
      if tree["template"] == nil { overlay.members.removeAll { $0.key == "with" } }
      guard !overlay.members.isEmpty else { continue }
      var inPool = DiagnosticBag()
      compile(ProfileTree.laying(overlay, over: tree), from: &documents, into: &inPool)
      add(inPool, of: pool, to: &found)
    }
    bag.add(found)
  }

  /// What only a pool shows, with a word about which one.
  private func add(_ findings: DiagnosticBag, of pool: FleetSpec.Pool, to bag: inout DiagnosticBag) {
    for finding in findings.diagnostics
    where !bag.diagnostics.contains(where: { $0.rule == finding.rule && $0.range == finding.range }) {
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
          notes: finding.notes + [Diagnostic.Note("in the pool \(pool.name?.value ?? "")", at: pool.name?.range)],
          help: finding.help))
    }
  }

  /// Whether the profile's own target is all that there is. Pools, and nodes that report their releases, may state the
  /// others.
  private var statesEveryTarget: Bool {
    let isReported = fleet.nodes.contains { source in
      if case .inventory(let inventory) = source { inventory.form == .json } else { false }
    }
    return !isReported && fleet.pools.allSatisfy { $0.overlay.target == nil }
  }

  private func compile(
    _ tree: Node, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) {
    _ = compiler.compile(tree, for: 0, from: &documents, into: &bag)
  }
}

import CNIModel
import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax

/// Checks the profile of a fleet with the first node's name and subnets, for its own target and for that of each pool.
struct FleetProfileCheck {
  let fleet: FleetSpec
  let profile: FleetProfile
  let nodes: FleetNodes
  let plan: AddressPlan
  let overrides: TargetOverrides

  func check(from documents: inout some DocumentSource, into bag: inout DiagnosticBag) {
    guard nodes.names.count > 0 else { return }
    let tree = profile.tree
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
    let subnets = subnets
    let filled =
      subnets.isEmpty || ProfileTree.placesSubnets(tree)
      ? tree : ProfileTree.replacingRanges(in: tree, with: subnets)
    let read = ProfileReader.read(
      filled, of: profile.file.file, profile.file.id, scope: scope(subnets), from: &documents, into: &bag)
    if let profile = read { _ = Compiler.compile(profile, overrides: overrides, into: &bag) }
  }

  /// The first node's subnets, at the places of their blocks.
  private var subnets: [Located<CIDR>] {
    let place = nodes.place(0) ?? fleet.nodesPlace
    return plan.subnets(of: 0).map { subnet in
      let block = plan.blocks.first { $0.subnets.network.contains(subnet) }
      return Located(subnet, at: block?.place ?? place)
    }
  }

  /// What the names of a node stand for, with the first node's values.
  private func scope(_ subnets: [Located<CIDR>]) -> Scope {
    let place = nodes.place(0) ?? fleet.nodesPlace
    let text = { (text: String) in Scope.Meaning.value(Node(.scalar(Node.Scalar(text, isPlain: false)), at: place)) }
    let subnet = { (family: IPAddress.Family) in
      subnets.first { $0.value.family == family }.map { text($0.value.description) } ?? .absent
    }
    var entries = [
      Scope.Entry("node.name", at: nil, text(nodes.names.text(0))),
      Scope.Entry("node.index", at: nil, .value(Node(.scalar(Node.Scalar("0", isPlain: true)), at: place))),
      Scope.Entry("node.pool", at: nil, text(fleet.pools.first?.name?.value ?? "default")),
      Scope.Entry("node.subnets", at: nil, .value(ProfileTree.list(subnets, at: place))),
      Scope.Entry("node.ipv4", at: nil, subnet(.ipv4)), Scope.Entry("node.ipv6", at: nil, subnet(.ipv6)),
    ]
    var seen: [String] = []
    for label in nodes.details.flatMap(\.labels) where !seen.contains(label.key) {
      seen.append(label.key)
      entries.append(Scope.Entry("node.labels.\(label.key)", at: nil, text(label.value)))
    }
    return Scope(
      entries, owner: "the fleet",
      advice: "names are node.name, node.index, node.pool, node.subnets, node.ipv4, node.ipv6 and node.labels.KEY")
  }
}

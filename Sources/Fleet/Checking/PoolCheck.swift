import CNIModel
import Diagnostics
import ProfileLanguage

/// Finds pools that no node is in, and pools that nodes name and nobody made.
enum PoolCheck {
  static func check(_ fleet: FleetSpec, _ nodes: FleetNodes, _ bag: inout DiagnosticBag) {
    let known = fleet.pools.compactMap { $0.name?.value }
    var unknown = Reports(limit: 20)
    nodes.forEachNamedPool { name, place in
      guard !known.contains(name), unknown.takes() else { return }
      bag.error(
        "unknown-pool", "there is no pool \(ShownText.of(name.utf8))", at: place,
        help: Spelling.nearest(to: name, among: known).map { "write \($0)" }
          ?? (known.isEmpty ? "the fleet has no pools" : "the fleet's pools are: \(known.joined(separator: ", "))"))
    }
    unknown.finish("unknown-pool", "pools are named and not there", &bag)
    // Nodes that come from standard input are not known yet.
    let isOpen = fleet.nodes.contains { source in
      if case .inventory(let inventory) = source { inventory.path.value == "-" } else { false }
    }
    guard !isOpen else { return }
    for pool in fleet.pools where !hasNodes(pool, nodes) {
      guard let name = pool.name, let match = pool.match else { continue }
      bag.warning(
        "pool-without-nodes", "no node is in the pool \(name.value)", at: name.range,
        notes: [Diagnostic.Note("names and labels must both fit, and every one of the labels", at: match.range)],
        help: "mend what it asks for, or leave the pool out")
    }
  }

  private static func hasNodes(_ pool: FleetSpec.Pool, _ nodes: FleetNodes) -> Bool {
    guard let match = pool.match else { return true }
    let name = pool.name?.value
    return (0..<nodes.names.count).contains { node in
      match.takes(name: nodes.names[node]) { nodes.label($0, of: node) }
        || name.map { nodes.names(pool: $0, for: node) } ?? false
    }
  }
}

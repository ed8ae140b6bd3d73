import CNIModel
import Diagnostics
import ProfileLanguage

/// Finds pools that no node is in, and pools that nodes name and nobody made.
enum PoolCheck {
  static func check(_ fleet: FleetSpec, _ nodes: FleetNodes, _ bag: inout DiagnosticBag) {
    let known = fleet.pools.compactMap { $0.name?.value }
    for detail in nodes.details {
      for pool in detail.pools where !known.contains(pool.value) {
        bag.error(
          "unknown-pool", "there is no pool \(pool.value)", at: pool.range,
          help: Spelling.nearest(to: pool.value, among: known).map { "write \($0)" }
            ?? (known.isEmpty ? "the fleet has no pools" : "the fleet's pools are: \(known.joined(separator: ", "))"))
      }
    }
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
    if nodes.details.contains(where: { $0.pools.contains { $0.value == pool.name?.value } }) { return true }
    guard let match = pool.match else { return true }
    let hasDetail = nodes.details.contains { detail in
      match.takes(name: nodes.names[detail.node]) { key in detail.labels.first { $0.key == key }?.value }
    }
    if hasDetail || !match.labels.isEmpty { return hasDetail }
    return (0..<nodes.names.count).contains { match.takes(name: nodes.names[$0]) { _ in nil } }
  }
}

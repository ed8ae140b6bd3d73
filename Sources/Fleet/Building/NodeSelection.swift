import CNIModel
import Diagnostics
import ProfileLanguage

/// Which nodes of a fleet are wanted.
package struct NodeSelection: Sendable {
  /// Their names; empty where names do not matter.
  package var names: [String]
  /// Pools that they are in, any of them; empty where pools do not matter.
  package var pools: [String]

  package init(names: [String] = [], pools: [String] = []) {
    var known: Set<String> = []
    self.names = names.count < 2 ? names : names.filter { known.insert($0).inserted }
    self.pools = pools
  }

  /// Whether all nodes are wanted.
  package var isEverything: Bool { names.isEmpty && pools.isEmpty }

  /// The numbers of these nodes: those that are named, then those of the pools; `nil` where a name is not there.
  func numbers(in fleet: OpenFleet, into bag: inout DiagnosticBag) -> [Int]? {
    let count = fleet.nodes.names.count
    guard !isEverything else { return Array(0..<count) }
    guard let named = named(in: fleet, into: &bag), let indices = pools(in: fleet, into: &bag) else { return nil }
    let pooled =
      indices.isEmpty ? [] : (0..<count).filter { !fleet.poolIndices(of: $0).allSatisfy { !indices.contains($0) } }
    return named + pooled.filter { !named.contains($0) }
  }

  private func named(in fleet: OpenFleet, into bag: inout DiagnosticBag) -> [Int]? {
    var wanted = NameTable()
    for name in names { wanted.append(name.utf8) }
    let found = wanted.numbers(in: fleet.nodes.names)
    for (name, number) in zip(names, found) where number == nil { reportMissing(name, in: fleet, &bag) }
    let numbers = found.compactMap(\.self)
    return numbers.count == names.count ? numbers : nil
  }

  private func pools(in fleet: OpenFleet, into bag: inout DiagnosticBag) -> [Int]? {
    let known = fleet.fleet.pools.map { $0.name?.value ?? "" }
    let found = pools.map { pool in known.firstIndex(of: pool) }
    for (pool, index) in zip(pools, found) where index == nil {
      bag.error(
        "unknown-pool", "there is no pool \(pool)", at: fleet.fleet.pools.first?.name?.range ?? fleet.fleet.nodesPlace,
        help: Spelling.nearest(to: pool, among: known).map { "did you mean \($0)?" }
          ?? (known.isEmpty ? "the fleet has no pools" : "the fleet's pools are: \(known.joined(separator: ", "))"))
    }
    let indices = found.compactMap(\.self)
    return indices.count == pools.count ? indices : nil
  }

  private func reportMissing(_ name: String, in fleet: OpenFleet, _ bag: inout DiagnosticBag) {
    let names = (0..<min(fleet.nodes.names.count, 10_000)).map { fleet.nodes.names.text($0) }
    bag.error(
      "unknown-node", "the fleet has no node \(name)", at: fleet.fleet.nodesPlace,
      help: Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
        ?? "it has \(fleet.nodes.names.count) nodes, \(names.first ?? "") the first of them")
  }
}

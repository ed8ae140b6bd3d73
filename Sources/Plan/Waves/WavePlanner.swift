/// Parts nodes into waves: pool after pool, never more than may be out of work at once, and never two values of the
/// label together.
struct WavePlanner {
  let options: PlanOptions
  /// The names of the pools, in the order in which they are to come; others and no pool come behind them.
  var order: [String] = []

  /// A node that something changes for.
  struct PlannedNode {
    let name: String
    /// The number of its procedure.
    let procedure: Int
    let pool: String?
    let label: String?
    let isControlPlane: Bool
  }

  /// - Parameters:
  ///   - nodes: those that something changes for, in the order of the side.
  ///   - totals: how many nodes each pool has, those without change among them.
  func waves(of nodes: [PlannedNode], totals: [String?: Int]) -> [Wave] {
    let workers = pools(of: nodes.filter { !$0.isControlPlane })
    let control = pools(of: nodes.filter(\.isControlPlane))
    let all = options.controlPlaneIsFirst ? control + workers : workers + control
    var waves: [Wave] = []
    for pool in all {
      // One after the other: etcd of three members keeps its majority without one of them.
      let limit = pool.isControlPlane ? 1 : options.maxUnavailable.nodes(of: totals[pool.name] ?? 0)
      var rest = options.canary > 0 && !pool.isControlPlane ? min(options.canary, limit) : limit
      for rack in pool.racks {
        var left = rack.nodes[...]
        while !left.isEmpty {
          let taken = left.prefix(rest)
          left = left.dropFirst(taken.count)
          waves.append(wave(waves.count + 1, pool, rack.label, taken))
          rest = limit
        }
      }
    }
    return waves
  }

  /// Nodes of one pool, by the values of the label.
  private struct Pool {
    let name: String?
    let isControlPlane: Bool
    var racks: [(label: String?, nodes: [PlannedNode])] = []
  }

  /// The pools in their order, or in that in which they first come up; in each the values of the label likewise.
  private func pools(of nodes: [PlannedNode]) -> [Pool] {
    var pools: [Pool] = []
    var numbers: [String?: Int] = [:]
    var racks: [[String?: Int]] = []
    for node in nodes {
      let pool = numbers[node.pool] ?? pools.count
      if pool == pools.count {
        numbers[node.pool] = pool
        pools.append(Pool(name: node.pool, isControlPlane: node.isControlPlane))
        racks.append([:])
      }
      let label = options.label == nil ? nil : node.label
      let rack = racks[pool][label] ?? pools[pool].racks.count
      if rack == pools[pool].racks.count {
        racks[pool][label] = rack
        pools[pool].racks.append((label, []))
      }
      pools[pool].racks[rack].nodes.append(node)
    }
    let ranks = pools.map { pool in order.firstIndex { $0 == pool.name } ?? order.count }
    return pools.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { pools[$0] }
  }

  private func wave(_ number: Int, _ pool: Pool, _ label: String?, _ nodes: ArraySlice<PlannedNode>) -> Wave {
    let procedures = Set(nodes.map(\.procedure)).sorted()
    return Wave(
      number: number, pool: pool.name, label: label, isControlPlane: pool.isControlPlane,
      parts: procedures.map { procedure in
        Wave.Share(procedure: procedure, nodes: nodes.filter { $0.procedure == procedure }.map(\.name))
      })
  }
}

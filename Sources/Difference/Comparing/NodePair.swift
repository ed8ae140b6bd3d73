import CNIModel

/// A node before and after.
struct NodePair: Sendable {
  let old: NodeState
  let new: NodeState
  /// The networks of both, each with its counterpart.
  let networks: [NetworkPair]
  let removed: [NetworkState]
  let added: [NetworkState]

  init(_ old: NodeState, _ new: NodeState) {
    self.old = old
    self.new = new
    var rest = new.networks
    var alone: [NetworkState] = []
    var pairs: [(NetworkState, NetworkState)] = []
    for network in old.networks {
      guard let index = rest.firstIndex(where: { $0.name == network.name }) else {
        alone.append(network)
        continue
      }
      pairs.append((network, rest.remove(at: index)))
    }
    // One that is gone and one that is new in its place are the same network under another name.
    for network in alone {
      guard let index = rest.firstIndex(where: { Self.isRenamed(network, $0, old, new) }) else { continue }
      pairs.append((network, rest.remove(at: index)))
      alone.removeAll { $0.name == network.name && $0.fileName == network.fileName }
    }
    networks = pairs.map { NetworkPair($0, $1, old.target, new.target) }
    removed = alone
    added = rest
  }

  /// Whether a network that is gone goes on under another name: its plugins are the same, or it has the same file, or
  /// it was the one that containerd took and the other one is.
  private static func isRenamed(
    _ gone: NetworkState, _ come: NetworkState, _ old: NodeState, _ new: NodeState
  ) -> Bool {
    if gone.fileName == come.fileName { return true }
    if gone.list.plugins.first?.type == come.list.plugins.first?.type,
      gone.list.plugins.first?["bridge"]?.string == come.list.plugins.first?["bridge"]?.string
    {
      return true
    }
    return old.inForce.count == 1 && new.inForce.count == 1 && old.inForce.first?.name == gone.name
      && new.inForce.first?.name == come.name
  }

  /// Whether containerd gives pods a network, before and after.
  func isInForce(_ network: NetworkState, in state: NodeState) -> Bool {
    state.inForce.contains { $0.fileName == network.fileName }
  }
}

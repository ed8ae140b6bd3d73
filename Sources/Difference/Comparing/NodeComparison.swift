/// Holds a node's two states against each other.
package enum NodeComparison {
  /// Everything that is different, the worst first.
  package static func changes(from before: NodeState, to after: NodeState) -> [NodeChange] {
    let old = before.completed(by: after)
    let new = after.completed(by: before)
    let pair = NodePair(old, new)
    var found: [(kind: ChangeKind, found: Found)] = []
    for kind in ChangeKind.all {
      switch kind.finder {
      case .node(let find): found += find(pair).map { (kind, $0) }
      case .network(let find):
        for network in pair.networks {
          found += find(network).map { change in
            var change = change
            change.network = network.name
            return (kind, change)
          }
        }
      case .key: break
      }
    }
    for network in pair.networks { found += keys(of: network) }
    // What was never in force does nothing to pods, whatever it is.
    let idle = pair.networks.filter {
      !pair.isInForce($0.old, in: old) && !pair.isInForce($0.new, in: new)
    }.map(\.name)
    return found.map { change($0.kind, $0.found, isIdle: $0.found.network.map(idle.contains) ?? false) }
      .enumerated().sorted { left, right in
        left.element.effect == right.element.effect
          ? left.offset < right.offset : left.element.effect > right.element.effect
      }.map(\.element)
  }

  private static func keys(of network: NetworkPair) -> [(kind: ChangeKind, found: Found)] {
    network.plugins.flatMap(KeyComparison.differences).compactMap { difference in
      // What means the same is a matter of its writing alone.
      let kinds = difference.meansTheSame ? ChangeKind.anyKeys : kinds(for: difference)
      for kind in kinds {
        guard case .key(let judge) = kind.finder, let verdict = judge(difference) else { continue }
        // A default that moved and does nothing here is nobody's business.
        guard verdict.effect > .none || difference.old != nil || difference.new != nil else { return nil }
        return (kind, difference.found(verdict, network: network.name))
      }
      return nil
    }
  }

  /// Where the release alone makes the difference, the kinds that say so come first; those of a key whose default moved
  /// know more of it.
  private static func kinds(for difference: KeyDifference) -> [ChangeKind] {
    let isOfRelease =
      difference.old != nil && difference.isWrittenAlike && difference.isReadBefore != difference.isReadAfter
    return isOfRelease ? ChangeKind.anyKeys + ChangeKind.all : ChangeKind.all
  }

  private static func change(_ kind: ChangeKind, _ found: Found, isIdle: Bool) -> NodeChange {
    NodeChange(
      kind: kind.id, effect: isIdle ? .none : found.effect, network: found.network, path: found.path, word: found.word,
      old: found.old?.text, new: found.new?.text, oldPlace: found.old?.place, newPlace: found.new?.place,
      reason: isIdle ? "containerd opens the file neither before nor after; \(found.reason)" : found.reason,
      help: isIdle ? nil : found.help)
  }
}

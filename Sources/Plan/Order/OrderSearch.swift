import Diagnostics
import Difference

/// Finds an order in which the parts of a node can be replaced while pods are started and stopped on it.
struct OrderSearch {
  let old: NodeState
  let new: NodeState

  /// A state on the way that does not work.
  struct Obstacle {
    /// The order that leads through it.
    let order: [Part]
    let state: String
    let fault: Diagnostic
  }

  /// The parts that are others, in the usual order.
  var parts: [Part] { Part.usualOrder.filter { old.differs(from: new, in: $0) } }

  /// What stands in the way of an order; `nil` where every state on the way works.
  func obstacle(in order: [Part]) -> Obstacle? {
    let order = order.filter(parts.contains)
    var replaced: Set<Part> = []
    for part in order.dropLast() {
      replaced.insert(part)
      let state = MixedState(old: old, new: new, replaced: replaced)
      if let fault = state.fault(startsContainerd: part == .containerd) {
        return Obstacle(order: order, state: state.words, fault: fault)
      }
    }
    return nil
  }

  /// The first order that works, the usual one first; `nil` where none does.
  func working(preferred: [Part]) -> [Part]? {
    let parts = parts
    let orders = [preferred.filter(parts.contains)] + Self.permutations(of: parts)
    return orders.first { obstacle(in: $0) == nil }
  }

  private static func permutations(of parts: [Part]) -> [[Part]] {
    guard parts.count > 1 else { return [parts] }
    return parts.flatMap { first in permutations(of: parts.filter { $0 != first }).map { [first] + $0 } }
  }
}

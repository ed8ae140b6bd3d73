import CNIModel
package import Diagnostics
import ProfileLanguage
import Syntax

/// Which part of a fleet set a value.
package enum Origin: Sendable, Equatable {
  case profile
  case template
  /// The pool of a name.
  case pool(String)
  /// The node's own entry, or its row in an inventory.
  case node
  case block
  case lock
  /// Another part of the fleet's document.
  case fleet

  /// In a word or two.
  package var words: String {
    switch self {
    case .profile: "profile"
    case .template: "template"
    case .pool(let name): "pool \(name)"
    case .node: "node"
    case .block: "block"
    case .lock: "lock"
    case .fleet: "fleet"
    }
  }
}

extension FleetSurvey {
  /// Which part of the fleet a place lies in.
  package func origin(of place: SourceRange) -> Origin {
    let spec = fleet.fleet
    if let lock = fleet.lock?.claims.first?.place, lock.file == place.file { return .lock }
    if let pool = spec.pools.last(where: { $0.range.contains(place) }) { return .pool(pool.name?.value ?? "") }
    if spec.blocks.contains(where: { $0.range.contains(place) }) { return .block }
    if case .inline(let body) = spec.profile, body.range.contains(place) { return .profile }
    if place.file == spec.nodesPlace.file { return isInNodes(place) ? .node : .fleet }
    if place.file == fleet.profile.file.id { return .profile }
    return (0..<count).contains { fleet.nodes.place($0)?.file == place.file } ? .node : .template
  }

  /// Whether a place of the fleet's document lies behind its `nodes:` and before what follows.
  private func isInNodes(_ place: SourceRange) -> Bool {
    let spec = fleet.fleet
    guard place.start >= spec.nodesPlace.start else { return false }
    let next = spec.pools.map(\.range.start).filter { $0 > spec.nodesPlace.start }.min()
    return next.map { place.start < $0 } ?? true
  }
}

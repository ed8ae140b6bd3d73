import CNIModel
import Diagnostics
import NetworkTypes

/// A route of a network before and after, by where it leads.
struct RoutePair: Sendable {
  let path: String
  let old: Found.Located?
  let new: Found.Located?

  /// The routes that differ.
  static func all(of pair: NetworkPair) -> [RoutePair] {
    guard let interface = pair.interface else { return [] }
    let before = interface.old.ipam?.routes ?? []
    let after = interface.new.ipam?.routes ?? []
    let path = "\(interface.path).ipam.routes"
    var rest = after.filter { route in !before.contains { same($0, route) } }
    var found: [RoutePair] = []
    for route in before where !after.contains(where: { same($0, route) }) {
      let index = rest.firstIndex { destination($0) == destination(route) }
      let other = index.map { rest.remove(at: $0) }
      found.append(RoutePair(path: path, old: located(route), new: other.map(located)))
    }
    return found + rest.map { RoutePair(path: path, old: nil, new: located($0)) }
  }

  private static func destination(_ route: Route) -> String {
    (route.destination?.value.network).map { "\($0)" } ?? CanonicalText.of(route.value["dst"])
  }

  private static func same(_ one: Route, _ other: Route) -> Bool {
    let rest = { (route: Route) in
      (route.value.object ?? []).filter { !["dst", "gw"].contains($0.name.lowercased()) && !$0.value.isNull }
        .map { "\($0.name.lowercased())=\(CanonicalText.of($0.value))" }.sorted()
    }
    let gateway = { (route: Route) in route.gateway.map { "\($0.value)" } ?? CanonicalText.of(route.value["gw"]) }
    return destination(one) == destination(other) && gateway(one) == gateway(other) && rest(one) == rest(other)
  }

  private static func located(_ route: Route) -> Found.Located {
    let gateway = route.gateway.map { " via \($0.value)" } ?? ""
    let more = (route.value.object ?? []).filter { !["dst", "gw"].contains($0.name.lowercased()) && !$0.value.isNull }
      .map { " \($0.name) \(CanonicalText.shown($0.value))" }.joined()
    return Found.Located(destination(route) + gateway + more, at: route.value.range)
  }
}

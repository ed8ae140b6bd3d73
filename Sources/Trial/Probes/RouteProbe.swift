import CNIModel
import Diagnostics
import NetworkTypes

/// Each container has the routes that the list names beside the default ones, through their gateways, and with the
/// priority that they are given.
enum RouteProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    var findings: [Finding] = []
    for route in scene.chain.list.plugins.flatMap({ $0.ipam?.routes ?? [] }) {
      guard let destination = route.destination else { continue }
      let priority = route.value["priority"]
      guard !route.isDefault || priority != nil else { continue }
      var seen: [String] = []
      var holds = true
      for attachment in scene.attachments {
        let routes = try attachment.container.namespace.inside { () throws(TrialFault) in
          try Devices().routes(destination.value.family)
        }
        let found = routes.filter { $0.destination == destination.value.network }
        holds = holds && found.contains { isWanted($0, route, priority?.integer) }
        seen.append(
          found.isEmpty ? "none" : found.map { words($0, withPriority: priority != nil) }.joined(separator: " and "))
      }
      findings.append(
        Finding(
          "route", "\(destination.value)", expected: wish(route, priority), seen: seen.joined(separator: ", "),
          holds ? .held : .failed, at: holds ? destination.range : priority?.range ?? destination.range))
    }
    return findings
  }

  private static func isWanted(_ found: KernelRoute, _ wanted: Route, _ priority: Int?) -> Bool {
    (wanted.gateway == nil || found.gateway == wanted.gateway?.value) && (priority == nil || found.priority == priority)
  }

  private static func wish(_ route: Route, _ priority: Value?) -> String {
    let gateway = route.gateway.map { "one via \($0.value)" } ?? "one"
    return priority.map { "\(gateway) of priority \($0.integer.map(String.init) ?? "?")" } ?? gateway
  }

  private static func words(_ route: KernelRoute, withPriority: Bool) -> String {
    let way = route.gateway.map { "via \($0)" } ?? "on the link"
    return withPriority ? "\(way) of priority \(route.priority)" : way
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

/// Each container has one default route in the families for which the list's routes or `isDefaultGateway` promise one.
enum DefaultRouteProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    var findings: [Finding] = []
    for family in IPAddress.Family.allCases {
      guard let promise = scene.outlook.defaultRoute(family) else { continue }
      var seen: [String] = []
      var holds = true
      for attachment in scene.attachments {
        let routes = try attachment.container.namespace.inside { () throws(TrialFault) in
          try Devices().routes(family).filter { $0.destination.prefix == 0 }
        }
        holds = holds && routes.count == 1 && (promise.gateway == nil || routes[0].gateway == promise.gateway)
        seen.append(
          routes.isEmpty
            ? "none" : routes.map { $0.gateway.map { "via \($0)" } ?? "on the link" }.joined(separator: " and "))
      }
      let hasAddress = scene.addresses.contains { $0.contains { $0.family == family } }
      findings.append(
        Finding(
          "default-route", family.name,
          expected: promise.gateway.map { "one via \($0)" } ?? "one",
          seen: seen.joined(separator: ", ") + (hasAddress ? "" : ", and no \(family.name) address to use it with"),
          !holds ? .failed : hasAddress ? .held : .noted, at: promise.range))
    }
    return findings
  }
}

extension Outlook {
  /// What promises a default route in a family, and through which gateway where that is said.
  func defaultRoute(_ family: IPAddress.Family) -> (range: SourceRange, gateway: IPAddress?)? {
    for plugin in list.plugins {
      for route in plugin.ipam?.routes ?? [] where route.isDefault && route.destination?.value.family == family {
        guard let destination = route.destination else { continue }
        return (destination.range, route.gateway?.value)
      }
      // A DHCP client asks for the router unless it is told otherwise.
      if let ipam = plugin.ipam, ipam.type == "dhcp", family == .ipv4 { return (ipam.typeRange, nil) }
    }
    guard let plugin, plugin.type == "bridge", plugin.isOn("isDefaultGateway"), let key = plugin["isDefaultGateway"],
      subnets.contains(where: { $0.subnet.family == family })
    else { return nil }
    return (key.range, nil)
  }

  /// Whether the containers are meant to reach somebody beyond their subnets in a family, and what says so.
  func gateway(_ family: IPAddress.Family) -> SourceRange? {
    let named = subnets.contains { $0.subnet.family == family }
    guard carrier == .node, let plugin else { return carrier == .segment ? defaultRoute(family)?.range : nil }
    if plugin.type == "ptp" { return named ? plugin.typeRange : nil }
    for key in ["isGateway", "isDefaultGateway"] where plugin.isOn(key) && named {
      if let value = plugin[key] { return value.range }
    }
    return defaultRoute(family)?.range
  }
}

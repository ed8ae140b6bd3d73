import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let routeShadowsSubnet = Rule(
    "route-shadows-subnet", .warning, "a route through a gateway to the container's own subnet",
    effect: """
      Neighbours are on the link and need no route. An IPv4 route to the same subnet comes before the kernel's own \
      from plugins 1.0.0 on (up to 0.9.1 it is passed over), an IPv6 one with a metric below 256, and a route to a \
      part of the subnet always: traffic between neighbours then goes to the gateway first, and is lost where nobody \
      has that address.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24"}]],
        "routes": [{"dst": "10.88.0.0/24", "gw": "10.88.0.254"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["132-route-to-own-subnet-by-host"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.type != "ptp" {
      for route in plan.routes where route.slot.table == PlannedRoute.Slot.mainTable {
        guard let gateway = plan.gateways(of: route)?.first,
          let choice = plan.knownLeases.lazy.flatMap(\.choices).first(where: { plan.comesBefore($0, route) })
        else { continue }
        let outcome = "ADD succeeds; traffic between neighbours goes to \(gateway) first"
        findings.report(
          "the route to \(route.destination.value) covers the container's own subnet \(choice.network)",
          at: route.place,
          notes: [.init("the subnet", at: choice.place), .init(outcome)], help: "leave it out")
      }
    }
  }

  static let ptpRouteToOwnSubnet = Rule(
    "ptp-route-to-own-subnet", .error, "a route to the container's own subnet with ptp",
    effect: """
      ptp sets a route to the subnet through the gateway itself, and finds the listed one in its way: every ADD \
      fails, for IPv6 in every release, for IPv4 from plugins 1.0.0 on. Up to 0.9.1 the listed IPv4 route is passed \
      over.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24"}]],
        "routes": [{"dst": "10.88.0.0/24"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["common: the same route twice in the merged result"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.type == "ptp" {
      for route in plan.routes where route.family == .ipv6 || plan.plugin.release >= "1.0.0" {
        let choice = plan.knownLeases.lazy.flatMap(\.choices).first { route.slot == PlannedRoute.Slot($0.network) }
        guard let choice, route.family == .ipv6 || route.destination.value.isNetwork else { continue }
        let gateway = choice.gateway.map { "\($0)" } ?? "…"
        findings.report(
          "ptp sets the route to \(choice.network) itself, and it is listed here", at: route.place,
          notes: [
            .init("the subnet", at: choice.place),
            plan.fails("failed to add route {… Dst: \(choice.network) … Gw: \(gateway) …}: file exists"),
          ], help: "leave it out")
      }
    }
  }
}

extension AddressPlan {
  /// Whether the kernel prefers a route to the one of the container's own subnet, for all of it or for a part.
  fileprivate func comesBefore(_ choice: Lease.Choice, _ route: PlannedRoute) -> Bool {
    let destination = route.slot.network
    guard destination.family == choice.network.family, choice.network.contains(destination) else { return false }
    if destination == choice.network {
      // The kernel's own route has metric 0 in IPv4 and 256 in IPv6; of equal ones the later counts.
      return destination.family == .ipv4
        ? route.slot.metric == 0 && plugin.release >= "1.0.0" : route.slot.metric < 256
    }
    guard destination.hostBits > 0, let pool = choice.pool else { return false }
    return pool.addresses.overlaps(destination.range)
  }
}

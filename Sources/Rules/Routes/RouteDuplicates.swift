import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let duplicateDefaultRoute = Rule(
    "duplicate-default-route", .error, "a default route that is set twice",
    effect: """
      From plugins 1.0.0 on the second one is an error, and every ADD fails; up to 0.9.1 it was passed over in \
      silence. isDefaultGateway adds a default route of its own for each family unless routes holds one with a gw.
      """,
    wrong: #"""
      {"type": "bridge", "isDefaultGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isDefaultGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}
      """#,
    facts: ["common: the same route twice in the merged result", "122-default-gateway-and-ipv6-default-route"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.release >= Rule.firstWithDuplicateError {
      for pair in plan.routePairs where pair.isSame && pair.later.isDefault {
        findings.report(
          "the default route to \(pair.later.destination.value) is listed twice", at: pair.later.place,
          notes: [
            .init("the first one", at: pair.earlier.place),
            plan.failsAtRoute(pair.later, via: pair.gateways, "file exists"),
          ], help: "leave it out")
      }
      for route in plan.routes where plan.addsSameDefault(as: route) {
        let word = plan.plugin.word("isDefaultGateway")
        let gateway = plan.inheritedGateways(route.family)?.first
        findings.report(
          "the default route to \(route.destination.value) is added by \(word) as well", at: route.place,
          notes: [
            plan.plugin["isDefaultGateway"].map { .init("\(word) is on", at: $0.range) },
            gateway.map { plan.failsAtAddedDefault(route.family, via: $0, "file exists") },
          ].compactMap(\.self), help: "leave the route out")
      }
    }
  }

  static let duplicateRoute = Rule(
    "duplicate-route", .error, "a route that is listed twice",
    effect: """
      From plugins 1.0.0 on the second one is an error, and every ADD fails; up to 0.9.1 it was passed over in \
      silence. Routes to one network differ by gateway, metric and table.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16"}, {"dst": "10.9.0.0/16"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16"}]}}
      """#,
    facts: ["common: the same route twice in the merged result"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.release >= Rule.firstWithDuplicateError {
      for pair in plan.routePairs where pair.isSame && !pair.later.isDefault {
        findings.report(
          "the route to \(pair.later.slot.network) is listed twice", at: pair.later.place,
          notes: [
            .init("the first one", at: pair.earlier.place),
            plan.failsAtRoute(pair.later, via: pair.gateways, "file exists"),
          ], help: "leave it out")
      }
    }
  }

  static let twoDefaultGateways = Rule(
    "two-default-gateways", .warning, "two default routes of one metric through different gateways",
    effect: """
      From plugins 1.0.0 on both are set: of two IPv4 routes the one listed last comes first, two IPv6 routes share \
      the traffic. Up to 0.9.1 only the one listed first is set.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0"}, {"dst": "0.0.0.0/0", "gw": "10.88.0.254"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0", "gw": "10.88.0.254"}]}}
      """#,
    facts: ["124-two-default-gateways", "common: the same route twice in the merged result"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for pair in plan.routePairs where !pair.isSame && pair.later.isDefault {
        findings.report(
          "a second default route, through \(pair.words)", at: pair.later.place,
          notes: [.init("the first one", at: pair.earlier.place), plan.outcome(of: pair)],
          help: plan.routeRelease >= PlannedRoute.firstWithAttributes
            ? "leave one out, or give one a greater \(plan.word("priority"))" : "leave one out")
      }
    }
  }

  static let twoGatewaysForRoute = Rule(
    "two-gateways-for-route", .warning, "two routes of one metric to one network through different gateways",
    effect: """
      From plugins 1.0.0 on both are set: of two IPv4 routes the one listed last comes first, two IPv6 routes share \
      the traffic. Up to 0.9.1 only the one listed first is set.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16"}, {"dst": "10.9.0.0/16", "gw": "10.88.0.254"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16", "gw": "10.88.0.254"}]}}
      """#,
    facts: ["common: the same route twice in the merged result"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for pair in plan.routePairs where !pair.isSame && !pair.later.isDefault {
        findings.report(
          "a second route to \(pair.later.slot.network), through \(pair.words)", at: pair.later.place,
          notes: [.init("the first one", at: pair.earlier.place), plan.outcome(of: pair)], help: "leave one out")
      }
    }
  }

  private static let firstWithDuplicateError: Version = "1.0.0"
}

/// Two routes of a list that the kernel puts into one slot.
private struct RoutePair {
  let earlier: PlannedRoute
  let later: PlannedRoute
  /// Whether they go through the same gateway, at least for pods of one of the subnets.
  let isSame: Bool
  /// The gateways that the later one may go through; empty for an on-link route, `nil` where the file does not tell.
  let gateways: [IPAddress]?

  var words: String { gateways?.first.map { "\($0)" } ?? "no gateway" }
}

extension AddressPlan {
  /// Each route that has an earlier one of the same network, table and metric, beside the first of these. Routes that
  /// fail by themselves are left out.
  fileprivate var routePairs: [RoutePair] {
    let routes = routes.filter { $0.family == .ipv6 || $0.destination.value.isNetwork }
    return routes.enumerated().compactMap { index, later in
      let rivals = routes[..<index].filter { $0.slot == later.slot }
      guard let first = rivals.first else { return nil }
      let same = rivals.first { haveOneGateway($0, later) }
      let own = gateways(of: later)
      // Where the file does not tell the gateways nothing can be said of routes that may differ in them.
      guard same != nil || (own != nil && gateways(of: first) != nil) else { return nil }
      return RoutePair(earlier: same ?? first, later: later, isSame: same != nil, gateways: own)
    }
  }

  /// Whether two routes go through the same gateway, at least for pods of one of the subnets.
  private func haveOneGateway(_ left: PlannedRoute, _ right: PlannedRoute) -> Bool {
    if left.gateway == nil, right.gateway == nil { return true }
    guard let left = gateways(of: left), let right = gateways(of: right) else { return false }
    return !Set(left).isDisjoint(with: right)
  }

  /// Whether `isDefaultGateway` adds the very route that the file lists.
  fileprivate func addsSameDefault(as route: PlannedRoute) -> Bool {
    guard addsDefaultRoute, route.isDefault, route.gateway == nil,
      knownLeases.contains(where: { $0.family == route.family }),
      let network = CIDR(route.family.defaultRoute), route.slot == PlannedRoute.Slot(network)
    else { return false }
    // A default route with a gateway keeps the plugin from adding one.
    return !routes.contains { $0.gateway != nil && $0.destination.value == network }
  }

  fileprivate func outcome(of pair: RoutePair) -> Diagnostic.Note {
    if plugin.release < "1.0.0" { return .init("ADD succeeds; only the route listed first is set") }
    return pair.later.family == .ipv4
      ? .init("ADD succeeds with both routes; the one listed last comes first")
      : .init("ADD succeeds with both routes, which share the traffic")
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let routeGatewayFamilyMismatch = Rule(
    "route-gateway-family-mismatch", .error, "a route through a gateway of the other address family",
    effect: "The plugin cannot set such a route, and ADD fails, in every release.",
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0", "gw": "fd00:88::1"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0", "gw": "10.88.0.1"}]}}
      """#,
    facts: ["120-ipv6-gateway-for-ipv4-route"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for route in plan.routes {
        guard let gateway = route.gateway, gateway.value.family != route.family else { continue }
        let reason = "gateway, source, and destination ip are not the same IP family"
        findings.report(
          "gateway \(gateway.value) is no \(route.family.word) address, and the route to "
            + "\(route.destination.value) is \(route.family.word)",
          at: gateway.range, notes: [plan.failsAtRoute(route, via: [gateway.value], reason)],
          help: "name an \(route.family.word) gateway, or leave it out for that of the addresses")
      }
    }
  }

  static let routeGatewayUnreachable = Rule(
    "route-gateway-unreachable", .error, "a route through a gateway that is not on the container's link",
    effect: """
      The kernel takes a gateway only where it is in a subnet of the container's addresses, or behind an earlier \
      on-link route, and ADD fails, in every release. Of a set with several subnets the gateway must be in all: it \
      works for the pods of one subnet and fails for the others.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.0.0.0/8", "gw": "10.89.0.9"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.0.0.0/8", "gw": "10.88.0.9"}]}}
      """#,
    facts: ["121-ipv6-route-gateway-of-no-subnet", "133-route-gateway-in-one-subnet-of-set"]
  ) { subject, findings in
    for plan in subject.addressPlans where !plan.isOpen {
      let routes = plan.routes
      for (index, route) in routes.enumerated() {
        guard let gateway = route.gateway, gateway.value.family == route.family, let leases = plan.leases,
          !plan.reaches(gateway.value, leases, after: routes[..<index])
        else { continue }
        let near = leases.lazy.flatMap(\.choices).first { $0.network.contains(gateway.value) }
        let place =
          near.map { "is only in subnet \($0.network), and the set hands out others" }
          ?? "is in no subnet of the container"
        let failure = plan.failsAtRoute(route, via: [gateway.value], AddressPlan.unreachable(route.family))
        findings.report(
          "gateway \(gateway.value) of the route to \(route.destination.value) \(place)", at: gateway.range,
          notes: near.map {
            [.init("pods of this subnet get the route", at: $0.place), .init("for the others \(failure.message)")]
          } ?? [failure],
          help: "name a router in the subnet, or leave it out for the gateway of the addresses")
      }
    }
  }

  static let routeScopeWithGateway = Rule(
    "route-scope-with-gateway", .error, "a route of scope link or host that has a gateway",
    effect: """
      From plugins 1.6.0 on scope is handed to the kernel, which takes 253 (link), 254 (host) and 255 only for IPv4 \
      routes without a gateway. A route that names none takes the gateway of the addresses, so ADD fails as well. \
      IPv6 routes have no scope, and releases before 1.6.0 do not read it.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16", "scope": 253}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16"}]}}
      """#,
    facts: ["common: routeFields scope"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for route in plan.routes where route.family == .ipv4 && (253...255).contains(route.scope) {
        guard let gateway = plan.gateways(of: route)?.first, let value = route.route.value["scope"] else { continue }
        let reason = route.scope == 253 ? "network is unreachable" : "invalid argument"
        findings.report(
          "scope \(route.scope) is for routes without a gateway, and this one goes through \(gateway)", at: value.range,
          notes: [plan.failsAtRoute(route, via: [gateway], reason)], help: "leave scope out")
      }
    }
  }

  static let defaultRouteWithoutGateway = Rule(
    "default-route-without-gateway", .warning, "a default route where no address has a gateway",
    effect: """
      A route without gw takes the first gateway of its family. static hands out none unless the address names one, \
      so the route becomes an on-link one, in every release: the pod looks for every address of the world on its own \
      link, and finds it only where a router answers for others (proxy ARP). A bridge that is a gateway works one \
      out.
      """,
    wrong: #"""
      {"type": "macvlan", "master": "eno1",
       "ipam": {"type": "static",
        "addresses": [{"address": "10.1.2.3/24"}],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "macvlan", "master": "eno1",
       "ipam": {"type": "static",
        "addresses": [{"address": "10.1.2.3/24", "gateway": "10.1.2.1"}],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["common: a route without gw takes the first gateway"]
  ) { subject, findings in
    // ptp refuses an address without a gateway; another rule says so.
    for plan in subject.addressPlans where plan.isStatic && plan.plugin.type != "ptp" {
      for route in plan.routes where route.isDefault && route.gateway == nil {
        guard plan.inheritedGateways(route.family)?.isEmpty ?? false,
          let lease = plan.leases?.first(where: { $0.family == route.family }),
          lease.choices.allSatisfy({ $0.gateway == nil })
        else { continue }
        findings.report(
          "the default route has no gateway, and no \(route.family.word) address names one", at: route.place,
          notes: [
            .init("the address", at: lease.place),
            .init("ADD succeeds; the route is on-link, and leads nowhere unless a router answers for all"),
          ], help: "add gateway to the address, or \(plan.word("gw")) to the route")
      }
    }
  }
}

extension AddressPlan {
  /// Whether the kernel takes a gateway: it is on the link of every container, link-local, or on-link by an earlier
  /// route.
  fileprivate func reaches(
    _ gateway: IPAddress, _ leases: [Lease], after earlier: ArraySlice<PlannedRoute>
  ) -> Bool {
    if let linkLocal = CIDR("fe80::/10"), linkLocal.contains(gateway) { return true }
    if leases.contains(where: { $0.family == gateway.family && $0.reaches(gateway) }) { return true }
    return earlier.contains { route in
      // An IPv4 route counts as on-link for others only with scope link.
      route.destination.value.contains(gateway) && (gateway.family == .ipv6 || route.scope == 253)
        && (gateways(of: route)?.isEmpty ?? false)
    }
  }
}

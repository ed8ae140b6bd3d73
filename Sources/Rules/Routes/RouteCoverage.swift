import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let noDefaultRoute = Rule(
    "no-default-route", .error, "a network that masquerades, and no route to anywhere",
    effect: """
      isGateway gives the bridge an address and adds no route in the pod, and ptp adds one to the subnet only. \
      Without routes the pod starts and reaches nothing beyond its subnet, so there is nothing to masquerade, in \
      every release. isDefaultGateway adds a default route for each family.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true, "ipMasq": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true, "ipMasq": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["126-masquerade-without-default-route", "127-ptp-without-default-route"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.isOn("ipMasq") && plan.isWayOut && !plan.addsDefaultRoute {
      let stated = plan.ipam["routes"]
      guard stated == nil || stated?.array?.isEmpty ?? false else { continue }
      let families = Set(plan.knownLeases.map(\.family)).sorted()
      let defaults = (families.isEmpty ? [.ipv4] : families).map { "{\"dst\": \"\($0.defaultRoute)\"}" }.joined(
        separator: ", ")
      findings.report(
        "\(plan.plugin.word("ipMasq")) is on and there is no default route", at: (stated ?? plan.ipam.value).range,
        notes: [.init("ADD succeeds; the pod reaches nothing beyond its subnet")],
        help: plan.help(defaults: defaults))
    }
  }

  static let ipFamilyWithoutRoute = Rule(
    "ip-family-without-route", .warning, "an address family without a route beside one with a default route",
    effect: """
      The pod starts with addresses of both families, and packets of one of them end at the gateway's subnet, in \
      every release. Programs try that family first or at random, and wait.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}], [{"subnet": "fd00:88::/64"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}], [{"subnet": "fd00:88::/64"}]],
        "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]}}
      """#,
    facts: ["128-ipv6-without-default-route"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isWayOut && !plan.addsDefaultRoute {
      guard let stated = plan.ipam["routes"] else { continue }
      // A route that cannot be read may be the one that is missing.
      guard plan.routes.count == stated.array?.count else { continue }
      let families = Set(plan.knownLeases.map(\.family)).sorted()
      guard plan.routes.contains(where: { $0.isDefault && families.contains($0.family) }) else { continue }
      for family in families where !plan.routes.contains(where: { $0.family == family }) {
        findings.report(
          "the pod has an \(family.word) address and no \(family.word) route", at: stated.range,
          notes: [.init("ADD succeeds; \(family.word) ends at the gateway's subnet")],
          help: "add a route to \(family.defaultRoute), or leave \(family.word) out")
      }
    }
  }

  static let routeWithoutFamilyAddress = Rule(
    "route-without-family-address", .warning, "a route of a family that the container has no address of",
    effect: """
      There is no gateway to take, so the route becomes an on-link one that leads nowhere, in every release. Programs \
      that try the family wait for a time-out and do not fall back at once.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["129-ipv6-route-without-ipv6-address", "common: a route without gw takes the first gateway"]
  ) { subject, findings in
    for plan in subject.addressPlans where !plan.isOpen {
      guard let leases = plan.leases else { continue }
      for route in plan.routes where route.gateway == nil && !leases.contains(where: { $0.family == route.family }) {
        // A gateway of the wrong family is a fault of its own.
        guard plan.inheritedGateways(route.family)?.isEmpty ?? false else { continue }
        findings.report(
          "the route to \(route.destination.value) has no use, the container gets no \(route.family.word) address",
          at: route.place, notes: [.init("ADD succeeds; the route is on-link and leads nowhere")],
          help: "leave it out, or hand out \(route.family.word) addresses")
      }
    }
  }
}

extension AddressPlan {
  /// Whether the node routes the pods' packets on, so that a route can lead somewhere by way of it.
  fileprivate var isWayOut: Bool { (isGateway || plugin.type == "ptp") && (isHostLocal || isStatic) }

  fileprivate func help(defaults: String) -> String {
    let listed =
      if case .intent = ipam.vocabulary { "add routes: [default]" } else { "add \"routes\": [\(defaults)] to ipam" }
    return isGateway ? "\(listed), or switch \(plugin.word("isDefaultGateway")) on" : listed
  }
}

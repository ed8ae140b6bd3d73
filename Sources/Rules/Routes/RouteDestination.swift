import CNIModel
import Diagnostics
import NetworkTypes
import PlainText

extension Rule {
  static let routeDstInvalid = Rule(
    "route-dst-invalid", .error, "a route whose destination is no network",
    effect: "The IPAM plugin refuses the text on every ADD, in every release. A single host has the length 32 or 128.",
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.8.7"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.8.7/32"}]}}
      """#,
    facts: ["common: a route whose dst is not CIDR"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for element in plan.routeElements {
        guard let value = element["dst"], let text = value.string, CIDR(text) == nil, !text.contains(text: "{{") else {
          continue
        }
        let repaired = AddressRepair.clean(text)
        let fault = AddressRepair.slip(in: text, wantsPrefix: true) ?? "is no network such as 10.9.0.0/16"
        let help =
          CIDR(repaired).map { "write \($0)" }
          ?? IPAddress(repaired).map { address in
            address.value == 0
              ? "write \(address.family.defaultRoute) for the default route"
              : "write \(address)/\(address.family.bits) for a single host"
          }
          ?? (text == "default" ? "write 0.0.0.0/0 or ::/0" : nil)
        findings.report(
          text.isEmpty ? "the destination of the route is empty" : "destination \(text) of a route \(fault)",
          at: value.range, notes: [plan.fails("invalid CIDR address: \(text)")], help: help)
      }
    }
  }

  static let routeWithoutDst = Rule(
    "route-without-dst", .error, "a route without a destination",
    effect: """
      host-local and static let it pass and print the destination as <nil>; the interface plugin cannot read that, \
      and ADD fails, in every release. A destination of null is refused by the IPAM plugin itself.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"gw": "10.88.0.1"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "0.0.0.0/0", "gw": "10.88.0.1"}]}}
      """#,
    facts: ["131-empty-route", "common: routeFields dst"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for element in plan.routeElements where element["dst"] == nil {
        let isNull = element.memberIgnoringCase("dst") != nil
        findings.report(
          "the route has no \(plan.word("dst"))", at: element.range,
          notes: [plan.fails("invalid CIDR address: \(isNull ? "" : "<nil>")")],
          help: "name its destination; that of a default route is 0.0.0.0/0 or ::/0")
      }
    }
  }

  static let routeHostBitsSet = Rule(
    "route-host-bits-set", .error, "an IPv4 route to an address inside of a network",
    effect: "The IPAM plugin lets it pass, the kernel refuses the route, and ADD fails, in every release.",
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "172.17.0.1/12"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "172.16.0.0/12"}]}}
      """#,
    facts: ["common: an IPv4 route dst with host bits set"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for route in plan.routes where route.family == .ipv4 && !route.destination.value.isNetwork {
        let destination = route.destination.value
        findings.report(
          "destination \(destination) of a route has host bits set, the network is \(destination.network)",
          at: route.destination.range,
          notes: [plan.failsAtRoute(route, via: plan.gateways(of: route), "invalid argument")],
          help: "write \(destination.network)")
      }
    }
  }

  static let ipv6RouteHostBitsSet = Rule(
    "ipv6-route-host-bits-set", .warning, "an IPv6 route to an address inside of a network",
    effect: """
      The kernel drops the host bits and sets the route to the network. CHECK (plugins 0.8.0 and later) looks for the \
      route as written and fails; containerd never sends it.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00:88::/64"}]],
        "routes": [{"dst": "fd70:1::9/32"}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "fd00:88::/64"}]],
        "routes": [{"dst": "fd70:1::/32"}]}}
      """#,
    facts: ["common: an IPv4 route dst with host bits set", "119-ipv6-route-host-bits"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for route in plan.routes where route.family == .ipv6 && !route.destination.value.isNetwork {
        let destination = route.destination.value
        findings.report(
          "destination \(destination) of a route has host bits set, the network is \(destination.network)",
          at: route.destination.range,
          notes: [.init("ADD succeeds and the route is one to \(destination.network); CHECK does not find it")],
          help: "write \(destination.network)")
      }
    }
  }
}

extension AddressPlan {
  /// The elements of `routes` that are objects, as written.
  fileprivate var routeElements: [Value] {
    guard isHostLocal || isStatic else { return [] }
    return ipam.routes.map(\.value)
  }
}

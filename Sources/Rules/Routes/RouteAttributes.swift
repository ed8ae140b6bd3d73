import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let routeAttributeNotApplied = Rule(
    "route-attribute-not-applied", .warning, "mtu or advmss on a route",
    effect: """
      From plugins 1.6.0 on both are read and shown in the result, and no release up to 1.9.1 hands them to the \
      kernel. Before 1.6.0 they are not known at all.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16", "mtu": 1400}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16"}]}}
      """#,
    facts: ["130-route-advmss", "common: routeFields mtu", "common: routeFields advmss"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.routeRelease >= PlannedRoute.firstWithAttributes {
      for route in plan.routes {
        for key in ["mtu", "advmss"] {
          guard let value = route.route.value[key], let number = value.integer, number != 0 else { continue }
          findings.report(
            "\(plan.word(key)) \(number) of the route is never set, "
              + "plugins \(plan.routeRelease) only shows it in the result",
            at: value.range, notes: [.init("ADD succeeds; the route has no \(key)")],
            help: key == "mtu" ? "set the MTU of the whole interface" : "leave it out")
        }
      }
    }
  }

  static let routeNumberOutOfRange = Rule(
    "route-number-out-of-range", .error, "a metric, table or scope that the kernel has no room for",
    effect: """
      Metric and table are numbers from 0 to 4294967295, scope one from 0 to 254. Anything else is cut off or passed \
      over in silence: the route lands in the main table, or has no metric. So it is from plugins 1.6.0 on; before, \
      none of them is read.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16", "priority": -1}]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}]],
        "routes": [{"dst": "10.9.0.0/16", "priority": 100}]}}
      """#,
    facts: ["common: routeFields priority"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.routeRelease >= PlannedRoute.firstWithAttributes {
      for route in plan.routes {
        for (key, number, limit) in [
          ("priority", route.priority, Int(UInt32.max)), ("table", route.table, Int(UInt32.max)),
          ("scope", route.scope, 254),
        ] {
          guard let value = route.route.value[key], number < 0 || number > limit else { continue }
          // Scope 255 beside a gateway is another rule's.
          if key == "scope", number == 255, plan.gateways(of: route)?.isEmpty != true { continue }
          findings.report(
            "\(plan.word(key)) \(number) of the route is not from 0 to \(limit)", at: value.range,
            notes: [.init("the kernel is given another number, or none")], help: "leave it out for the default")
        }
      }
    }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let rangeOutsideSubnet = Rule(
    "range-outside-subnet", .error, "a start or an end of a range that lies outside of its subnet",
    effect: "host-local refuses every ADD, in every release. An address of the other family is outside as well.",
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/25", "rangeStart": "10.88.0.130"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/25", "rangeStart": "10.88.0.10"}]]}}
      """#,
    facts: ["host-local: rangeStart outside the subnet", "host-local: rangeEnd outside the subnet"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (set, range) in plan.ranges {
        guard let subnet = range.subnet?.value, subnet.hostBits >= 2 else { continue }
        for (key, printed, bound) in [("rangeStart", "RangeStart", range.start), ("rangeEnd", "RangeEnd", range.end)] {
          guard let bound, !subnet.contains(bound.value) else { continue }
          findings.report(
            "\(plan.word(key)) \(bound.value) is outside subnet \(subnet)", at: bound.range,
            notes: [plan.fails(set.refusal("\(printed) \(bound.value) not in network \(subnet)"))],
            help: "name an address from \(subnet.first) to \(subnet.last), or leave it out")
        }
      }
    }
  }

  static let rangeStartAfterEnd = Rule(
    "range-start-after-end", .error, "a range that ends before it begins",
    effect: """
      host-local refuses every ADD, in every release, and its text blames the subnet: RangeStart 10.88.0.60 not in \
      network 10.88.0.0/24. Without rangeStart a range begins behind the network address, so rangeEnd cannot be that \
      one.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.60", "rangeEnd": "10.88.0.50"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.50", "rangeEnd": "10.88.0.60"}]]}}
      """#,
    facts: ["host-local: rangeStart above rangeEnd"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (set, range) in plan.ranges {
        guard let subnet = range.subnet?.value, subnet.hostBits >= 2, let end = range.end, subnet.contains(end.value)
        else { continue }
        if let start = range.start, subnet.contains(start.value), start.value > end.value {
          findings.report(
            "\(plan.word("rangeStart")) \(start.value) lies behind \(plan.word("rangeEnd")) \(end.value)",
            at: start.range,
            notes: [
              .init("the end of the range", at: end.range),
              plan.fails(set.refusal("RangeStart \(start.value) not in network \(subnet)")),
            ], help: "exchange the two")
        } else if range.isUnset("rangeStart"), end.value == subnet.first, subnet.isNetwork {
          findings.report(
            "\(plan.word("rangeEnd")) \(end.value) is the network address, and a range begins behind it",
            at: end.range, notes: [plan.fails(set.refusal("RangeEnd \(end.value) not in network \(subnet)"))],
            help: "name the last address that is to be handed out, or leave it out")
        }
      }
    }
  }
}

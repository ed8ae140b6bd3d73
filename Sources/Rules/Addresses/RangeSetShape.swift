import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let noRanges = Rule(
    "no-ranges", .error, "host-local without a range to hand out",
    effect: """
      host-local refuses every ADD, in every release, unless the runtime brings ranges with the capability ipRanges. \
      containerd does not.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": []}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["host-local: no subnet, no ranges and no ipRanges capability"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isHostLocal && !plan.isOpen {
      // A null subnet is refused before anybody counts ranges.
      guard plan.ipam.value.memberIgnoringCase("subnet") == nil else { continue }
      let ranges = plan.ipam["ranges"]
      if let ranges, ranges.array?.isEmpty != true { continue }
      findings.report(
        ranges == nil ? "host-local has no ranges" : "ranges is empty", at: (ranges ?? plan.ipam.value).range,
        notes: [plan.fails("no IP ranges specified")],
        help: #"write "ranges": [[{"subnet": …}]] with the subnet to hand out"#)
    }
  }

  static let emptyRangeSet = Rule(
    "empty-range-set", .error, "an element of ranges without any range",
    effect: "host-local wants an address from each set, and refuses every ADD, in every release.",
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}], []]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["host-local: an empty set"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isHostLocal {
      let first = plan.ipam["subnet"] == nil ? 0 : 1
      for (index, element) in (plan.ipam["ranges"]?.array ?? []).enumerated() {
        guard element.isNull || element.array?.isEmpty == true else { continue }
        findings.report(
          "range set \(first + index) is empty", at: element.range,
          notes: [plan.fails("invalid range set \(first + index): empty range set")], help: "leave it out")
      }
    }
  }

  static let noAddresses = Rule(
    "no-addresses", .error, "static without an address",
    effect: """
      static itself succeeds with an empty result, and the interface plugin then refuses ADD, in every release, \
      unless the runtime brings addresses with the capability ips (0.8.2 and later).
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "static", "addresses": []}}"#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "static", "addresses": [{"address": "10.1.2.3/24", "gateway": "10.1.2.1"}]}}
      """#,
    facts: ["static: no addresses at all", "bridge: IPAM returned no address"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.isStatic && !plan.isOpen {
      let addresses = plan.ipam["addresses"]
      if let addresses, addresses.array?.isEmpty != true { continue }
      findings.report(
        addresses == nil ? "static has no addresses" : "addresses is empty",
        at: (addresses ?? plan.ipam.value).range, notes: [plan.fails("IPAM plugin returned missing IP config")],
        help: #"write "addresses": [{"address": …, "gateway": …}]"#)
    }
  }

  static let mixedFamiliesInSet = Rule(
    "mixed-families-in-set", .error, "IPv4 and IPv6 in one range set",
    effect: """
      A set gives a container one address, so host-local refuses sets of both families on every ADD, in every \
      release. For an address of each family write two sets.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}, {"subnet": "fd00:88::/64"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/16"}], [{"subnet": "fd00:88::/64"}]]}}
      """#,
    facts: ["host-local: ranges of one set must have one address family"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for set in plan.sets {
        guard let first = set.set.ranges.first?.subnet else { continue }
        let others = set.set.ranges.dropFirst().filter {
          $0.subnet.map { $0.value.family != first.value.family } ?? false
        }
        for other in others {
          guard let subnet = other.subnet else { continue }
          findings.report(
            "subnet \(subnet.value) is in one set with \(first.value), which is of the other family",
            at: other.value.range,
            notes: [
              .init("the first range of the set", at: first.range), plan.fails(set.refusal("mixed address families")),
            ], help: "give it a set, that is, an inner list, of its own")
        }
      }
    }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let hostBitsSet = Rule(
    "host-bits-set", .error, "a subnet that is an address inside of a network",
    effect: """
      From plugins 0.8.0 on host-local refuses every ADD and names the network's address. Up to 0.7.6 it takes the \
      subnet and counts from the address as written; see host-bits-shift-range.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.7.0/16"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["host-local: subnet with host bits"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.ipamRelease > Pool.lastWithHostBits {
      for (set, range) in plan.ranges {
        guard let subnet = range.subnet, !subnet.value.isNetwork, subnet.value.hostBits >= 2 else { continue }
        let refusal = """
          Network has host bits set. For a subnet mask of length \(subnet.value.prefix) the network address is \
          \(subnet.value.first)
          """
        findings.report(
          "\(plan.word("subnet")) \(subnet.value) has host bits set, the network is \(subnet.value.network)",
          at: subnet.range, notes: [plan.fails(set.refusal(refusal))], help: "write \(subnet.value.network)")
      }
    }
  }

  static let hostBitsShiftRange = Rule(
    "host-bits-shift-range", .warning, "a subnet that is an address, from which host-local counts start and gateway",
    effect: """
      Up to plugins 0.7.6 host-local takes a subnet with host bits. The gateway, and the first address unless \
      rangeStart names one, is then the address behind the one written: 10.88.7.1 for 10.88.7.0/16. From 0.8.0 on it \
      refuses such a subnet.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.7.0/16"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["host-local: subnet with host bits"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.ipamRelease <= Pool.lastWithHostBits {
      for (_, range) in plan.ranges {
        guard let subnet = range.subnet, !subnet.value.isNetwork, subnet.value.hostBits >= 2,
          let shifted = subnet.value.address.successor
        else { continue }
        let moved = ["gateway", "rangeStart"].filter { range.isUnset($0) }.map {
          $0 == "gateway" ? "the gateway" : "the first address"
        }
        guard !moved.isEmpty else { continue }
        let verb = moved.count == 1 ? "becomes" : "become"
        findings.report(
          "\(plan.word("subnet")) \(subnet.value) has host bits set, \(WordList.and(moved)) \(verb) \(shifted)",
          at: subnet.range,
          notes: [.init("ADD succeeds where \(shifted) is usable; plugins 0.8.0 and later refuse the subnet")],
          help: "write \(subnet.value.network), and name the gateway and the start that are meant")
      }
    }
  }
}

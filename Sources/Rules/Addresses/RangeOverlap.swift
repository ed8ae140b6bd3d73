import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let rangeOverlap = Rule(
    "range-overlap", .error, "two ranges of one network that share an address",
    effect: """
      host-local refuses every ADD, in every release. It compares what is handed out, from start to end, so two \
      ranges of one subnet may stand beside each other as long as they share no address. A top-level subnet counts as \
      a set of its own beside ranges.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.99"},
                   {"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.99"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/24", "rangeEnd": "10.88.0.99"},
                   {"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.100"}]]}}
      """#,
    facts: ["host-local: ranges of one set must not overlap", "host-local: range sets must not overlap"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      let pools = plan.pools
      for (index, later) in pools.enumerated() {
        guard let earlier = pools[..<index].first(where: { $0.pool.addresses.overlaps(later.pool.addresses) }) else {
          continue
        }
        let refusal =
          earlier.set.number == later.set.number
          ? later.set.refusal("subnets \(earlier.pool.addresses) and \(later.pool.addresses) overlap")
          : "range set \(earlier.set.number) overlaps with \(later.set.number)"
        let places = [earlier, later].map { $0.set.place(of: $0.pool.range) }
        let isInOrder = places[0].file != places[1].file || places[0].start <= places[1].start
        let (at, other) = isInOrder ? (later, earlier) : (earlier, later)
        findings.report(
          "range \(at.pool.addresses) overlaps with range \(other.pool.addresses)",
          at: isInOrder ? places[1] : places[0],
          notes: [.init("the other range", at: isInOrder ? places[0] : places[1]), plan.fails(refusal)],
          help: "let each address stand in one range only")
      }
    }
  }

  static let subnetWithRanges = Rule(
    "subnet-with-ranges", .warning, "a top-level subnet beside ranges of the same family",
    effect: """
      host-local adds the two: the subnet is a range set in front of the others, and the container gets an address \
      from each set, in every release. On a bridge that is a gateway two IPv4 addresses fail.
      """,
    wrong: #"""
      {"type": "macvlan", "master": "eno1",
       "ipam": {"type": "host-local", "subnet": "10.88.0.0/16", "ranges": [[{"subnet": "10.89.0.0/16"}]]}}
      """#,
    right: #"""
      {"type": "macvlan", "master": "eno1",
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}
      """#,
    facts: ["089-subnet-and-ranges"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      guard let ranges = plan.ipam["ranges"], let first = plan.sets.first, first.isOldForm,
        let subnet = first.set.ranges.first?.subnet
      else { continue }
      let family = subnet.value.family
      guard plan.sets.contains(where: { !$0.isOldForm && $0.set.family == family }) else { continue }
      findings.report(
        "ranges are added to subnet \(subnet.value), a container gets an \(family.word) address from each",
        at: ranges.range, notes: [.init("the subnet", at: subnet.range)], help: "keep one of the two")
    }
  }
}

extension IPAddress.Family {
  /// The name of the family.
  var word: String { self == .ipv4 ? "IPv4" : "IPv6" }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let subnetTooSmall = Rule(
    "subnet-too-small", .error, "a subnet with fewer than two host bits",
    effect: """
      host-local refuses /31 and /32, /127 and /128 on every ADD, in every release: it wants room for a network \
      address and a gateway. For a single address write a static one.
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/31"}]]}}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/30"}]]}}"#,
    facts: ["host-local: subnet with fewer than two host bits"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for (set, range) in plan.ranges {
        guard let subnet = range.subnet, subnet.value.hostBits < 2 else { continue }
        let widest = subnet.value.family == .ipv4 ? "/30" : "/126"
        findings.report(
          "\(plan.word("subnet")) \(subnet.value) is too small, host-local needs \(widest) or wider", at: subnet.range,
          notes: [plan.fails(set.refusal("Network \(subnet.value) too small to allocate from"))],
          help: "take a wider subnet, or the IPAM plugin static for a single address")
      }
    }
  }
}

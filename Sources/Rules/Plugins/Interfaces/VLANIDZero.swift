import CNIModel
import Diagnostics

extension Rule {
  static let vlanIDZero = Rule(
    "vlan-id-zero", .warning, "a VLAN interface without a VLAN",
    effect: """
      ADD succeeds. An absent vlanId means 0, in every release, and frames with VLAN 0 carry a priority but belong to no \
      VLAN: the pod is in the untagged network of the master.
      """,
    wrong: #"{"type": "vlan", "master": "eno1", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "vlan", "master": "eno1", "vlanId": 5, "ipam": {"type": "dhcp"}}"#,
    facts: ["vlan: vlanId must be in 0..4094"]
  ) { subject, findings in
    for vlan in subject.installed("vlan") {
      let value = vlan["vlanId"]
      guard value == nil || value?.integer == 0 else { continue }
      let word = vlan.word("vlanId")
      findings.report(
        value == nil ? "\(word) is missing, which means VLAN 0: no VLAN at all" : "\(word) 0 is no VLAN",
        at: (value ?? vlan.plugin.value).range,
        notes: [.init("ADD succeeds; the pod is in the untagged network of \(vlan.word("master"))")],
        help: "name the VLAN by \(word), from 1 to 4094")
    }
  }
}

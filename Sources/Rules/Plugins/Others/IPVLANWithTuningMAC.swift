import CNIModel
import Diagnostics

extension Rule {
  static let ipvlanWithTuningMAC = Rule(
    "ipvlan-with-tuning-mac", .error, "a MAC address for an ipvlan interface",
    effect: """
      All ipvlan interfaces share the MAC address of their master, and the kernel lets none of them have another: \
      tuning cannot set one, by its key or by the capability. So it is in every release.
      """,
    wrong: #"""
      [{"type": "ipvlan", "master": "eno1", "ipam": {"type": "dhcp"}}, {"type": "tuning", "mac": "02:5e:10:00:00:21"}]
      """#,
    right: #"[{"type": "ipvlan", "master": "eno1", "ipam": {"type": "dhcp"}}]"#,
    facts: ["ipvlan: a MAC cannot be set"]
  ) { subject, findings in
    for tuning in subject.installed("tuning") {
      guard subject.interface(before: tuning)?.type == "ipvlan" else { continue }
      if let mac = tuning.text("mac") {
        findings.report(
          "\(tuning.word("mac")) \(mac.value) cannot be set: ipvlan shares the MAC address of its master",
          at: mac.range, notes: [.init("ADD fails: the kernel refuses it")],
          help: "leave it out, or use macvlan")
      }
      if let capability = tuning.declared("mac") {
        findings.report(
          "the capability mac cannot be served: ipvlan shares the MAC address of its master", at: capability.range,
          notes: [.init("ADD of a pod that asks for a MAC address fails")], help: "leave it out, or use macvlan")
      }
    }
  }
}

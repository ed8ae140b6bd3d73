import CNIModel
import Diagnostics

extension Rule {
  static let macvlanPassthru = Rule(
    "macvlan-passthru", .warning, "a mode of macvlan that serves one pod",
    effect: """
      In mode passthru the master belongs to one macvlan interface alone. The first pod on the node works, ADD of the \
      second one fails. So it is in every release.
      """,
    wrong: #"{"type": "macvlan", "master": "eno1", "mode": "passthru", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "macvlan", "master": "eno1", "mode": "private", "ipam": {"type": "dhcp"}}"#,
    facts: ["233-passthru-new"]
  ) { subject, findings in
    for macvlan in subject.installed("macvlan") {
      guard let mode = macvlan.text("mode"), mode.value == "passthru" else { continue }
      let refusal = subject.target.addFailure(of: "macvlan", "failed to create macvlan: invalid argument")
      findings.report(
        "\(macvlan.word("mode")) passthru serves one pod on a node", at: mode.range,
        notes: [.init("the first pod works; ADD of the second one fails: \(refusal)")],
        help: "use bridge, private or vepa")
    }
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let vrfTwice = Rule(
    "vrf-twice", .error, "two vrf plugins for one interface",
    effect: """
      An interface belongs to one VRF. The second vrf finds that it has a master already: ADD of every pod fails, in \
      every release that ships vrf (from 0.9.0 on).
      """,
    wrong: #"[{"type": "bridge"}, {"type": "vrf", "vrfname": "blue"}, {"type": "vrf", "vrfname": "red"}]"#,
    right: #"[{"type": "bridge"}, {"type": "vrf", "vrfname": "blue"}]"#,
    facts: ["vrf: the interface already has a master"]
  ) { subject, findings in
    let plugins = subject.installed("vrf")
    guard let first = plugins.first else { return }
    for second in plugins.dropFirst() {
      let master = first.text("vrfname")?.value ?? "…"
      let refusal = "cmdAdd failed: interface eth0 has already a master set: \(master)"
      findings.report(
        "vrf stands in the chain already, and an interface belongs to one VRF", at: second.plugin.typeRange,
        notes: [
          .init(subject.target.addFails("vrf", refusal)), .init("the first one", at: first.plugin.typeRange),
        ],
        help: "keep one of them")
    }
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let disabledInterfaceWithIPAM = Rule(
    "disabled-interface-with-ipam", .error, "addresses for a container interface that is to stay down",
    effect: """
      From 1.4.1 on, where the key begins, the bridge plugin refuses disableContainerInterface beside ipam: an \
      interface that is down can hold no route. ADD of every pod fails.
      """,
    wrong: #"{"type": "bridge", "disableContainerInterface": true, "ipam": {"type": "host-local"}}"#,
    right: #"{"type": "bridge", "disableContainerInterface": true}"#,
    facts: ["bridge: disableContainerInterface with ipam"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.plugin.hasIPAM {
      guard let disabled = bridge.on("disableContainerInterface"), let ipam = bridge.plugin.ipam else { continue }
      let word = bridge.word("disableContainerInterface")
      findings.report(
        "\(word) and addresses exclude each other", at: Value.later(of: disabled, ipam.value).range,
        notes: [
          .init(
            subject.target.addFails("bridge", "cannot use IPAM when DisableContainerInterface flag is set"))
        ],
        help: "leave \(word) out, or hand out no addresses")
    }
  }
}

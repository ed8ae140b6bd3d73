import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let preserveDefaultVLANUnset = Rule(
    "preserve-default-vlan-unset", .warning, "a VLAN on a bridge port that stays in the default VLAN as well",
    effect: """
      In 1.3.0 to 1.7.1 preserveDefaultVlan is true where it is not written: the port is in VLAN 1 as well as in its \
      own, so the pod hears what it should not. From 1.8.0 on it is false. Writing it down gives the same network with \
      either.
      """,
    wrong: #"{"type": "bridge", "vlan": 100}"#,
    right: #"{"type": "bridge", "vlan": 100, "preserveDefaultVlan": false}"#,
    facts: ["177-default-vlan-kept"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.release <= "1.7.1" {
      guard bridge.reads("preserveDefaultVlan"), bridge["preserveDefaultVlan"] == nil else { continue }
      let trunk = bridge["vlanTrunk"].flatMap { $0.array?.isEmpty == false ? $0 : nil }
      guard let range = bridge.accessVLAN?.range ?? trunk?.range else { continue }
      let word = bridge.word("preserveDefaultVlan")
      findings.report(
        "\(word) is not set, and in plugins \(bridge.release) that means true: the port stays in VLAN 1 as well",
        at: range, notes: [.init("ADD succeeds; the pod hears VLAN 1 too. From 1.8.0 on it means false")],
        help: "set \(word) to false")
    }
  }
}

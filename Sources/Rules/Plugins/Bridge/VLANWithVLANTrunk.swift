import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let vlanWithVLANTrunk = Rule(
    "vlan-with-vlan-trunk", .error, "vlan and vlanTrunk together in a release that takes only one",
    effect: """
      The bridge plugin of 1.3.0 to 1.7.1 refuses the pair, so ADD of every pod fails. From 1.8.0 on vlan is then the \
      native VLAN of the trunk.
      """,
    wrong:
      #"{"type": "bridge", "vlan": 10, "vlanTrunk": [{"minID": 200, "maxID": 220}], "preserveDefaultVlan": false}"#,
    right: #"{"type": "bridge", "vlanTrunk": [{"minID": 200, "maxID": 220}], "preserveDefaultVlan": false}"#,
    facts: ["bridge: vlan (above 0) and a non-empty vlanTrunk exclude each other"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.release <= "1.7.1" {
      guard let vlan = bridge["vlan"], (vlan.integer ?? 0) > 0, let trunk = bridge["vlanTrunk"],
        trunk.array?.isEmpty == false
      else { continue }
      let (vlanWord, trunkWord) = (bridge.word("vlan"), bridge.word("vlanTrunk"))
      findings.report(
        "\(vlanWord) and \(trunkWord) exclude each other in plugins \(bridge.release)",
        at: Value.later(of: vlan, trunk).range,
        notes: [.init(subject.target.addFails("bridge", "cannot set vlan and vlanTrunk at the same time"))],
        help: "leave one of them out, or use plugins 1.8.0 or later")
    }
  }
}

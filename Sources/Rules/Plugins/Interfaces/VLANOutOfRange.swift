import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let vlanOutOfRange = Rule(
    "vlan-out-of-range", .error, "a VLAN number that no network has",
    effect: """
      VLANs are numbered from 0 to 4094. The vlan plugin refuses any other number in every release (its text says \
      4095), the bridge plugin from 0.8.3 on; in 0.8.0 to 0.8.2 it hands the number to the kernel as it is.
      """,
    wrong: #"{"type": "bridge", "vlan": 4095}"#,
    right: #"{"type": "bridge", "vlan": 4094}"#,
    facts: ["bridge: vlan must be in 0..4094", "vlan: vlanId must be in 0..4094"]
  ) { subject, findings in
    for plugin in subject.installed("bridge", "vlan") {
      let key = plugin.type == "bridge" ? "vlan" : "vlanId"
      guard let id = plugin.integer(key), !(0...4094).contains(id.value) else { continue }
      let limits = plugin.type == "bridge" ? "0 and 4094" : "0 and 4095 inclusive"
      let isChecked = plugin.type == "vlan" || plugin.release >= "0.8.3"
      let effect =
        isChecked
        ? subject.target.addFails(plugin.type, "invalid VLAN ID \(id.value) (must be between \(limits))")
        : "plugins \(plugin.release) do not check the number; no frame can carry it"
      findings.report(
        "\(plugin.word(key)) \(id.value) is out of range: 0 to 4094", at: id.range, notes: [.init(effect)])
    }
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let interfaceNameTooLong = Rule(
    "interface-name-too-long", .error, "a device name of more than 15 bytes",
    effect: """
      No device on Linux has a name of more than 15 bytes, in any release: where the plugin is to find the device, it \
      is not there, and where it is to make one (the vrf plugin), the kernel refuses. ADD of every pod fails.
      """,
    wrong: #"{"type": "macvlan", "master": "bond0-storage-01", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "macvlan", "master": "bond0-storage-1", "ipam": {"type": "dhcp"}}"#,
    facts: ["245-ipvlan-master-name-too-long", "246-vrf-name-too-long"]
  ) { subject, findings in
    for key in DeviceKey.atFault(in: subject) where key.fault.excessiveLength != nil {
      findings.report(
        "\(key.word) \(key.name.value) \(key.fault.words)", at: key.name.range,
        notes: [.init(key.outcome(in: subject))])
    }
  }
}

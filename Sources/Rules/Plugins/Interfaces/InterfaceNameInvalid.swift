import CNIModel
import Diagnostics

extension Rule {
  static let interfaceNameInvalid = Rule(
    "interface-name-invalid", .error, "a name that the device in question cannot have",
    effect: """
      Device names hold no slash, colon, white space or percent sign, and are none of the words ., .., all and default. \
      The loopback device lo can be no master, no VRF and no bridge, and cannot be moved. ADD of every pod fails, in \
      every release.
      """,
    wrong: #"{"type": "macvlan", "master": "lo", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "macvlan", "master": "eno1", "ipam": {"type": "dhcp"}}"#,
    facts: ["macvlan: master does not exist", "host-device: device missing"]
  ) { subject, findings in
    for key in DeviceKey.atFault(in: subject) where key.fault.excessiveLength == nil {
      findings.report(
        "\(key.word) \"\(key.name.value)\" \(key.fault.words)", at: key.name.range,
        notes: [.init(key.outcome(in: subject))])
    }
  }
}

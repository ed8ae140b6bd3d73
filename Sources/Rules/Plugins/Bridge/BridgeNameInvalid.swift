import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import PlainText

extension Rule {
  static let bridgeNameInvalid = Rule(
    "bridge-name-invalid", .error, "a bridge name that no bridge can have",
    effect: """
      ADD of every pod fails, in every release: the kernel refuses names with a slash, a colon, white space or a \
      percent sign, the names . and .., and the words all and default. The device lo is there already, and is no \
      bridge. An empty name is no name; leave the key out for cni0.
      """,
    wrong: #"{"type": "bridge", "bridge": "br/pods"}"#,
    right: #"{"type": "bridge", "bridge": "br-pods"}"#,
    facts: ["bridge: bridge name over 15 bytes", "bridge: bridge names a device of another kind"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") {
      guard let value = bridge["bridge"], let name = value.string, let fault = DeviceNameFault.of(name),
        fault.excessiveLength == nil
      else { continue }
      let text = name.isEmpty ? "the bridge's name" : "bridge name \"\(name)\""
      let refusal = "failed to create bridge \"\(name)\": \(fault.bridgeRefusal(of: name))"
      findings.report(
        "\(text) \(fault.words)", at: value.range, notes: [.init(subject.target.addFails("bridge", refusal))],
        help: name.isEmpty ? "name the bridge, or leave \(bridge.word("bridge")) out for cni0" : nil)
    }
  }
}

extension DeviceNameFault {
  /// What the bridge plugin says where it cannot make the device.
  fileprivate func bridgeRefusal(of name: String) -> String {
    switch self {
    case .loopback: "\"\(name)\" already exists but is not a bridge"
    case .form(.empty): "could not add \"\": LinkAttrs.Name cannot be empty"
    // The kernel counts devices up by %d, and the plugin then looks for the pattern itself.
    case .form(.character("%")) where name.contains(text: "%d"): "could not lookup \"\(name)\": Link not found"
    default: "could not add \"\(name)\": invalid argument"
    }
  }
}

import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let bridgeNameTooLong = Rule(
    "bridge-name-too-long", .error, "a bridge name that the kernel cannot take",
    effect: """
      A device name has 15 bytes at most, in every release, so ADD of every pod fails. From 0.8.0 on a bridge with \
      vlan and isGateway has its gateway's address on a second device, named after bridge and VLAN (br-pods.4000): \
      that name has to fit too.
      """,
    wrong: #"{"type": "bridge", "bridge": "br-frontend-prod"}"#,
    right: #"{"type": "bridge", "bridge": "br-frontend"}"#,
    facts: ["bridge: bridge name over 15 bytes", "bridge: vlan above 0 with isGateway"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") {
      guard let value = bridge["bridge"], let name = value.string else { continue }
      if let count = DeviceNameFault.of(name)?.excessiveLength {
        let refusal = "failed to create bridge \"\(name)\": could not add \"\(name)\": numerical result out of range"
        findings.report(
          "bridge name \(name) has \(count) bytes, a device name at most \(InterfaceName.maximumLength)",
          at: value.range, notes: [.init(subject.target.addFails("bridge", refusal))])
      } else if bridge.isGateway, let vlan = bridge.accessVLAN,
        case .tooLong(let count)? = InterfaceName.fault(of: bridge.gatewayDevice)
      {
        findings.report(
          "bridge name \(name) is too long for \(bridge.word("vlan")) \(vlan.value): the gateway's device "
            + "\(bridge.gatewayDevice) has \(count) bytes, a device name at most \(InterfaceName.maximumLength)",
          at: value.range,
          notes: [.init("ADD fails: the kernel does not take the name"), .init("the VLAN", at: vlan.range)],
          help: "use a name of at most \(InterfaceName.maximumLength - count + name.utf8.count) bytes")
      }
    }
  }
}

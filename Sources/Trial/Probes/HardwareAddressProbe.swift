import CNIModel
import Diagnostics
import NetworkTypes

/// The containers' device has the hardware address that the list names or lets the runtime choose.
enum HardwareAddressProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    let declaring = scene.chain.list.plugins.last { $0.declares("mac") }
    let naming = scene.chain.list.plugins.last { $0["mac"]?.string != nil }
    guard let plugin = declaring ?? naming else { return [] }
    var findings: [Finding] = []
    for attachment in scene.attachments {
      let number = attachment.container.number
      let wanted =
        declaring == nil ? plugin["mac"]?.string ?? "" : RuntimeArguments.hardwareAddress(of: number)
      let device = try attachment.container.namespace.inside { () throws(TrialFault) in
        try Devices().named(scene.device)
      }
      let seen = device?.hardwareAddress ?? []
      let text = seen.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
      let range = (declaring == nil ? plugin["mac"]?.range : plugin["capabilities"]?.member("mac")?.nameRange)
      findings.append(
        Finding(
          "mac", "container \(number)", expected: MACAddress(wanted)?.description ?? wanted, seen: text,
          MACAddress(wanted) == MACAddress(text) ? .held : .failed, at: range ?? plugin.typeRange))
    }
    return findings
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

/// A key that names a network device, apart from the bridge's own name.
struct DeviceKey: Sendable {
  let plugin: InstalledPlugin
  /// The key in the words of the author.
  let word: String
  let name: Located<String>
  let fault: DeviceNameFault

  /// The keys of a chain whose values cannot be the device that they are to be. An empty text counts as not set.
  static func atFault(in subject: Subject) -> [DeviceKey] {
    let keys = [
      ("macvlan", "master"), ("ipvlan", "master"), ("vlan", "master"), ("host-device", "device"), ("vrf", "vrfname"),
      ("tap", "bridge"),
    ]
    return keys.flatMap { type, key in
      subject.installed(type).compactMap { plugin in
        guard let name = plugin.text(key), let fault = DeviceNameFault.of(name.value) else { return nil }
        return DeviceKey(plugin: plugin, word: plugin.word(key), name: name, fault: fault)
      }
    }
  }

  /// What the node shows, as far as the texts were seen; they differ with the release and the kernel.
  func outcome(in subject: Subject) -> String {
    let length = fault.excessiveLength
    switch (plugin.type, fault) {
    case ("vrf", .loopback): return subject.target.addFails("vrf", "cmdAdd failed: Netlink lo is not a VRF")
    case ("vrf", _):
      let refusal = length == nil ? "…" : "numerical result out of range"
      return subject.target.addFails("vrf", "cmdAdd failed: could not add VRF \(name.value): \(refusal)")
    case ("macvlan", .loopback):
      return subject.target.addFails("macvlan", "failed to create macvlan: invalid argument")
    case ("host-device", .loopback):
      return subject.target.addFails("host-device", "failed to move link invalid argument")
    case (_, .loopback): return "ADD fails: the loopback device cannot be used so"
    case ("ipvlan", _) where plugin.release >= "1.7.0":
      return subject.target.addFails("ipvlan", "failed to lookup master \"\(name.value)\": Link not found")
    default: return "ADD fails: there can be no device of that name"
    }
  }
}

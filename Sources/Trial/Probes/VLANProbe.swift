import CNIModel
import Diagnostics

/// A bridge whose containers belong to VLANs tells VLANs apart. One that does not carries everything to everybody.
enum VLANProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    guard let plugin = scene.outlook.plugin, plugin.type == "bridge" else { return [] }
    let vlan = plugin["vlan"].flatMap { $0.integer ?? 0 != 0 ? $0 : nil }
    guard let key = vlan ?? plugin["vlanTrunk"] else { return [] }
    let bridge = try Devices().named(plugin["bridge"]?.string ?? "cni0")
    let isFiltering = bridge?.filtersVLANs ?? false
    return [
      Finding(
        "vlan", expected: "the bridge tells VLANs apart", seen: isFiltering ? "it does" : "it does not",
        isFiltering ? .held : .failed, at: key.range)
    ]
  }
}

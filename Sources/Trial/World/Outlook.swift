import CNIModel
import Diagnostics
import NetworkTypes

/// What a network list says about the network around its containers, as far as the world has to be built for it.
struct Outlook {
  /// How containers are joined to the rest.
  enum Carrier {
    /// By the node, which has the gateway's addresses on a device of its own: bridge, ptp.
    case node
    /// By the segment of a device of the node, where a router has them: macvlan, ipvlan, vlan, host-device.
    case segment
    /// Not at all: loopback, dummy, tap.
    case none
    /// Nobody knows: a plugin of others.
    case unknown
  }

  let list: NetworkList
  let plugin: Plugin?
  let carrier: Carrier

  init(_ list: NetworkList) {
    self.list = list
    plugin = list.interfacePlugin
    carrier =
      switch plugin?.type {
      // Whoever hands out the addresses stands beside the node, so the bridge has to have an uplink.
      case "bridge" where plugin?.ipam?.type == "dhcp": .segment
      case "bridge", "ptp": .node
      case "macvlan", "ipvlan", "vlan", "host-device": .segment
      case "loopback", "dummy", "tap": .none
      case nil: list.plugins.allSatisfy { $0.type == "loopback" } ? .none : .unknown
      default: .unknown
      }
  }

  /// The subnets that the list gives addresses of, each with its gateway; those that host-local and static know.
  var subnets: [(subnet: CIDR, gateway: IPAddress?)] {
    list.plugins.flatMap { plugin -> [(subnet: CIDR, gateway: IPAddress?)] in
      guard let ipam = plugin.ipam else { return [] }
      let ranges = ipam.rangeSets.flatMap(\.ranges).compactMap { range in
        range.subnet.map { (subnet: $0.value.network, gateway: range.effectiveGateway) }
      }
      let fixed = ipam.staticAddresses.compactMap { address in
        address.address.map { (subnet: $0.value.network, gateway: address.gateway?.value) }
      }
      return ranges + fixed
    }
  }

  /// The device of the node that the plugin wants to find.
  var master: String? {
    switch plugin?.type {
    case "macvlan", "ipvlan", "vlan": plugin?["master"]?.string
    case "host-device": plugin?["device"]?.string
    default: nil
    }
  }

  /// The bridge that the node's administrator has put the uplink into; `nil` where the uplink stands by itself.
  var bridgeOfUplink: String? {
    guard carrier == .segment, let plugin, plugin.type == "bridge" else { return nil }
    return plugin["bridge"]?.string ?? "cni0"
  }

  /// The hardware address by which host-device looks for its device.
  var wantedHardwareAddress: [UInt8]? {
    guard plugin?.type == "host-device", master == nil, let text = plugin?["hwaddr"]?.string else { return nil }
    return MACAddress(text).map { address in (0..<6).map { UInt8(truncatingIfNeeded: address.value >> (40 - 8 * $0)) } }
  }

  /// The place that promises a masquerade; `nil` where nobody does.
  var masquerade: SourceRange? {
    guard carrier == .node, let plugin, plugin.isOn("ipMasq") else { return nil }
    return plugin["ipMasq"]?.range
  }

  /// Whether only one container at a time can be attached, because the device goes into it.
  var takesOneContainer: Bool { plugin?.type == "host-device" }

  /// Where plugins were told to keep their files.
  var folders: [String] {
    list.plugins.compactMap { $0.ipam?["dataDir"]?.string ?? $0["dataDir"]?.string }.filter { $0.hasPrefix("/") }
  }

  /// Whether addresses come from a DHCP server of the segment.
  var usesDHCP: Bool { list.plugins.contains { $0.ipam?.type == "dhcp" } }
}

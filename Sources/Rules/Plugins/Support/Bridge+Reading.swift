import CNIModel
import Diagnostics
import NetworkTypes

/// What several rules want to know of a bridge plugin.
extension InstalledPlugin {
  /// The name of the bridge device: the one stated, or the plugin's default.
  var bridgeName: String { self["bridge"]?.string ?? "cni0" }

  /// The key that makes the bridge a gateway; of two the plainer one. `nil` where none is on.
  var gatewayKey: (name: String, value: Value)? {
    for name in ["isGateway", "isDefaultGateway"] {
      if let value = on(name) { return (name, value) }
    }
    return nil
  }

  /// Whether neither key makes the bridge a gateway.
  var isNoGateway: Bool { isOff("isGateway") && isOff("isDefaultGateway") }

  /// Whether the bridge gets the gateway's address; it does only where there are addresses at all.
  var isGateway: Bool { gatewayKey != nil && plugin.hasIPAM }

  /// The VLAN of the container's port, where it has one that is possible.
  var accessVLAN: Located<Int>? {
    guard let vlan = integer("vlan"), (1...4094).contains(vlan.value) else { return nil }
    return vlan
  }

  /// The device that carries the gateway's address: the bridge, or a VLAN device on it.
  var gatewayDevice: String { accessVLAN.map { "\(bridgeName).\($0.value)" } ?? bridgeName }

  /// The addresses that the plugin may put on the gateway device, as far as the file tells.
  var gatewayAddresses: [CIDR] {
    guard let ipam = plugin.ipam else { return [] }
    let fromRanges = ipam.rangeSets.flatMap(\.ranges).compactMap { range -> CIDR? in
      guard let subnet = range.subnet?.value, let gateway = range.effectiveGateway else { return nil }
      return gateway.family == subnet.family ? CIDR(gateway, prefix: subnet.prefix) : nil
    }
    let fromAddresses = ipam.staticAddresses.compactMap { element -> CIDR? in
      guard let address = element.address?.value,
        let gateway = element.gateway?.value ?? address.first.successor, gateway.family == address.family
      else { return nil }
      return CIDR(gateway, prefix: address.prefix)
    }
    return fromRanges + fromAddresses
  }
}

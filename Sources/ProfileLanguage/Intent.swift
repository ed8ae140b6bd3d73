/// A section of a network that stands for a plugin, in the order in which the plugins stand in the chain.
package enum Intent: String, Sendable, CaseIterable {
  case bridge
  case ptp
  case macvlan
  case ipvlan
  case vlan
  case hostDevice
  case dummy
  case tap
  case loopback
  case tuning
  case vrf
  case sourceRouting
  case bandwidth
  case firewall
  case portMappings

  /// The plugin that it stands for.
  package var pluginType: String {
    switch self {
    case .hostDevice: "host-device"
    case .sourceRouting: "sbr"
    case .portMappings: "portmap"
    default: rawValue
    }
  }

  /// The intent that stands for a plugin, by the name of either.
  init?(plugin name: String) {
    guard let intent = Self.allCases.first(where: { $0.rawValue == name || $0.pluginType == name }) else { return nil }
    self = intent
  }

  /// Whether it makes the interface; the others are chained behind it.
  package var isInterface: Bool {
    switch self {
    case .tuning, .vrf, .sourceRouting, .bandwidth, .firewall, .portMappings: false
    default: true
    }
  }

  /// The capability without which the plugin would have nothing to do.
  package var impliedCapability: String? {
    switch self {
    case .portMappings: "portMappings"
    case .bandwidth: "bandwidth"
    default: nil
    }
  }

  /// The capability that is asked for without a word where some keys of the plugin are stated.
  package func impliedCapability(beside keys: [String]) -> String? {
    // Rates of the file make the bandwidth plugin deaf to those of the runtime: then nothing is asked for.
    let rates = ["ingressRate", "ingressBurst", "egressRate", "egressBurst"]
    return self == .bandwidth && keys.contains(where: rates.contains) ? nil : impliedCapability
  }

  /// Its place in the chain, from 0.
  package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The section that stands for a plugin type.
  package static func of(pluginType: String) -> Intent? { allCases.first { $0.pluginType == pluginType } }
}

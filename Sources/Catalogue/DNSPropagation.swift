package import NetworkTypes

/// Whether an interface plugin keeps the DNS settings that its IPAM plugin returned: host-local's `resolvConf`,
/// static's `dns`.
package enum DNSPropagation: Sendable, Hashable {
  /// From this release of the plugins on; before, something else stood in the result, which the text tells.
  case kept(since: Version, before: String)
  /// Never, up to the newest release: the result carries none of it.
  case never

  /// What a plugin does; `nil` for one that returns no addresses of its own or is not a reference plugin.
  package static func of(_ type: String) -> DNSPropagation? {
    switch type {
    case "bridge":
      .kept(since: "1.2.0", before: "replaced by the network's own dns, even where that is empty")
    case "ptp": .kept(since: "0.8.3", before: "replaced by the network's own dns")
    case "dummy": .kept(since: "1.2.0", before: "the plugin is not shipped; it never reads the network's own dns")
    case "macvlan", "ipvlan", "vlan", "host-device", "tap": .never
    default: nil
    }
  }

  /// Whether a release keeps them.
  package func isKept(in release: Version) -> Bool {
    switch self {
    case .kept(let since, _): release >= since
    case .never: false
    }
  }
}

extension Catalogue {
  /// The plugins by `type`, in alphabetical order. An entry is made when it is first asked for, so a run that needs
  /// three plugins makes three.
  private static let table: [(type: String, facts: @Sendable () -> PluginFacts)] = [
    ("bandwidth", { .bandwidth }),
    ("bridge", { .bridge }),
    ("dhcp", { .dhcp }),
    ("dummy", { .dummy }),
    ("firewall", { .firewall }),
    ("flannel", { .flannel }),
    ("host-device", { .hostDevice }),
    ("host-local", { .hostLocal }),
    ("ipvlan", { .ipvlan }),
    ("loopback", { .loopback }),
    ("macvlan", { .macvlan }),
    ("portmap", { .portmap }),
    ("ptp", { .ptp }),
    ("sbr", { .sbr }),
    ("static", { .staticIPAM }),
    ("tap", { .tap }),
    ("tuning", { .tuning }),
    ("vlan", { .vlan }),
    ("vrf", { .vrf }),
  ]

  /// The plugin of a `type`; `nil` for one that is not a reference plugin.
  package static func plugin(_ type: String) -> PluginFacts? { table.first { $0.type == type }?.facts() }

  /// The types of the reference plugins, in alphabetical order.
  package static var pluginTypes: [String] { table.map(\.type) }

  /// Every reference plugin of every release, in alphabetical order.
  package static var plugins: [PluginFacts] { table.map { $0.facts() } }

  /// The types that a release of the reference plugins ships, in alphabetical order.
  package static func pluginTypes(in release: PluginRelease) -> [String] {
    plugins.filter { $0.span.contains(release.version) }.map(\.type)
  }
}

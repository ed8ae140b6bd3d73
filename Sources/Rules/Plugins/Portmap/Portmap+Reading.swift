import CNIModel
import Diagnostics

/// What several rules want to know of a portmap plugin.
extension InstalledPlugin {
  /// The packet filter that the file asks for; `nil` where it leaves that to the plugin, or the release has no choice.
  var portmapBackend: Located<String>? { text("backend") }

  /// Whether the mappings go to nftables for certain.
  var usesNFTables: Bool { portmapBackend?.value == "nftables" }

  /// The chain of the administrator's that is to set the mark, where the plugin calls it: with iptables, and unless
  /// masquerading is switched off.
  var markChainInUse: Located<String>? {
    guard !usesNFTables, off("snat") == nil, let value = self["externalSetMarkChain"], let name = value.string else {
      return nil
    }
    return Located(name, at: value.range)
  }

  /// The lists of further conditions, each with the family of its rules.
  var conditionLists: [PortmapConditions] {
    ["conditionsV4", "conditionsV6"].compactMap { key in
      guard let value = self[key], let elements = value.array else { return nil }
      return PortmapConditions(key: key, value: value, elements: elements)
    }
  }
}

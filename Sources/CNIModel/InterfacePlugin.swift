import Catalogue
package import NetworkTypes

extension NetworkList {
  /// The plugin that makes the container's interface: the first one of that role but for loopback, which only brings
  /// `lo` up. `nil` where there is none, or where a plugin stands before it of which nobody knows what it does: it may
  /// have made the interface already.
  package var interfacePlugin: Plugin? {
    for plugin in plugins {
      guard let facts = plugin.facts, facts.role != .unstated else { return nil }
      if facts.role == .interface, plugin.type != "loopback" { return plugin }
    }
    return nil
  }

  /// The plugin that makes an interface without any address: it could have an IPAM plugin in the release, may do
  /// without, and names none. `nil` where there are addresses, or nobody can tell.
  package func pluginWithoutAddresses(in target: Target) -> Plugin? {
    guard let plugin = interfacePlugin, plugin.namesNoIPAM, let facts = plugin.facts else { return nil }
    let release = target.release(of: plugin.type).version
    guard facts.span.contains(release), case .optional(let span) = facts.ipam, span.contains(release) else {
      return nil
    }
    return plugin
  }
}

extension Plugin {
  /// Whether the catalogue knows the plugin and the release that the target takes it from has it: only then can its
  /// keys be judged.
  package func isKnown(in target: Target) -> Bool {
    facts?.span.contains(target.release(of: type).version) ?? false
  }

  /// Whether nothing under `ipam` names a plugin. A value of a wrong type, which libcni refuses, is no such case.
  package var namesNoIPAM: Bool {
    guard let value = value["ipam"] else { return true }
    guard value.object != nil else { return false }
    return value["type"].map { $0.string?.isEmpty ?? false } ?? true
  }

  /// The release of the reference plugins that it comes from.
  package func release(in target: Target) -> Version { target.release(of: type).version }
}

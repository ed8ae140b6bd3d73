package import Catalogue
package import Diagnostics
package import NetworkTypes

/// What the files must work on: releases from the catalogue, where the user named them, and what was measured on a node.
/// A class, as the plugins are.
package final class Target: Sendable {
  /// The name of its output folder where there are several; empty for the only one.
  package let name: String
  package let containerd: ContainerdRelease
  /// The release of the reference plugins.
  package let plugins: PluginRelease
  /// Plugins that the node has from another release than the rest.
  package let overrides: [String: PluginRelease]
  /// The Kubernetes minor version, where it is known.
  package let kubernetes: Version?
  /// What was found on a node; `nil` where only releases are known.
  package let capabilities: NodeCapabilities?
  /// Where each part is stated; `nil` for what came from the command line or was assumed.
  package let places: Places
  /// Whether nobody named the releases and the newest ones were taken, so that the node may have older ones.
  package let isAssumed: Bool

  /// The places of a target's parts in the profile.
  package struct Places: Sendable {
    package let containerd: SourceRange?
    package let plugins: SourceRange?
    package let overrides: [String: SourceRange]
    package let kubernetes: SourceRange?

    package init(
      containerd: SourceRange? = nil, plugins: SourceRange? = nil, overrides: [String: SourceRange] = [:],
      kubernetes: SourceRange? = nil
    ) {
      self.containerd = containerd
      self.plugins = plugins
      self.overrides = overrides
      self.kubernetes = kubernetes
    }
  }

  package init(
    name: String = "", containerd: ContainerdRelease, plugins: PluginRelease,
    overrides: [String: PluginRelease] = [:], kubernetes: Version? = nil, capabilities: NodeCapabilities? = nil,
    places: Places = Places(), isAssumed: Bool = false
  ) {
    self.name = name
    self.containerd = containerd
    self.plugins = plugins
    self.overrides = overrides
    self.kubernetes = kubernetes
    self.capabilities = capabilities
    self.places = places
    self.isAssumed = isAssumed
  }

  /// The release that a plugin comes from.
  package func release(of type: String) -> PluginRelease { overrides[type] ?? plugins }

  /// Where the release of a plugin is stated.
  package func place(of type: String) -> SourceRange? { places.overrides[type] ?? places.plugins }

  /// What is known of a plugin type: what was described for the node, else what the catalogue says; `nil` for one that
  /// nobody knows.
  package func facts(of type: String) -> PluginFacts? { capabilities?[type]?.facts ?? Catalogue.plugin(type) }

  /// The spec versions that a plugin answers: as measured, else by its release; `nil` for one that the target does not
  /// ship or nobody knows.
  package func specVersions(of type: String) -> [String]? {
    capabilities?[type]?.specVersions?.value ?? Catalogue.plugin(type)?.specVersions(in: release(of: type))
  }

  /// Whether a plugin is known not to be there, whatever its release ships.
  package func lacks(_ type: String) -> Bool { capabilities?.lacks(type) ?? false }
}

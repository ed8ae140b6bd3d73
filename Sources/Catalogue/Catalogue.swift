package import NetworkTypes

/// What every release of the reference plugins, of libcni and of containerd can do. Plain data, read where it is
/// asked for: a run pays for the entries that it looks up.
package enum Catalogue {
  /// The plugin of a `type`; `nil` for one that is not a reference plugin.
  package static func plugin(_ type: String) -> PluginFacts? { plugins.first { $0.type == type } }

  /// The release of the reference plugins with exactly this version.
  package static func pluginRelease(_ version: Version) -> PluginRelease? {
    pluginReleases.first { $0.version == version }
  }

  /// The newest release of the reference plugins.
  package static var newestPluginRelease: PluginRelease { pluginReleases[pluginReleases.count - 1] }

  /// The containerd release with exactly this version.
  package static func containerdRelease(_ version: Version) -> ContainerdRelease? {
    containerdLine(version)?.releases.first { $0.version == version }
  }

  /// The release line that a version belongs to.
  package static func containerdLine(_ version: Version) -> ContainerdLine? {
    containerdLines.first { $0.line == version.line }
  }
}

package import NetworkTypes

/// What every release of the reference plugins, of libcni and of containerd can do. Plain data, read where it is
/// asked for: a run pays for the entries that it looks up.
///
/// Where to add things: a plugin is a file in `Plugins/` and a line in its index; a release of the plugins is a line in
/// `PluginReleases.swift` and the spans of what it brought; a patch release of containerd is a line in the file of its
/// line in `Containerd/`.
package enum Catalogue {
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

  /// The newest containerd release proper; a pre-release is never taken unasked.
  package static var newestContainerdRelease: ContainerdRelease? {
    for line in containerdLineNames.reversed() {
      let newest = containerdLine(named: line)?.releases.last { $0.version.preRelease.isEmpty }
      if let newest { return newest }
    }
    return nil
  }

  /// The release line that a version belongs to.
  package static func containerdLine(_ version: Version) -> ContainerdLine? { containerdLine(named: version.line) }
}

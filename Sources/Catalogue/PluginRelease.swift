package import NetworkTypes

/// A release of the CNI reference plugins.
package struct PluginRelease: Sendable, Hashable {
  package let version: Version
  /// The day of its tag, as `yyyy-mm-dd`.
  package let date: String
  /// The commit of its tag, shortened. Releases of one commit are identical.
  package let commit: String
  /// The spec versions that its plugins answer, but for the exceptions in `PluginFacts`.
  package let specVersions: [String]

  package init(_ version: Version, _ date: String, commit: String, specVersions: [String]) {
    self.version = version
    self.date = date
    self.commit = commit
    self.specVersions = specVersions
  }
}

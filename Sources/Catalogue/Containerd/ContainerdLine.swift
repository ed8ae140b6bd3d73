/// A minor release line of containerd, `1.6`.
package struct ContainerdLine: Sendable {
  package let line: String
  /// `end_of_life`, `lts`, `active` or `future`, as the project's release page says.
  package let status: String
  /// When support ends or ended, in the words of the release page.
  package let endOfLife: String
  /// Versions of the CRI API that it serves.
  package let criAPI: [String]
  /// How it notices changes in its CNI folder.
  package let reload: String
  /// What changed within the line that concerns CNI.
  package let changes: [Change]
  /// Its patch releases, oldest first.
  package let releases: [ContainerdRelease]

  package init(
    _ line: String, status: String, endOfLife: String, criAPI: [String], reload: String, changes: [Change],
    releases: [ContainerdRelease]
  ) {
    self.line = line
    self.status = status
    self.endOfLife = endOfLife
    self.criAPI = criAPI
    self.reload = reload
    self.changes = changes
    self.releases = releases
  }
}

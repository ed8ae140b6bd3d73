import NetworkTypes

/// A minor release line of containerd, `1.6`.
package struct ContainerdLine: Sendable {
  /// Where a line stands in its life, as the project's release page says.
  package enum Status: String, Sendable, Hashable {
    case endOfLife = "end_of_life"
    /// Long-term support.
    case lts
    case active
    case future
  }

  /// How containerd notices changes in its CNI folder.
  package enum Reload: String, Sendable, Hashable {
    /// The folder is read again at every Status call of the CRI.
    case everyStatusCall
    /// The folder is watched; once it is removed or renamed, nothing is noticed until a restart.
    case watch
    /// The folder is watched; containerd exits when it is removed or renamed.
    case watchOrExit
  }

  package let line: String
  package let status: Status
  /// When support ends or ended, in the words of the release page.
  package let endOfLife: String
  /// Versions of the CRI API that it serves.
  package let criAPI: [CRIAPI]
  /// What limits one of these versions; empty where nothing does.
  package let criNote: String
  package let reload: Reload
  /// The form of the name of its bundle with plugins; empty where none is published.
  package let bundleName: String
  /// The spec version of the sample network that its scripts install, in its newest patch release.
  package let sampleSpec: String
  /// What changed within the line that concerns CNI. A span is about this line alone.
  package let changes: [Change]
  /// Its patch releases, oldest first.
  package let releases: [ContainerdRelease]

  package init(
    _ line: String, status: Status, endOfLife: String, criAPI: [CRIAPI], criNote: String = "", reload: Reload,
    bundleName: String = "", sampleSpec: String, changes: [Change], releases: [ContainerdRelease]
  ) {
    self.line = line
    self.status = status
    self.endOfLife = endOfLife
    self.criAPI = criAPI
    self.criNote = criNote
    self.reload = reload
    self.bundleName = bundleName
    self.sampleSpec = sampleSpec
    self.changes = changes
    self.releases = releases
  }

  /// The newest release of the line, a pre-release where there is no other.
  package var newest: ContainerdRelease? { releases.last { $0.version.preRelease.isEmpty } ?? releases.last }
}

/// A version of the interface between the kubelet and a runtime.
package enum CRIAPI: String, Sendable, Hashable, CaseIterable {
  case v1alpha1
  case v1alpha2
  case v1
}

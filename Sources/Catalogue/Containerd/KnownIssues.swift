package import NetworkTypes

extension Catalogue {
  /// Every known fault of containerd that touches CNI, by theme.
  package static var knownIssues: [KnownIssue] {
    KnownIssue.aboutVersions + KnownIssue.aboutConfig + KnownIssue.aboutFolder + KnownIssue.aboutPods
      + KnownIssue.aboutPackages
  }

  /// The fault of an id.
  package static func knownIssue(_ id: String) -> KnownIssue? { knownIssues.first { $0.id == id } }

  /// The faults that a release has.
  package static func knownIssues(in version: Version) -> [KnownIssue] {
    knownIssues.filter { $0.affects(version) }
  }
}

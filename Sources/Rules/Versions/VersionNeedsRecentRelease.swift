import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionNeedsRecentRelease = Rule(
    "version-needs-recent-release", .warning, "the newest spec version, and no word about what the nodes run",
    effect: """
      1.1.0 needs containerd 2.0 and plugins 1.6.0 on every node. Older plugins refuse it at every ADD, older runtimes \
      cannot read the result, and containerd 2.0.1 and later with older plugins stay NotReady. Nothing is said about \
      this where the target is named: then the releases themselves are checked.
      """,
    wrong: #"{"cniVersion": "1.1.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["common: cniVersion not in the supported list"]
  ) { subject, findings in
    guard subject.target.isAssumed, let version = subject.selectedVersion,
      version.value == Subject.releasedSpecVersions.last, let parsed = Version(version.value),
      let plugins = Catalogue.pluginReleases.first(where: { $0.specVersions.contains(version.value) }),
      let containerd = Catalogue.oldestContainerd(reading: parsed)
    else { return }
    findings.report(
      "cniVersion \(version.value) needs containerd \(containerd.version) and plugins \(plugins.version) or later",
      at: version.range, notes: [.init("no target is named, so the newest releases were assumed")],
      help: "name the target's releases, or write 1.0.0")
  }
}

extension Catalogue {
  /// The oldest containerd release whose libcni reads results of a spec version.
  fileprivate static func oldestContainerd(reading version: Version) -> ContainerdRelease? {
    containerdLines.lazy.flatMap(\.releases).first { $0.specMaximum >= version }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionsListIgnored = Rule(
    "versions-list-ignored", .warning, "cniVersions on a runtime that does not read it",
    effect: """
      cniVersions came with libcni 1.2.0, that is containerd 2.0. Older ones take cniVersion alone, and read an absent \
      one as 0.1.0.
      """,
    wrong: #"""
      {"cniVersion": "0.4.0", "cniVersions": ["0.4.0", "1.0.0"], "name": "n", "plugins": [{"type": "bridge"}]}
      """#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: cniVersions"]
  ) { subject, findings in
    guard let member = subject.versionList, !subject.readsVersionList else { return }
    let taken = subject.statedVersion?.value ?? "0.1.0"
    findings.report(
      "\(subject.target.runtimeName) does not read cniVersions, it takes \(taken)", at: member.nameRange,
      notes: [.init("containerd reads cniVersions from 2.0 on")] + subject.target.runtimeNote,
      help: "leave cniVersions out")
  }

  static let versionsListOmitsVersion = Rule(
    "versions-list-omits-version", .warning, "cniVersions without the version that cniVersion states",
    effect: """
      libcni adds cniVersion to the list before it picks the greatest, so the list says less than what is in use. \
      Tools that read the list by itself come to another version.
      """,
    wrong: #"""
      {"cniVersion": "1.0.0", "cniVersions": ["0.3.1", "0.4.0"], "name": "n", "plugins": [{"type": "bridge"}]}
      """#,
    right: #"""
      {"cniVersion": "1.0.0", "cniVersions": ["0.4.0", "1.0.0"], "name": "n", "plugins": [{"type": "bridge"}]}
      """#,
    facts: ["libcni: cniVersion need not be in cniVersions"]
  ) { subject, findings in
    guard let member = subject.versionList, subject.readsVersionList, let version = subject.statedVersion,
      !subject.listedVersions.isEmpty, subject.listedVersions.allSatisfy({ subject.isReleased($0.version.value) }),
      !subject.listedVersions.contains(where: { $0.version.value == version.value })
    else { return }
    findings.report(
      "cniVersions does not list \(version.value), the version that cniVersion states", at: member.value.range,
      notes: [.init("cniVersion counts all the same", at: version.range)],
      help: "add \"\(version.value)\" to cniVersions")
  }

  static let versionsListEmpty = Rule(
    "versions-list-empty", .warning, "an empty cniVersions",
    effect: "libcni reads past an empty list and takes cniVersion.",
    wrong: #"{"cniVersion": "1.0.0", "cniVersions": [], "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: cniVersions"]
  ) { subject, findings in
    guard let member = subject.versionList, subject.readsVersionList, member.value.array?.isEmpty ?? false else {
      return
    }
    findings.report("cniVersions is empty and does nothing", at: member.value.range, help: "leave cniVersions out")
  }
}

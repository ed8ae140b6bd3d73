import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionAboveRuntime = Rule(
    "version-above-runtime", .error, "a spec version that the plugins know and the runtime does not",
    effect: """
      libcni reads results up to the spec version of its own release: containerd 1.3 to 1.5 up to 0.4.0, 1.6 and 1.7 \
      up to 1.0.0, 2.0 and later up to 1.1.0. Above that the file loads, the node is Ready, and every pod fails after \
      the plugin has run: interface and address stay until DEL.
      """,
    wrong: #"{"cniVersion": "1.1.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["known_issues: spec-above-runtime", "libcni: unsupported CNI result version"]
  ) { subject, findings in
    guard let version = subject.selectedVersion, subject.isReleased(version.value),
      let parsed = Version(version.value), parsed > subject.target.containerd.specMaximum,
      // Plugins that refuse the version do so before there is a result.
      subject.refusing(version.value).isEmpty
    else { return }
    let target = subject.target
    let text = "unsupported CNI result version \"\(version.value)\""
    let failure = subject.calledTypes.first.map { target.addFails($0, text) } ?? "ADD fails: \(text)"
    findings.report(
      "cniVersion \(version.value) is above what \(target.runtimeName) reads, \(target.containerd.specMaximum)",
      at: version.range,
      notes: [
        .init(failure),
        .init("the plugin has run by then: interface and address stay until DEL; the node is Ready all the same"),
      ] + target.runtimeNote,
      help: subject.versionHelp)
  }
}

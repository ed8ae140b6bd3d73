import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionUnknown = Rule(
    "version-unknown", .error, "a spec version that was never released",
    effect: """
      The plugins of every release compare cniVersion as a string with the versions they know: 0.1.0, 0.2.0, 0.3.0, \
      0.3.1, 0.4.0, 1.0.0, 1.1.0. Anything else, 1.0 or v1.0.0 too, is refused at every ADD. The file loads and the \
      node is Ready all the same. An entry of cniVersions that is no version at all keeps containerd 2.0 and later \
      from loading the list; one from the future is left out.
      """,
    wrong: #"{"cniVersion": "1.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["common: cniVersion not in the supported list", "libcni: cniVersions entries parse"]
  ) { subject, findings in
    if let version = subject.statedVersion, !subject.isReleased(version.value) {
      findings.report(
        "cniVersion \"\(version.value)\" is no released version of the CNI specification", at: version.range,
        notes: subject.notes(onUnknown: version), help: subject.helpForUnknown(version.value))
    }
    for (index, version) in subject.listedVersions where !subject.isReleased(version.value) {
      // libcni reads an empty entry as 0.1.0, which is a version, though hardly what anybody means.
      findings.report(
        "entry \(index) of cniVersions, \"\(version.value)\", is no released version of the CNI specification",
        at: version.range, notes: subject.notes(onUnknownEntry: version, index: index),
        help: subject.helpForUnknown(version.value))
    }
  }
}

extension Subject {
  fileprivate func notes(onUnknown version: Located<String>) -> [Diagnostic.Note] {
    if readsVersionList, versionList?.value.array != nil {
      if let fault = VersionText.fault(in: version.value) {
        return [
          .init(
            "the list is not loaded: error parsing configuration list: invalid cniVersion \(version.value): \(fault)")
        ]
      }
      if let selected = selectedVersion, selected.value != version.value {
        return [.init("\(target.runtimeName) takes \(selected.value) from cniVersions instead", at: selected.range)]
      }
    }
    guard let first = refusing(version.value).first else { return [] }
    return [.init(target.addFails(first.type, target.incompatible(version.value, first.versions)))]
  }

  fileprivate func notes(onUnknownEntry version: Located<String>, index: Int) -> [Diagnostic.Note] {
    guard readsVersionList else { return [] }
    if let fault = VersionText.fault(in: version.value), target.containerd.libcni >= "1.2.2" {
      let text = "invalid cniVersions entry \(version.value) at index \(index): \(fault)"
      return [.init("the list is not loaded: error parsing configuration list: \(text)")]
    }
    if let parsed = Version(version.value), parsed > target.containerd.specMaximum {
      return [.init("\(target.runtimeName) knows versions up to \(target.containerd.specMaximum) and leaves it out")]
    }
    return []
  }

  fileprivate func helpForUnknown(_ version: String) -> String {
    let released = Self.releasedSpecVersions
    if let meant = VersionText.meant(by: version, among: released) { return "write \"\(meant)\"" }
    return "the versions are \(WordList.and(released))"
  }
}

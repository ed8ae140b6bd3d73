import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionMissing = Rule(
    "version-missing", .error, "a list without cniVersion",
    effect: """
      An absent or empty cniVersion means 0.1.0. With containerd 1.3 to 1.6.3 pods then start and cannot be stopped: \
      invalid version "": the version is empty. In every release firewall, bandwidth and vrf refuse 0.1.0, a network \
      without addresses fails, a second address of one family fails, and results lose their interfaces. cniVersions \
      alone helps only on containerd 2.0 and later.
      """,
    wrong: #"{"name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: [
      "common: a result without any IP", "host-local: two sets of one family need cniVersion",
      "static: several addresses of one family need cniVersion", "known_issues: empty-cniversion-del",
      "libcni: empty_cni_version",
    ]
  ) { subject, findings in
    guard subject.list.value.object != nil, subject.statedVersion == nil, subject.miscased("cniVersion") == nil else {
      return
    }
    let member = subject.list.value.member("cniVersion")
    // A value of another type is a fault of its own.
    guard member == nil || member?.value.string != nil else { return }
    findings.report(
      member == nil ? "the list has no cniVersion" : "cniVersion is empty",
      at: member?.value.range ?? subject.list.value.range, notes: subject.notesOnMissingVersion,
      help: subject.helpForMissingVersion(member != nil))
  }
}

extension Subject {
  fileprivate var notesOnMissingVersion: [Diagnostic.Note] {
    if let selected = selectedVersion {
      return [
        .init(
          "\(target.runtimeName) takes \(selected.value) from cniVersions; older releases read an absent one as 0.1.0")
      ]
    }
    var notes: [Diagnostic.Note] = []
    // libcni learnt in 1.1.0 to read an empty version as 0.1.0 on DEL.
    if target.containerd.libcni < "1.1.0" {
      notes.append(.init("pods start and cannot be stopped: invalid version \"\": the version is empty"))
    }
    if let refusing = refusing("0.1.0").first {
      notes.append(.init(target.addFails(refusing.type, target.incompatible("0.1.0", refusing.versions))))
    } else if let plugin = list.pluginWithoutAddresses(in: target) {
      notes.append(.init(target.addFails(plugin.type, "cannot convert: no valid IP addresses")))
    } else if let crowded = crowdedFamily, let plugin = list.interfacePlugin {
      notes.append(.init(target.addFails(plugin.type, crowded.failure(at: ""))))
    }
    return notes.isEmpty ? [.init("it counts as 0.1.0: results have one address a family and no interfaces")] : notes
  }

  fileprivate func helpForMissingVersion(_ isEmpty: Bool) -> String {
    let version = selectedVersion?.value ?? recommendedVersion
    guard let version else { return specChoice.explanation }
    return isEmpty ? "write \"\(version)\"" : "add \"cniVersion\": \"\(version)\""
  }
}

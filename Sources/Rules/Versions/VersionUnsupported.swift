import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionUnsupported = Rule(
    "version-unsupported", .error, "a spec version that a plugin of the chain does not know",
    effect: """
      Plugins know the spec versions up to their release: 0.4.0 since 0.8.0, 1.0.0 since 1.0.0, 1.1.0 since 1.6.0. \
      firewall starts at 0.4.0 and has nothing else up to 1.0.0; bandwidth starts at 0.3.0 and lacks 0.4.0 in 1.0.0; \
      vrf starts at 0.3.1 and lacks 1.0.0 up to 1.0.0. One plugin that refuses is enough to fail every ADD; where \
      others ran before it, DEL fails alike, and interface and address of every try stay behind. The runtime picks \
      from cniVersions without asking the plugins. With 1.1.0, containerd 2.0.1 and later ask for STATUS, which \
      plugins before 1.6.0 do not know: the node stays NotReady with "missing containerID".
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}, {"type": "firewall"}]}"#,
    right: #"{"cniVersion": "0.4.0", "name": "n", "plugins": [{"type": "bridge"}, {"type": "firewall"}]}"#,
    facts: [
      "common: cniVersion not in the supported list", "firewall: cniVersion must be 0.4.0 or later",
      "vrf: cniVersion must be 0.3.1 or later", "common: GC or STATUS", "known_issues: status-with-old-plugins",
    ]
  ) { subject, findings in
    guard let version = subject.selectedVersion, subject.isReleased(version.value) else { return }
    let refusing = subject.refusing(version.value)
    guard let first = refusing.first else { return }
    let target = subject.target
    let names = WordList.and(refusing.map { target.named($0.type) }.collapsed(release: target.plugins.version))
    var notes: [Diagnostic.Note] = []
    if subject.statusFails(version.value) {
      notes.append(.init("the node stays NotReady: Network plugin returns error: missing containerID"))
    }
    for plugin in refusing where plugin.type == first.type || plugin.versions != first.versions {
      notes.append(.init(target.addFails(plugin.type, target.incompatible(version.value, plugin.versions))))
    }
    notes += target.versionsNote(of: first.type)
    if first.type != subject.list.plugins.first?.type {
      notes.append(.init("DEL fails alike, so interface and address of every try stay behind"))
    }
    if let parsed = Version(version.value), parsed > target.containerd.specMaximum {
      notes.append(.init("\(target.runtimeName) reads results up to \(target.containerd.specMaximum) only"))
    }
    findings.report(
      "\(subject.isListed(version) ? "cniVersions entry" : "cniVersion") \(version.value) is not supported by \(names)",
      at: version.range, notes: notes, help: subject.helpForUnsupported(version))
  }
}

extension Subject {
  /// Whether containerd asks old plugins for STATUS, and takes their refusal for a broken network.
  fileprivate func statusFails(_ version: String) -> Bool {
    target.callsStatus && (Version(version).map { $0 >= "1.1.0" } ?? false)
  }

  fileprivate func isListed(_ version: Located<String>) -> Bool { version.range != list.cniVersion?.range }

  fileprivate func helpForUnsupported(_ version: Located<String>) -> String {
    isListed(version) ? "leave \(version.value) out of cniVersions; \(specChoice.explanation)" : versionHelp
  }
}

extension [String] {
  /// `bridge of plugins 0.9.1`, `portmap of plugins 0.9.1` as `bridge`, `portmap of plugins 0.9.1`: a release that
  /// neighbours share is said once.
  fileprivate func collapsed(release: Version) -> [String] {
    let suffix = " of plugins \(release)"
    return indices.map { index in
      let next = index + 1
      guard next < count, self[index].hasSuffix(suffix), self[next].hasSuffix(suffix) else { return self[index] }
      return String(self[index].dropLast(suffix.count))
    }
  }
}

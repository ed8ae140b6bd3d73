import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let pluginNotInRelease = Rule(
    "plugin-not-in-release", .error, "a reference plugin that the target's release does not ship yet",
    effect: """
      The binary is not there: ADD fails with "failed to find plugin". With cniVersion 1.1.0 and containerd 2.0.1 or \
      later the node stays NotReady. host-device came with 0.7.0; bandwidth, firewall, sbr and static with 0.8.0; vrf \
      with 0.9.0; dummy with 1.2.0; tap with 1.3.0.
      """,
    wrong: #"{"type": "tap"}"#,
    right: #"{"type": "bridge"}"#,
    facts: ["releases: plugins", "known_issues: status-missing-binary"]
  ) { subject, findings in
    for reference in subject.pluginReferences where !subject.target.lacks(reference.type) {
      let release = subject.target.release(of: reference.type).version
      guard let span = reference.facts?.span, span.isAhead(of: release), let since = span.since else { continue }
      findings.report(
        "\(reference.type) came with plugins \(since), and the target has \(release)", at: reference.range,
        notes: subject.notes(onMissingBinary: reference) + subject.target.releaseNote(of: reference.type),
        help: "take plugins \(since) or later")
    }
  }

  static let pluginMovedElsewhere = Rule(
    "plugin-moved-elsewhere", .note, "a plugin that left the reference plugins",
    effect: """
      flannel was part of the reference plugins up to 0.9.1. Since 1.0.0 its binary comes from a project of its own, \
      flannel-io/cni-plugin; on a node without it ADD fails with "failed to find plugin". Its keys are not checked then.
      """,
    wrong: #"{"type": "flannel"}"#,
    right: #"{"type": "bridge"}"#,
    facts: ["releases: plugins", "flannel: until"]
  ) { subject, findings in
    for reference in subject.pluginReferences where !subject.target.lacks(reference.type) {
      let release = subject.target.release(of: reference.type).version
      guard let span = reference.facts?.span, span.isOver(at: release), let until = span.until else { continue }
      findings.report(
        "\(reference.type) is not in plugins \(release), plugins \(until) had it last", at: reference.range,
        notes: [.init("where no other package brings the binary: \(subject.target.missingBinary(reference))")]
          + subject.target.releaseNote(of: reference.type),
        help: "see that the nodes have it from its own project")
    }
  }

  static let unknownPlugin = Rule(
    "unknown-plugin", .error, "a slip in the name of a reference plugin",
    effect: """
      The binary is not there: ADD fails with "failed to find plugin". Where plugins ran before it, DEL fails before \
      it comes to them, and interface and address of every try stay behind. A name that resembles none of the \
      reference plugins is taken for a plugin of others.
      """,
    wrong: #"{"type": "brigde"}"#, right: #"{"type": "bridge"}"#, facts: ["libcni: find_plugin"]
  ) { subject, findings in
    for reference in subject.pluginReferences {
      guard let meant = PluginName.meant(by: reference, in: subject.target) else { continue }
      findings.report(
        "there is no plugin \(reference.type)", at: reference.range, notes: subject.notes(onMissingBinary: reference),
        help: "write \"\(meant)\"")
    }
  }

  static let thirdPartyPlugin = Rule(
    "third-party-plugin", .note, "a plugin that is not one of the reference plugins",
    effect: """
      Nothing is known of its keys, its spec versions and the place that it wants in a chain, so these pass unchecked. \
      A Capabilities document can describe it.
      """,
    wrong: #"{"type": "bridge", "ipam": {"type": "whereabouts"}}"#,
    right: #"{"type": "bridge", "ipam": {"type": "host-local"}}"#,
    facts: ["libcni: find_plugin"]
  ) { subject, findings in
    for reference in subject.pluginReferences
    where reference.facts == nil && PluginName.meant(by: reference, in: subject.target) == nil
      && !subject.refusesAsPath(reference) && !subject.target.lacks(reference.type)
    {
      var notes: [Diagnostic.Note] = []
      if subject.target.callsStatus, subject.effectiveVersion >= "1.1.0" {
        notes.append(
          .init(
            "cniVersion 1.1.0 has \(subject.target.runtimeName) call its STATUS; where it fails the node is NotReady"))
      }
      findings.report(
        "\(reference.type) is no reference plugin; its keys are not checked", at: reference.range, notes: notes)
    }
  }

  static let pluginTypeIsPath = Rule(
    "plugin-type-is-path", .error, "a type with a slash",
    effect: """
      type is the name of a file in the folders of plugins, not a path. libcni refuses a slash from 0.8.1 on \
      (containerd 1.5): invalid plugin name. Before, a relative path was followed.
      """,
    wrong: #"{"type": "../bin/bridge"}"#, right: #"{"type": "bridge"}"#, facts: ["libcni: find_plugin"]
  ) { subject, findings in
    for reference in subject.pluginReferences where subject.refusesAsPath(reference) {
      let name = reference.type.split(separator: "/").last.map(String.init)
      findings.report(
        "type \"\(reference.type)\" is a path, and must be the name of a plugin", at: reference.range,
        notes: [.init(subject.target.addFails(reference.plugin.type, "invalid plugin name: \(reference.type)"))],
        help: name.map { "write \"\($0)\"" })
    }
  }

  static let ipamTypeNotIPAM = Rule(
    "ipam-type-not-ipam", .error, "ipam.type names a plugin that hands out no addresses",
    effect: """
      The interface plugin runs what ipam.type names to get addresses. host-local, static and dhcp do that; the others \
      of the reference plugins make or change interfaces.
      """,
    wrong: #"{"type": "bridge", "ipam": {"type": "portmap"}}"#,
    right: #"{"type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["host-local: role", "static: role", "dhcp: role"]
  ) { subject, findings in
    for reference in subject.pluginReferences where reference.isIPAM {
      guard let facts = reference.facts, facts.role != .ipam, facts.role != .unstated else { continue }
      findings.report(
        "\(reference.type) is no IPAM plugin" + (facts.isReference ? ": it \(facts.summary)" : ""),
        at: reference.range, help: "write \"host-local\", \"static\" or \"dhcp\"")
    }
  }
}

extension Subject {
  /// Whether a slash in a type fails: libcni looks from 0.8.1 on, and so do plugins that run an IPAM plugin.
  fileprivate func refusesAsPath(_ reference: PluginReference) -> Bool {
    guard reference.type.contains("/") else { return false }
    return reference.isIPAM
      ? reference.plugin.release(in: target) >= "1.0.0" : target.containerd.libcni >= "0.8.1"
  }
}

extension Target {
  fileprivate func missingBinary(_ reference: PluginReference) -> String {
    addFails(reference.plugin.type, "failed to find plugin \"\(reference.type)\" in path […]")
  }
}

/// Names that look like those of plugins that exist.
enum PluginName {
  /// Plugins of others whose names are near to one of ours.
  private static let neighbours: Set<String> = ["macvtap", "ipvtap", "vxlan", "dhcp6", "gtp", "l2tp", "taps"]

  /// The plugin that was meant, a reference plugin or one that lies on the node; `nil` where the name is one, or
  /// resembles none.
  static func meant(by reference: PluginReference, in target: Target) -> String? {
    guard reference.facts == nil, !reference.type.contains("/"), !neighbours.contains(reference.type),
      target.capabilities?[reference.type] == nil
    else { return nil }
    let own = (target.capabilities?.plugins ?? []).filter { plugin in
      !reference.isIPAM || plugin.facts.map { $0.role == .ipam } ?? true
    }
    let candidates = Catalogue.plugins.filter { !reference.isIPAM || $0.role == .ipam }.map(\.type)
    return Spelling.nearest(to: reference.type, among: own.map(\.type.value) + candidates)
  }
}

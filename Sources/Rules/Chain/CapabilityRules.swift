import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let capabilityMissing = Rule(
    "capability-missing", .error, "a plugin that does nothing without a capability, and does not declare it",
    effect: """
      The runtime hands port mappings and limits only to plugins that declare the capability. portmap without \
      portMappings maps no port; bandwidth without bandwidth and without rates of its own limits nothing. Neither says \
      so.
      """,
    wrong: #"{"type": "portmap"}"#, right: #"{"type": "portmap", "capabilities": {"portMappings": true}}"#,
    facts: ["portmap: no portMappings in runtimeConfig"]
  ) { subject, findings in
    for plugin in subject.list.plugins {
      guard let capability = subject.neededCapability(of: plugin) else { continue }
      let stated = plugin["capabilities"]?.member(capability)?.value
      let isOff = stated?.bool == false
      let effect =
        capability == "portMappings"
        ? "no mapping ever reaches the plugin: every host port is dead"
        : "without rates of its own the plugin limits nothing, the limits of the pod are dropped"
      let act = isOff ? "switches the capability \(capability) off" : "does not declare the capability \(capability)"
      findings.report(
        "\(plugin.type) \(act)",
        at: stated.flatMap { $0.isNull ? nil : $0.range } ?? plugin.value.range,
        notes: [.init("ADD succeeds; \(effect)")], help: "write \"capabilities\": {\"\(capability)\": true}")
    }
  }

  static let capabilityUnknown = Rule(
    "capability-unknown", .error, "a slip in the name of a capability",
    effect: """
      Names of capabilities are compared letter by letter, other than the keys of a plugin. The runtime has no \
      argument for the name, and the plugin gets none.
      """,
    wrong: #"{"type": "portmap", "capabilities": {"portmappings": true}}"#,
    right: #"{"type": "portmap", "capabilities": {"portMappings": true}}"#,
    facts: ["libcni: capabilities", "portmap: no portMappings in runtimeConfig"]
  ) { subject, findings in
    for declared in subject.declaredCapabilities {
      guard case .slip(let meant) = declared.reader else { continue }
      findings.report(
        "there is no capability \(declared.name)", at: declared.member.nameRange,
        notes: [.init("ADD succeeds; the runtime hands nothing over for it")], help: "write \(meant)")
    }
  }

  static let capabilityNotConsumed = Rule(
    "capability-not-consumed", .warning, "a capability that neither the plugin nor its IPAM plugin reads",
    effect: """
      The runtime hands the argument over and the plugin reads past it, without a word. Capabilities of an IPAM plugin \
      are declared on the plugin that calls it; dns and cgroupPath no reference plugin reads.
      """,
    wrong: #"{"type": "ptp", "capabilities": {"mac": true}}"#, right: #"{"type": "ptp"}"#,
    facts: ["ptp: no mac key, no mac capability", "libcni: capabilities dns", "libcni: capabilities cgroupPath"]
  ) { subject, findings in
    for declared in subject.declaredCapabilities {
      guard case .nobody = declared.reader else { continue }
      let others = subject.otherReaders(of: declared.name, than: declared.plugin)
      let readers = (Catalogue.capability(declared.name)?.readers ?? []).map(\.plugin)
        .filter { Catalogue.plugin($0) != nil }
      let note = readers.isEmpty ? "no reference plugin reads it" : "read by \(WordList.and(readers))"
      let names = [declared.plugin.type] + [declared.plugin.ipam?.type].compactMap { $0 }.filter { !$0.isEmpty }
      let subjectWords = names.count == 2 ? "neither \(names[0]) nor \(names[1]) reads" : "\(names[0]) does not read"
      findings.report(
        "\(subjectWords) the capability \(declared.name)", at: declared.member.value.range,
        notes: [.init("ADD succeeds; what the runtime hands over is dropped"), .init(note)],
        help: others.first.map { "declare it on \($0)" } ?? "leave it out")
    }
  }

  static let capabilityTooNew = Rule(
    "capability-too-new", .error, "a capability that the plugin reads in later releases only",
    effect: """
      The runtime hands the argument over and the plugin reads past it. host-local takes ips from 1.0.0 on and \
      ipRanges from 0.7.0 on, static ips from 0.8.2 on, bridge mac from 1.0.0 on, macvlan from 0.8.7 on, tuning from \
      0.8.2 on; host-device takes deviceID from 0.8.6 on.
      """,
    wrong: #"{"type": "bridge", "capabilities": {"ips": true}, "ipam": {"type": "host-local"}}"#,
    right: #"{"type": "bridge", "ipam": {"type": "host-local"}}"#,
    facts: [
      "bridge: capabilities", "macvlan: capabilities", "host-device: capabilities", "host-local: capabilities",
      "static: capabilities", "tuning: capabilities",
    ]
  ) { subject, findings in
    for declared in subject.declaredCapabilities {
      guard case .later(let type, let since) = declared.reader else { continue }
      findings.report(
        "\(type) reads the capability \(declared.name) from \(subject.target.series(of: type)) \(since) on, "
          + "and the target has \(subject.target.release(of: type).version)",
        at: declared.member.value.range,
        notes: [.init("ADD succeeds; what the runtime hands over is dropped")] + subject.target.releaseNote(of: type),
        help: "take \(subject.target.series(of: type)) \(since) or later, or leave it out")
    }
  }

  static let capabilityMisplaced = Rule(
    "capability-misplaced", .error, "capabilities under ipam",
    effect: """
      The runtime reads capabilities of the plugin's object only. Those of the IPAM plugin belong there too: the \
      plugin hands its whole configuration on.
      """,
    wrong: #"{"type": "bridge", "ipam": {"type": "host-local", "capabilities": {"ips": true}}}"#,
    right: #"{"type": "bridge", "capabilities": {"ips": true}, "ipam": {"type": "host-local"}}"#,
    facts: ["libcni: capabilities rules"]
  ) { subject, findings in
    for plugin in subject.list.plugins {
      guard let ipam = plugin.ipam, subject.judges(ipam, of: plugin),
        let member = ipam.value.memberIgnoringCase("capabilities")
      else { continue }
      findings.report(
        "capabilities of \(ipam.type) belong into the \(plugin.type) object", at: member.nameRange,
        notes: [.init("ADD succeeds; the runtime does not see them and hands nothing over")],
        help: "move it out of ipam")
    }
  }

  static let capabilityNeverSent = Rule(
    "capability-never-sent", .note, "a capability that the target's containerd has no argument for",
    effect: """
      The plugin would read it, but containerd has arguments for portMappings and bandwidth, for dns from 1.4 on, for \
      pod annotations from 1.5 on and for cgroupPath from 1.7 on, and for nothing else. Other callers, nerdctl and \
      Multus among them, may send more.
      """,
    wrong: #"{"type": "bridge", "capabilities": {"mac": true}}"#, right: #"{"type": "bridge"}"#,
    facts: ["containerd: passed_to_plugins"]
  ) { subject, findings in
    for declared in subject.declaredCapabilities {
      guard case .reads(let type) = declared.reader,
        !Containerd.Passed.sends(declared.name, in: subject.target.containerd.version)
      else { continue }
      findings.report(
        "\(subject.target.runtimeName) never has an argument for the capability \(declared.name) of \(type)",
        at: declared.member.value.range, notes: [.init("other callers may; with containerd alone it does nothing")])
    }
  }
}

extension Subject {
  /// The capability without which a plugin does nothing at all, where it is neither declared nor meant.
  fileprivate func neededCapability(of plugin: Plugin) -> String? {
    guard plugin.isKnown(in: target), plugin["runtimeConfig"] == nil else { return nil }
    let capability: String
    switch plugin.type {
    case "portmap": capability = "portMappings"
    case "bandwidth" where !plugin.hasOwnRates: capability = "bandwidth"
    default: return nil
    }
    // Other types of values, and slips in the name, are faults of their own.
    if let capabilities = plugin["capabilities"] {
      guard capabilities.object != nil else { return nil }
      let stated = capabilities.member(capability)?.value
      guard stated == nil || stated?.bool == false || stated?.isNull ?? false else { return nil }
    }
    let isMeant = declaredCapabilities.contains { declared in
      guard declared.plugin.index == plugin.index, case .slip(let meant) = declared.reader else { return false }
      return meant == capability
    }
    return isMeant ? nil : capability
  }
}

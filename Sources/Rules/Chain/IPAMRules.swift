import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let ipamMissing = Rule(
    "ipam-missing", .error, "an interface plugin without the ipam that it needs",
    effect: """
      ptp, ipvlan, vlan and dummy refuse ADD without ipam; bridge and macvlan did so up to 0.7.6 and make a network \
      without addresses since 0.8.0. ipvlan behind another plugin takes that one's addresses.
      """,
    wrong: #"{"type": "ptp"}"#,
    right: #"{"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: [
      "ptp: ipam missing", "vlan: ipam missing", "dummy: ipam missing", "macvlan: ipam missing", "ipvlan: ipamRequired",
      "bridge: ipamOptionalSince", "ptp: STATUS forwards to IPAM", "vlan: STATUS fails without ipam",
    ]
  ) { subject, findings in
    for plugin in subject.list.plugins where subject.demandsIPAM(plugin) {
      let value = plugin["ipam"]
      guard value == nil || (value?.object?.isEmpty ?? false) else { continue }
      findings.report(
        value == nil ? "\(plugin.type) needs ipam" : "ipam of \(plugin.type) is empty",
        at: (value ?? plugin.value).range,
        notes: [.init(subject.target.addFails(plugin.type, subject.missingIPAMText(plugin)))],
        help: "add \"ipam\": {\"type\": \"host-local\", \"ranges\": [[{\"subnet\": …}]]}")
    }
  }

  static let ipamWithoutType = Rule(
    "ipam-without-type", .error, "an ipam that does not say which plugin",
    effect: """
      Without type no IPAM plugin is run, whatever else stands under ipam: bridge, macvlan, host-device and tap make \
      an interface without an address, the others refuse ADD.
      """,
    wrong: #"{"type": "macvlan", "ipam": {"ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    right: #"{"type": "macvlan", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}"#,
    facts: ["bridge: no ipam.type"]
  ) { subject, findings in
    for plugin in subject.list.plugins where subject.runsIPAM(plugin) {
      guard let ipam = plugin.ipam, ipam.type.isEmpty, !(ipam.value.object?.isEmpty ?? true) else { continue }
      // A type that is no string is a fault of its own.
      guard ipam["type"] == nil || ipam["type"]?.string != nil else { continue }
      let effect =
        subject.demandsIPAM(plugin)
        ? subject.target.addFails(plugin.type, subject.missingIPAMText(plugin))
        : "ADD succeeds; the pod has an interface without an address"
      findings.report(
        "ipam of \(plugin.type) has no type, so nothing under it is read", at: ipam.typeRange, notes: [.init(effect)],
        help: "add \"type\": \"host-local\", \"static\" or \"dhcp\"")
    }
  }

  static let ipamEmpty = Rule(
    "ipam-empty", .warning, "an empty ipam",
    effect: "It counts as an absent one: the interface has no address.",
    wrong: #"{"type": "bridge", "ipam": {}}"#, right: #"{"type": "bridge"}"#, facts: ["bridge: no ipam.type"]
  ) { subject, findings in
    for plugin in subject.list.plugins where subject.runsIPAM(plugin) && !subject.demandsIPAM(plugin) {
      guard let value = plugin["ipam"], value.object?.isEmpty ?? false else { continue }
      findings.report(
        "ipam of \(plugin.type) is empty, the interface gets no address", at: value.range,
        help: "name an IPAM plugin, or leave ipam out")
    }
  }

  static let ipamNeverRun = Rule(
    "ipam-never-run", .warning, "ipam in a plugin that runs no IPAM plugin",
    effect: "Chained plugins, IPAM plugins themselves and loopback read past ipam without a word.",
    wrong: #"[{"type": "bridge"}, {"type": "portmap", "ipam": {"type": "host-local"}}]"#,
    right: #"[{"type": "bridge", "ipam": {"type": "host-local"}}, {"type": "portmap"}]"#,
    facts: ["common: ipam", "loopback: ipam", "portmap: ipam", "bandwidth: ipam", "firewall: ipam", "tuning: ipam"]
  ) { subject, findings in
    for plugin in subject.list.plugins where plugin.isKnown(in: subject.target) {
      guard let facts = plugin.facts, facts.ipam == .none, facts.key("ipam") == nil, facts.role != .ipam,
        let member = plugin.value.memberIgnoringCase("ipam"), member.value.object != nil
      else { continue }
      findings.report(
        "\(plugin.type) runs no IPAM plugin", at: member.nameRange,
        help: subject.list.interfacePlugin.map { "move ipam into the \($0.type) object" } ?? "leave it out")
    }
  }

  static let chainedPluginWithoutAddress = Rule(
    "chained-plugin-without-address", .error, "a plugin that works on addresses, in a chain that gives none",
    effect: """
      sbr refuses ADD where the interface has no address. firewall and portmap say nothing: no rule is made and no \
      port is mapped.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "firewall"}]"#,
    right: #"[{"type": "bridge"}]"#,
    facts: ["sbr: prevResult without addresses", "portmap: prevResult without an address"]
  ) { subject, findings in
    guard let interface = subject.list.pluginWithoutAddresses(in: subject.target),
      interface.ipam?.value.object?.isEmpty ?? true
    else { return }
    for plugin in subject.list.plugins where plugin.index > interface.index {
      // A plugin of others may bring addresses.
      guard plugin.facts?.isReference ?? false else { return }
      guard plugin.isOne(of: "sbr", "firewall", "portmap"), plugin.isKnown(in: subject.target) else { continue }
      let effect =
        switch plugin.type {
        case "sbr": subject.target.addFails("sbr", "No IP addresses supplied on interface: eth0")
        case "firewall": "ADD succeeds; a pod without an address gets no rule, and nobody says so"
        default: "ADD succeeds; no port is mapped, and nobody says so"
        }
      findings.report(
        "\(plugin.type) needs an address, and \(interface.type) has no ipam", at: plugin.typeRange,
        notes: [.init(effect), .init("the interface without an address", at: interface.typeRange)],
        help: "give \(interface.type) an ipam, or leave \(plugin.type) out")
    }
  }
}

extension Subject {
  /// Whether a plugin of the chain is a reference plugin that runs an IPAM plugin in its release.
  func runsIPAM(_ plugin: Plugin) -> Bool {
    guard plugin.isKnown(in: target), let facts = plugin.facts, facts.ipam != .none else { return false }
    return facts.ipamSpan.contains(plugin.release(in: target))
  }

  /// Whether it refuses to work without.
  func demandsIPAM(_ plugin: Plugin) -> Bool {
    guard runsIPAM(plugin), let facts = plugin.facts else { return false }
    let release = plugin.release(in: target)
    // Behind another plugin ipvlan takes the addresses of that one's result.
    if plugin.index > 0, facts.mayFollow?.contains(release) ?? false { return false }
    switch facts.ipam {
    case .none: return false
    case .required: return true
    case .optional(let span): return !span.contains(release)
    }
  }

  /// What it says then.
  fileprivate func missingIPAMText(_ plugin: Plugin) -> String {
    let release = plugin.release(in: target)
    let demand = plugin.facts?.constraints(on: "ipam", in: release).first { $0.what.hasPrefix("ipam is required") }
    return demand?.errors(in: release).first?.text ?? "no plugin name provided"
  }
}

import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let chainedPluginFirst = Rule(
    "chained-plugin-first", .error, "a chained plugin in the first place of the chain",
    effect: """
      portmap, bandwidth, firewall, tuning, sbr and vrf change what a plugin before them made, and refuse ADD without \
      its result; tuning up to 0.7.6, and bandwidth without any rate, crash.
      """,
    wrong: #"[{"type": "portmap"}, {"type": "bridge"}]"#,
    right: #"[{"type": "bridge"}, {"type": "portmap"}]"#,
    facts: [
      "portmap: no prevResult", "bandwidth: no prevResult", "firewall: no prevResult", "tuning: no prevResult",
      "sbr: no prevResult", "vrf: no prevResult",
    ]
  ) { subject, findings in
    guard let plugin = subject.list.plugins.first, plugin.index == 0, plugin.isKnown(in: subject.target),
      let facts = plugin.facts, facts.role == .meta, plugin.value["prevResult"] == nil
    else { return }
    let release = plugin.release(in: subject.target)
    let demand = facts.constraints.first { $0.what.hasPrefix("needs a plugin before it") && $0.span.contains(release) }
    let text = demand?.errors(in: release).first?.text
    let interface = subject.list.plugins.first { $0.facts?.role == .interface && $0.type != "loopback" }
    findings.report(
      "\(plugin.type) stands first in the chain, and needs a plugin before it", at: plugin.typeRange,
      notes: [.init(text.map { subject.target.addFails(plugin.type, $0) } ?? facts.failureInFirstPlace)],
      help: interface.map { "move it behind \($0.type)" } ?? "put an interface plugin before it, such as bridge")
  }

  static let twoInterfacePlugins = Rule(
    "two-interface-plugins", .error, "two plugins of one chain that make the container's interface",
    effect: """
      Both make the interface of one name, eth0, and the second one fails. Two interfaces need two networks.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "macvlan"}]"#,
    right: #"[{"type": "bridge"}]"#,
    facts: ["traps: 139-bridge-and-ptp", "traps: 140-bridge-and-macvlan"]
  ) { subject, findings in
    guard let first = subject.list.interfacePlugin else { return }
    for plugin in subject.list.plugins where plugin.index > first.index && plugin.type != "loopback" {
      guard plugin.facts?.role == .interface, plugin.isKnown(in: subject.target) else { continue }
      // An ipvlan without master fails for another reason first, and `master-missing` says so.
      if plugin.type == "ipvlan", plugin["master"] == nil, first.isOne(of: "bridge", "ptp") { continue }
      let note = subject.secondInterfaceText(plugin)
      findings.report(
        "\(plugin.type) makes the container's interface, and \(first.type) has made it already", at: plugin.typeRange,
        notes: [
          .init(note.map { subject.target.addFails(plugin.type, $0) } ?? "both make the interface eth0 of the pod"),
          .init("the first one", at: first.typeRange),
        ],
        help: "leave one of them out, or make two networks")
    }
  }

  static let ipamPluginInChain = Rule(
    "ipam-plugin-in-chain", .error, "an IPAM plugin as an element of the chain",
    effect: """
      host-local, static and dhcp are run by an interface plugin that names them under ipam. In the chain host-local \
      fails at ADD and DEL: IPAM config missing 'ipam' key.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "host-local"}]"#,
    right: #"[{"type": "bridge", "ipam": {"type": "host-local"}}]"#,
    facts: ["host-local: ipam key absent"]
  ) { subject, findings in
    for plugin in subject.list.plugins where plugin.facts?.role == .ipam && plugin.isKnown(in: subject.target) {
      let fails = plugin.type == "host-local" && plugin["ipam"] == nil
      let text = "IPAM config missing 'ipam' key"
      findings.report(
        "\(plugin.type) is an IPAM plugin and belongs under ipam of the interface plugin", at: plugin.typeRange,
        notes: fails ? [.init("\(subject.target.addFails(plugin.type, text)); DEL fails alike")] : [],
        help: "write \"ipam\": {\"type\": \"\(plugin.type)\", …} in the interface plugin")
    }
  }

  static let duplicatePlugin = Rule(
    "duplicate-plugin", .warning, "a plugin that stands twice in a chain",
    effect: """
      libcni calls each element, so it works, and the second call adds nothing or undoes what the first one did.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "firewall"}, {"type": "firewall"}]"#,
    right: #"[{"type": "bridge"}, {"type": "firewall"}]"#,
    facts: ["libcni: duplicate_plugin_types"]
  ) { subject, findings in
    // A second vrf fails; `vrf-twice` tells.
    for (plugin, earlier) in subject.repeatedPlugins
    where !subject.shapesTwice(plugin, earlier) && plugin.type != "vrf" {
      findings.report(
        "\(plugin.type) stands in the chain already", at: plugin.typeRange,
        notes: [.init("the first one", at: earlier.typeRange)], help: "put the keys of both into one")
    }
  }

  static let bandwidthTwice = Rule(
    "bandwidth-twice", .error, "two bandwidth plugins that limit one direction",
    effect: """
      An interface has one root qdisc: the second bandwidth fails at ADD with "create qdisc: file exists".
      """,
    wrong: #"""
      [{"type": "bridge"}, {"type": "bandwidth"}, {"type": "bandwidth", "capabilities": {"bandwidth": true}}]
      """#,
    right: #"[{"type": "bridge"}, {"type": "bandwidth", "capabilities": {"bandwidth": true}}]"#,
    facts: ["traps: 143-bandwidth-twice"]
  ) { subject, findings in
    for (plugin, earlier) in subject.repeatedPlugins where subject.shapesTwice(plugin, earlier) {
      findings.report(
        "bandwidth stands in the chain already, and an interface has one root qdisc", at: plugin.typeRange,
        notes: [
          .init(subject.target.addFails("bandwidth", "create qdisc: file exists")),
          .init("the first one", at: earlier.typeRange),
        ], help: "put the keys of both into one")
    }
  }
}

extension Subject {
  /// What the second interface plugin says, where that is known.
  fileprivate func secondInterfaceText(_ plugin: Plugin) -> String? {
    switch plugin.type {
    case "bridge", "ptp": "container veth name provided (eth0) already exists"
    case "macvlan": "failed to rename macvlan to \"eth0\": file exists"
    default: nil
    }
  }

  /// Plugins that change an interface, and loopback, where the chain has had one of the type before.
  fileprivate var repeatedPlugins: [(plugin: Plugin, earlier: Plugin)] {
    list.plugins.compactMap { plugin in
      guard plugin.isKnown(in: target), plugin.facts?.role == .meta || plugin.type == "loopback" else { return nil }
      return list.plugins.first { $0.type == plugin.type && $0.index < plugin.index }.map { (plugin, $0) }
    }
  }

  /// Whether two bandwidth plugins limit a direction both. What the runtime asks for may be either.
  fileprivate func shapesTwice(_ a: Plugin, _ b: Plugin) -> Bool {
    guard a.type == "bandwidth" else { return false }
    return !a.shapedDirections.isDisjoint(with: b.shapedDirections)
  }
}

extension Plugin {
  /// The directions that a bandwidth plugin limits: those of its own rates; without any, both, at the runtime's word.
  fileprivate var shapedDirections: Set<String> {
    let own = ["ingress", "egress"].filter { value["\($0)Rate"] != nil || value["\($0)Burst"] != nil }
    return own.isEmpty ? ["ingress", "egress"] : Set(own)
  }
}

extension PluginFacts {
  /// What comes of a chained plugin that stands first, where the catalogue has no text for it.
  fileprivate var failureInFirstPlace: String {
    isReference ? "ADD fails: \(type) crashes" : "\(type) works on what a plugin before it made"
  }
}

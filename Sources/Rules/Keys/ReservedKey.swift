import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let reservedKey = Rule(
    "reserved-key", .error, "a key of a plugin that only the runtime may write",
    effect: """
      runtimeConfig, args, prevResult and cni.dev/… are the runtime's. libcni hands over what the file has in their \
      place: a runtimeConfig with a port mapping then belongs to every pod, and lasts until the runtime has an \
      argument of its own to hand over; a fixed address in args.cni.ips goes to the first pod and fails the second; a \
      prevResult in the first plugin is believed.
      """,
    wrong: """
      {"type": "portmap", "runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": \
      "tcp"}]}}
      """,
    right: #"{"type": "portmap", "capabilities": {"portMappings": true}}"#,
    facts: [
      "common: prevResult", "common: runtimeConfig", "common: args", "libcni: injected_by_runtime",
      "tuning: args.cni.sysctl without a sysctl key",
    ]
  ) { subject, findings in
    for plugin in subject.list.plugins {
      for member in plugin.value.object ?? [] where ReservedKey.is(member.name) {
        let key = ReservedKey.canonical(member.name)
        // Only the reference plugins are known to read args from a file by accident; others may document it.
        if key == "args", plugin.facts == nil { continue }
        if member.value.isNull { continue }
        findings.report(
          "\(member.name) belongs to the runtime and must not be in the file", at: member.nameRange,
          notes: [.init(ReservedKey.effect(of: key, in: plugin, subject.target))],
          help: ReservedKey.help(for: key, in: plugin))
      }
    }
  }

  static let overwrittenKey = Rule(
    "overwritten-key", .warning, "name or cniVersion in a plugin, other than the list's",
    effect: """
      libcni writes the list's name and version over those of a plugin, without a word. From libcni 1.0.0 on the \
      plugin's own name shows up in error texts, nowhere else.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge", "name": "b"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: injected_by_runtime"]
  ) { subject, findings in
    let stated = [("cniVersion", subject.selectedVersion), ("name", subject.list.name)]
    for plugin in subject.list.plugins {
      for (key, located) in stated {
        guard let member = plugin.value.memberIgnoringCase(key), let text = member.value.string, let located,
          text != located.value
        else { continue }
        findings.report(
          "\(key) \"\(text)\" of \(plugin.type) is overwritten with the list's, \"\(located.value)\"",
          at: member.nameRange, notes: [.init("the list states it here", at: located.range)],
          help: "leave \(key) out of the plugin")
      }
    }
  }

  static let internalKey = Rule(
    "internal-key", .error, "a key that a plugin reads by accident",
    effect: """
      host-device has an internal field DPDKMode that the file can set from 1.1.0 on. ADD then succeeds and moves no \
      device, unless pciBusID is set, which works it out anew.
      """,
    wrong: #"{"type": "host-device", "device": "eno2", "dpdkMode": true}"#,
    right: #"{"type": "host-device", "device": "eno2"}"#, facts: ["host-device: hiddenKeys", "common: host-device"]
  ) { subject, findings in
    for match in subject.keyMatches where match.scope.path.isEmpty {
      let name = match.member.name
      let hidden = match.scope.facts?.hiddenKeys.first { $0.name.equalsIgnoringCase(name) }
      guard let hidden, hidden.span.contains(match.scope.release), !(match.member.value.bool == false) else { continue }
      findings.report(
        "\(match.member.name) is internal to \(match.scope.reader)", at: match.member.nameRange,
        notes: [.init("ADD succeeds and moves no device, unless pciBusID is set")], help: "leave it out")
    }
  }
}

/// Keys of a plugin object that the runtime writes.
enum ReservedKey {
  private static let names = ["runtimeConfig", "args", "prevResult"]

  static func `is`(_ name: String) -> Bool { names.contains(canonical(name)) || canonical(name) == prefix }

  /// The name as the specification writes it; `cni.dev/` for everything under that prefix.
  static func canonical(_ name: String) -> String {
    let folded = name.lowercased()
    if folded.hasPrefix(prefix) { return prefix }
    return names.first { $0.lowercased() == folded } ?? name
  }

  private static let prefix = "cni.dev/"

  /// What comes of it on a node.
  static func effect(of key: String, in plugin: Plugin, _ target: Target) -> String {
    switch key {
    case "runtimeConfig":
      return """
        every pod gets it as if it had asked for it, until the runtime has an argument of its own for \(plugin.type), \
        which replaces the whole object
        """
    case "prevResult":
      return plugin.index == 0
        ? "\(plugin.type) believes it at ADD" : "libcni overwrites it with the result of the plugin before"
    case "args":
      if plugin.type == "tuning", plugin.value["sysctl"] == nil, plugin.value["args"]?["cni"]?["sysctl"] != nil {
        return "without a key sysctl, args.cni.sysctl crashes tuning: assignment to a nil map"
      }
      let inputs = (plugin.facts?.argsCNI ?? []) + (plugin.ipam?.facts?.argsCNI ?? [])
      let read = inputs.filter { $0.span.contains(plugin.release(in: target)) }.map(\.name)
      return read.isEmpty
        ? "\(plugin.type) reads nothing from it"
        : "it applies to every pod alike; \(plugin.type) takes \(WordList.and(read)) from args.cni"
    default:
      return "the prefix cni.dev/ is reserved since spec 1.0.0; libcni hands the key to the plugin as it is"
    }
  }

  /// What to write instead.
  static func help(for key: String, in plugin: Plugin) -> String {
    switch key {
    case "runtimeConfig":
      let inputs = (plugin.facts?.capabilities ?? []) + (plugin.ipam?.facts?.capabilities ?? [])
      guard let capability = inputs.first?.name else { return "leave it out" }
      return "declare \"capabilities\": {\"\(capability)\": true}; the runtime then writes runtimeConfig itself"
    case "args":
      return "leave it out; what is meant for one pod comes from the runtime, what is meant for all has keys of its own"
    default: return "leave it out"
    }
  }
}

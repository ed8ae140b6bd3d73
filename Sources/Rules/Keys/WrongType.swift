import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let wrongType = Rule(
    "wrong-type", .error, "a value of another JSON type than its key has",
    effect: """
      The plugins' decoder takes no string for a number or a boolean, no number for a string, no single value for a \
      list: ADD fails, in every release, and in most cases DEL too. Where libcni itself reads the key (name, \
      cniVersion, type, capabilities, ipam, dns, prevResult, the top of the list) the whole list is not loaded and the \
      node has no network. disableCheck as a string is refused before containerd 2.0.
      """,
    wrong: #"{"type": "bridge", "mtu": "1500"}"#, right: #"{"type": "bridge", "mtu": 1500}"#,
    facts: [
      "common: a key of the wrong JSON type", "common: a known key with a wrong type", "common: cniVersion of another",
      "host-local: ranges given as a flat list", "bandwidth: negative or non-integer",
      "tuning: sysctl value as a number",
      "tap: owner and group are numbers", "libcni: typed_at_load", "libcni: load_list_bytes",
    ]
  ) { subject, findings in
    subject.reportTopLevelTypes(into: &findings)
    for match in subject.keyMatches {
      guard let key = match.read else { continue }
      for fault in TypeFault.find(in: match.member.value, as: key.type(in: match.scope.release)) {
        findings.report(
          "\(match.describe(fault)) must be \(fault.expected.expectation), not \(fault.found)", at: fault.value.range,
          notes: [.init(subject.effect(of: fault, at: match))], help: fault.help)
      }
    }
  }
}

extension KeyMatch {
  /// How the faulty value is called: `mtu`, `ranges[0]`, `net.core.somaxconn in sysctl`.
  fileprivate func describe(_ fault: TypeFault) -> String {
    if fault.path.isEmpty { return name }
    return fault.path.hasPrefix("[") ? name + fault.path : "\(fault.path) in \(name)"
  }
}

extension TypeFault {
  /// What was found, in the words of JSON; a number as it is where only its size or its fraction is wrong.
  var found: String {
    if case .number(let text) = value.content {
      switch expected {
      case .integer, .unsigned: return text
      default: break
      }
    }
    return value.typeWord
  }

  /// Go's name for what was found.
  private var goWord: String {
    switch value.content {
    case .null: "null"
    case .bool: "bool"
    case .number(let text): found == text ? "number \(text)" : "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// The fixed part of what Go's decoder says; what follows depends on the Go release that built the plugin.
  var goText: String { "json: cannot unmarshal \(goWord) into …" }

  /// What to type, where the value itself tells.
  var help: String? {
    switch (expected, value.content) {
    case (.bool, .string(let text)) where text == "true" || text == "false": return "write \(text) without quotes"
    case (.bool, .number(let text)) where text == "0" || text == "1": return "write \(text == "0" ? "false" : "true")"
    case (.integer, .string(let text)), (.unsigned, .string(let text)):
      return Int(text) == nil ? nil : "write \(text) without quotes"
    case (.list(.list), .array), (.list, .object): return "put it into [ ]"
    case (.list(let element), .string(let text)) where element.isText && !text.contains(" "):
      return "write [\"\(text)\"]"
    case (let type, .number(let text)) where type.isText: return "put it in quotes: \"\(text)\""
    case (let type, .bool(let flag)) where type.isText: return "put it in quotes: \"\(flag)\""
    case (.map(.bool), .array(let names)):
      let entries = names.compactMap(\.string).map { "\"\($0)\": true" }
      return entries.isEmpty ? nil : "write {\(entries.joined(separator: ", "))}"
    default: return nil
    }
  }
}

extension Subject {
  /// What happens on a node: libcni refuses the list, or the plugin refuses ADD.
  fileprivate func effect(of fault: TypeFault, at match: KeyMatch) -> String {
    let plugin = match.scope.plugin
    let isTypedByRuntime =
      switch (match.scope.level, match.scope.path.first ?? match.key?.name ?? "") {
      case (.plugin, let key): Self.typedByRuntime.contains(key)
      case (.ipam, let key): key == "type"
      }
    guard isTypedByRuntime else { return target.addFails(plugin.type, fault.goText) }
    return """
      the list is not loaded and the node has no network: failed to parse plugin config \(plugin.index): error parsing \
      configuration: \(fault.goText)
      """
  }
}

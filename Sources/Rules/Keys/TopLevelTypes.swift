import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

/// The types of the values at the top of a list, as the libcni of the target reads them.
extension Subject {
  /// Reports values at the top that libcni refuses, and booleans in quotes, which only newer ones take.
  func reportTopLevelTypes(into findings: inout Findings) {
    guard list.value.object != nil else {
      let text = list.value.isNull ? "no name" : "json: cannot unmarshal \(list.value.goWord) into …"
      findings.report(
        "a list must be an object, not \(list.value.typeWord)", at: list.value.range,
        notes: [.init("the list is not loaded and the node has no network: error parsing configuration list: \(text)")])
      return
    }
    for key in Catalogue.conflistKeys {
      guard let member = list.value.member(key.name), let forms = key.forms(libcni: target.containerd.libcni) else {
        continue
      }
      reportTopLevelType(of: member, key, forms, into: &findings)
    }
  }

  private func reportTopLevelType(
    of member: Value.Member, _ key: ConflistKey, _ forms: [ConflistKey.Form], into findings: inout Findings
  ) {
    // libcni takes no null at the top, other than the plugins do.
    if member.value.isNull {
      report(member.value, key, expected: key.type, refusal(of: member.value, under: key), into: &findings)
      return
    }
    for fault in TypeFault.find(in: member.value, as: key.type) {
      let isTaken = forms.contains(.booleanInText) && fault.value.isBooleanText
      let refusal = isTaken ? nil : refusal(of: fault.value, under: key, index: fault.index)
      report(fault.value, key, expected: fault.expected, path: fault.path, refusal, into: &findings)
    }
    for (index, element) in (member.value.array ?? []).enumerated() where element.isNull {
      let expected: ValueType = key.name == "plugins" ? .object : .string
      let refusal = refusal(of: element, under: key, index: index)
      report(element, key, expected: expected, path: "[\(index)]", refusal, into: &findings)
    }
  }

  private func report(
    _ value: Value, _ key: ConflistKey, expected: ValueType, path: String = "", _ refusal: String?,
    into findings: inout Findings
  ) {
    let note =
      refusal.map { "the list is not loaded and the node has no network: \($0)" }
      ?? "\(target.runtimeName) takes the string too; before containerd 2.0 the list is not loaded"
    let text = value.string?.lowercased()
    let help = expected == .bool && (text == "true" || text == "false") ? "write \(text ?? "") without quotes" : nil
    findings.report(
      "\(key.name)\(path) must be \(expected.expectation), not \(value.typeWord)", at: value.range,
      notes: [.init(note)], help: help ?? TypeFault(value: value, expected: expected, path: path).help)
  }

  /// What libcni says.
  private func refusal(of value: Value, under key: ConflistKey, index: Int? = nil) -> String {
    let libcni = target.containerd.libcni
    let prefix = "error parsing configuration list: "
    switch key.name {
    case "cniVersions":
      guard let index else { return prefix + "invalid type for cniVersions: []interface {}" }
      return prefix + "invalid type for cniVersions index \(index): \(value.goType)"
    case "plugins":
      guard let index else { return prefix + "invalid 'plugins' type \(value.goType)" }
      if value.isNull, libcni <= "1.0.1" { return "the runtime crashes: nil pointer dereference" }
      let text = value.isNull ? "missing 'type'" : "json: cannot unmarshal \(value.goWord) into …"
      return "failed to parse plugin config \(index): error parsing configuration: \(text)"
    case "name", "cniVersion": return prefix + "invalid \(key.name) type \(value.goType)"
    default:
      if let text = value.string, libcni >= "1.2.0" {
        let lowered = text.lowercased()
        return prefix
          + (libcni >= "1.2.1"
            ? "invalid value \"\(lowered)\" for \(key.name)" : "invalid \(key.name) value \"\(lowered)\"")
      }
      return prefix
        + (libcni >= "1.2.1"
          ? "invalid type \(value.goType) for \(key.name)" : "invalid \(key.name) type \(value.goType)")
    }
  }
}

extension Value {
  /// Go's name for the type that a value decodes to.
  fileprivate var goType: String {
    switch content {
    case .null: "<nil>"
    case .bool: "bool"
    case .number: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }

  /// Go's name for the kind of JSON value.
  fileprivate var goWord: String {
    switch content {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// Whether it is a string that libcni from 1.2.0 on takes for a boolean.
  fileprivate var isBooleanText: Bool {
    guard let text = string?.lowercased() else { return false }
    return text == "true" || text == "false"
  }
}

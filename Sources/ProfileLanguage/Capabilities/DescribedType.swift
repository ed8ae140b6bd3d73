import CNIModel
import Catalogue
import Diagnostics
import Emission
import NetworkTypes
import Syntax

/// The words for `type` of a key of a plugin of others; those of a template's parameters, where both have them.
enum DescribedType: String, CaseIterable {
  case string
  case integer
  case boolean
  case cidr
  case address
  case addressWithPrefix
  case interface
  case mac
  case path
  case list
  case map
  case object
  case any

  /// Those that may stand behind `of`.
  static var inner: [DescribedType] { allCases.filter { $0 != .list && $0 != .map } }

  /// The catalogue's type.
  func type(of element: DescribedType?) -> ValueType {
    let inner = element?.type(of: nil) ?? .any
    return switch self {
    case .string: .string
    case .integer: .integer
    case .boolean: .bool
    case .cidr: .cidr
    case .address: .address
    case .addressWithPrefix: .addressWithPrefix
    case .interface: .interface
    case .mac: .mac
    case .path: .path
    case .list: .list(inner)
    case .map: .map(inner)
    case .object: .object
    case .any: .any
    }
  }
}

extension DescribedKey {
  /// The key as the catalogue would have it; `nil` where its type is missing.
  func facts(_ name: Located<String>, _ node: Node, _ bag: inout DiagnosticBag) -> KeyFacts? {
    guard let word = type?.value else {
      if node["type"] == nil {
        bag.error(
          "missing-key", "the key \(name.value) has no type", at: name.range,
          help: "add one of: \(DescribedType.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return nil
    }
    checkParts(name, word, &bag)
    let type = word.type(of: element?.value)
    return KeyFacts(
      name.value, type, absent: absentText(name, type, &bag), ReleaseSpan(since: since, until: until),
      required: isRequired, values: (values?.value ?? []).map { AcceptedValue($0, .always) }, minimum: minimum?.value,
      maximum: maximum?.value, summary, fields: fields ?? [])
  }

  /// What goes together with which type.
  private func checkParts(_ name: Located<String>, _ word: DescribedType, _ bag: inout DiagnosticBag) {
    if let element, !Self.hasEntries(word) {
      misplaced("of", "list or map", name, at: element.range, &bag)
    } else if let element, !DescribedType.inner.contains(element.value) {
      bag.error(
        "unknown-value", "the entries of \(name.value) cannot be a \(element.value.rawValue)", at: element.range,
        help: "write of: any, or describe them as objects with fields:")
    }
    let hasObjects = word == .object || element?.value == .object
    if let fieldsPlace, !hasObjects { misplaced("fields", "object, or a list of objects", name, at: fieldsPlace, &bag) }
    if let values, word != .string { misplaced("values", "string", name, at: values.range, &bag) }
    for limit in [minimum, maximum] where word != .integer {
      if let limit { misplaced("a limit", "integer", name, at: limit.range, &bag) }
    }
    if let minimum, let maximum, minimum.value > maximum.value {
      bag.error(
        "empty-limits", "no number is \(minimum.value) or more and \(maximum.value) or less", at: maximum.range,
        notes: [Diagnostic.Note("the minimum is here", at: minimum.range)], help: "swap the two")
    }
  }

  private static func hasEntries(_ word: DescribedType) -> Bool { word == .list || word == .map }

  private func misplaced(
    _ part: String, _ types: String, _ name: Located<String>, at range: SourceRange, _ bag: inout DiagnosticBag
  ) {
    bag.error(
      "unknown-key", "\(part) goes with keys of type \(types), and \(name.value) is none", at: range,
      help: "leave it out, or mend the type")
  }

  /// The default as JSON; empty where there is none, or it does not fit the type.
  private func absentText(_ name: Located<String>, _ type: ValueType, _ bag: inout DiagnosticBag) -> String {
    guard let absent else { return "" }
    let value = IntentValue.value(absent, type: type, fields: fields ?? [], named: "default of \(name.value)", &bag)
    return value.map { JSONWriter.line($0.json) } ?? ""
  }
}

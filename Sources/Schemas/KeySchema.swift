import Catalogue
import Emission
import NetworkTypes

/// Schemas of keys, from what the catalogue says of them.
extension SchemaMaker {
  /// An object with keys of the catalogue and no others. Where CNI's names are used, authors may add notes of their
  /// own, as the rule `unused-key` has it.
  ///
  /// - Parameters:
  ///   - optional: names of keys that need not be there, though they are required of a plugin that is called.
  ///   - more: members beside those of the catalogue.
  ///   - patterns: members whose names match a pattern.
  mutating func object(
    _ keys: [KeyFacts], _ naming: Naming, optional: [String] = [], with more: [JSON.Member] = [],
    patterns: [JSON.Member] = []
  ) -> Schema {
    let required = isPatch ? [] : keys.filter { isRequired($0) && !optional.contains($0.name) }
    var properties: [JSON.Member] = []
    for key in keys where !properties.contains(where: { $0.name == naming.name(of: key) }) {
      let isNamed = required.contains { $0 === key } && (key.type == .string || key.type == .interface)
      var value = value(of: key, naming)
      if isNamed { value = value.adding("minLength", .integer(1)) }
      if naming == .names, required.contains(where: { $0 === key }) {
        value = value.adding("not", Schema.type("null"))
      }
      if naming == .words || takesPlaceholders { value = opened(value) }
      let notes = KeyWords.notes(on: key, naming, draft: draft, release: release)
      properties.append(JSON.Member(naming.name(of: key), value.noting(notes).json))
    }
    properties += more.filter { member in !properties.contains { $0.name == member.name } }
    var schema = Schema.type(jsonTypes(["object"], naming)).adding("properties", .object(properties))
    var patterns = patterns
    if naming == .names { patterns.append(JSON.Member(Self.notesOfAuthors, Schema.anything.json)) }
    if !patterns.isEmpty { schema = schema.adding("patternProperties", .object(patterns)) }
    schema = schema.adding("additionalProperties", .bool(false))
    guard !required.isEmpty else { return schema }
    return schema.adding("required", .array(required.map { .string(naming.name(of: $0)) }))
  }

  /// Names that authors give to their own notes.
  static let notesOfAuthors = "^(?:x-|_|//|#)"

  /// Whether a plugin refuses an object without the key. A missing master is a matter of the node for all but `vlan`.
  func isRequired(_ key: KeyFacts) -> Bool {
    guard let release else { return key.required }
    guard key.span.contains(release) else { return false }
    return key.required(in: release) && (key.required || key.name != "master")
  }

  /// What may stand behind a key.
  mutating func value(of key: KeyFacts, _ naming: Naming) -> Schema {
    guard let release, !key.span.contains(release) else {
      let type = release.map { key.type(in: $0) } ?? key.type
      return value(type, of: key, naming)
    }
    return idle(key, naming)
  }

  /// A key that the release does not read: it may say what its absence says, and nothing else.
  private func idle(_ key: KeyFacts, _ naming: Naming) -> Schema {
    var values: [JSON] = naming == .names ? [.null] : []
    if !key.changes.contains(where: { $0.absent != nil }), let absent = key.absentJSON {
      switch absent {
      case "true", "false": values.append(.bool(absent == "true"))
      case _ where Int(absent) != nil: values.append(.number(absent))
      default: values.append(.string(String(absent.dropFirst().dropLast())))
      }
    }
    return values.isEmpty ? .nothing : .enumeration(values)
  }

  private mutating func value(_ type: ValueType, of key: KeyFacts, _ naming: Naming) -> Schema {
    switch type {
    case .bool: return .type(jsonTypes(["boolean"], naming))
    case .integer, .unsigned: return number(type, of: key, naming)
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path: return text(type, of: key, naming)
    case .object: return key.fields.isEmpty ? .type(jsonTypes(["object"], naming)) : object(key.fields, naming)
    case .list(let element):
      return Schema.type(jsonTypes(["array"], naming)).adding("items", whole { $0.inner(element, of: key, naming) })
    case .map(let element):
      return Schema.type(jsonTypes(["object"], naming)).adding("additionalProperties", inner(element, of: key, naming))
    case .any: return .anything
    }
  }

  private mutating func inner(_ type: ValueType, of key: KeyFacts, _ naming: Naming) -> Schema {
    let schema = value(type, of: key, naming)
    return takesPlaceholders ? opened(schema) : schema
  }

  private func number(_ type: ValueType, of key: KeyFacts, _ naming: Naming) -> Schema {
    var schema = Schema.type(jsonTypes(["integer"], naming))
    var least = key.minimum
    if case .unsigned = type { least = max(least ?? 0, 0) }
    if let least { schema = schema.adding("minimum", .integer(least)) }
    if let most = key.maximum {
      schema = schema.adding("maximum", .integer(most))
    } else if case .unsigned(let bits) = type {
      schema = schema.adding("maximum", .number(bits >= 64 ? "\(UInt64.max)" : "\((1 as UInt64) << bits - 1)"))
    }
    return schema
  }

  private func text(_ type: ValueType, of key: KeyFacts, _ naming: Naming) -> Schema {
    let values = release.map { key.values(in: $0) } ?? key.values.map(\.text)
    if !values.isEmpty {
      let empty: [JSON] = key.refusesEmpty ? [] : [.string("")]
      return .enumeration(values.map { .string($0) } + empty + (naming == .names ? [.null] : []))
    }
    var schema = Schema.type(jsonTypes(texts, naming))
    if let bytes = key.maximumBytes { schema = schema.adding("maxLength", .integer(bytes)) }
    return schema
  }

  /// What a text may be for a reader of the document's tree: YAML takes `1.10` for a number and `true` for a boolean,
  /// and cnigen takes them as they are written.
  var texts: [String] { isYAML ? ["string", "number", "boolean"] : ["string"] }

  /// Under CNI's names `null` counts as absent for every type.
  func jsonTypes(_ names: [String], _ naming: Naming) -> [String] {
    switch naming {
    case .words: names
    case .names: names + ["null"]
    }
  }
}

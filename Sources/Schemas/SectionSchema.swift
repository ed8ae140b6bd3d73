import Catalogue
import Emission
import PlainText
import ProfileLanguage

/// Schemas of sections, from their tables of fields.
extension SchemaMaker {
  /// A section with the keys of its table and no others.
  ///
  /// - Parameter values: schemas of keys whose values the caller knows better.
  mutating func section(_ section: Section, values: [String: Schema] = [:]) -> Schema {
    var properties: [JSON.Member] = []
    for field in section.fields {
      let notes = [
        JSON.Member("title", .string(field.name)), JSON.Member("description", .string(sentence(field.summary))),
      ]
      let schema = values[field.name] ?? opened(value(of: field.shape))
      properties.append(JSON.Member(field.name, schema.noting(notes).json))
    }
    let schema = Schema([JSON.Member("title", .string(section.name))])
      .adding("type", .string("object")).adding("properties", .object(properties))
      .adding("additionalProperties", .bool(false))
    return demanding(section, schema)
  }

  /// A section as a part of its own, under its name.
  mutating func shared(_ name: String, _ section: Section) -> Schema {
    part(name) { maker in maker.section(section) }
  }

  private mutating func demanding(_ section: Section, _ schema: Schema) -> Schema {
    var required: [String] = []
    var conditions: [Schema] = []
    for demand in section.demands {
      switch demand {
      case .key(let key): required.append(key)
      case .anyOf(let keys): if !isPatch { conditions.append(.anyOf(keys.map { on($0, in: section) })) }
      case .atMostOne(let keys): conditions += exclusions(keys)
      case .with(let key, let other): if !isPatch { conditions.append(with(key, for: other)) }
      case .keyWhere(let key, let other, let word):
        let condition = Schema.having([other]).adding(
          "properties", .object([JSON.Member(other, Schema.constant(.string(word)).json)]))
        conditions.append(Schema().adding("if", condition).adding("then", Schema.having([key])))
      case .without(let key, let other, let types): conditions.append(without(key, beside: other, unlessType: types))
      }
    }
    var schema = schema
    if !isPatch, !required.isEmpty { schema = schema.adding("required", .array(required.map { .string($0) })) }
    return conditions.isEmpty ? schema : schema.adding("allOf", .array(conditions.map(\.json)))
  }

  private func exclusions(_ keys: [String]) -> [Schema] {
    keys.enumerated().flatMap { index, first in
      keys[(index + 1)...].map { Schema().adding("not", Schema().addingConditions([on(first), on($0)])) }
    }
  }

  /// A key that is there, and switched on.
  private func on(_ key: String) -> Schema { having(key, but: [.bool(false), .array([])]) }

  /// A key of a section that is there, and says something: a mapping with keys of one's own must have some.
  private func on(_ key: String, in section: Section) -> Schema {
    if getsSubnets, key == "ranges" { return having(key, but: [.bool(false)]) }
    switch section.fields.first(where: { $0.name == key })?.shape {
    case .map: return having(key, but: [.bool(false), .array([]), .object([])])
    // In YAML that is a text like any other.
    case .text: return Schema.having([key])
    default: return on(key)
    }
  }

  private func having(_ key: String, but values: [JSON]) -> Schema {
    let wanted = Schema().adding("not", Schema.enumeration(values))
    return Schema.having([key]).adding("properties", .object([JSON.Member(key, wanted.json)]))
  }

  private func with(_ key: String, for other: String) -> Schema {
    Schema().adding("if", on(other)).adding("then", having(key, but: [.string("none")]))
  }

  private func without(_ key: String, beside other: String, unlessType types: [String]) -> Schema {
    guard !types.isEmpty else { return Schema().adding("not", Schema.having([key, other])) }
    let type = Schema.having(["type"]).adding(
      "properties", .object([JSON.Member("type", Schema.enumeration(types.map { .string($0) }).json)]))
    let fits = Schema().adding("properties", .object([JSON.Member(other, type.json)]))
    return Schema().adding("if", Schema.having([key, other])).adding("then", fits)
  }

  /// What may stand behind a key of a section.
  mutating func value(of shape: Shape) -> Schema {
    switch shape {
    case .text: return .type(texts)
    case .name: return Schema.type(texts).adding("minLength", .integer(1))
    case .fixed(let text): return .constant(.string(text))
    case .word(let words): return .enumeration(words.map { .string($0) })
    case .path: return Schema.type("string").adding("pattern", .string("^/"))
    case .fileName(let ending): return fileName(ending)
    case .release:
      return Schema.type("string", "number").adding("pattern", .string(#"^[0-9]+(?:\.[0-9]+){1,3}(?:-.+)?$"#))
    case .flag: return .type("boolean")
    case .only(let flag): return .constant(.bool(flag))
    case .number(let limits):
      let schema = Schema.type("integer")
      guard let limits else { return schema }
      return schema.adding("minimum", .integer(limits.lowerBound)).adding("maximum", .integer(limits.upperBound))
    case .list(let element, let least):
      let schema = Schema.type("array").adding("items", whole { $0.opened($0.value(of: element)) })
      return least == 0 ? schema : schema.adding("minItems", .integer(least))
    case .map(let element):
      return Schema.type("object").adding("additionalProperties", opened(value(of: element)))
    case .section(let inner): return shared(inner.name.replacing(text: " ", with: "-"), inner)
    case .key(let key): return value(of: key, .words)
    case .intent(let intent): return self.intent(intent)
    case .object(let keys): return object(keys, .words)
    case .rawPlugin: return rawPlugin()
    case .rawIPAM:
      return Schema().adding(
        "allOf", .array([rawIPAM().json, Schema.type("object").adding("required", .array([.string("type")])).json]))
    case .overlay(let inner): return overlay(inner)
    case .profile: return inlineProfile()
    case .either(let shapes): return .anyOf(shapes.map { value(of: $0) })
    case .setting: return setting()
    case .anything: return .anything
    }
  }

  /// A value of TOML, to any depth.
  private mutating func setting() -> Schema {
    part("setting") { maker in
      let inner = maker.part("setting") { _ in .anything }
      return Schema.type("string", "number", "boolean", "array", "object")
        .adding("items", inner).adding("additionalProperties", inner)
    }
  }

  private func fileName(_ ending: String) -> Schema {
    let pattern = "^[A-Za-z0-9_-][A-Za-z0-9._-]*\(ending.replacing(text: ".", with: "\\."))$"
    return Schema.type(texts).adding("pattern", .string(pattern)).adding("maxLength", .integer(200))
  }

  func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}

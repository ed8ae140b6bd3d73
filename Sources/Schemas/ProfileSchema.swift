import Emission
import ProfileLanguage

/// Schemas of profiles and templates.
extension SchemaMaker {
  /// A profile. With a template its sections are merged over those of the template.
  ///
  /// - Parameter section: its keys, and what it wants of them.
  mutating func profile(_ section: Section = Sections.profile) -> Schema {
    let bodies = section.fields.filter { Sections.ofTemplates.contains($0.name) }
    var values: [String: Schema] = ["template": templateName]
    for body in bodies { values[body.name] = .anything }
    let plain = sections(bodies)
    isPatch = true
    let merged = sections(bodies)
    isPatch = false
    return self.section(section, values: values)
      .adding("if", Schema.having(["template"])).adding("then", merged).adding("else", plain)
      .addingConditions(TemplateLibrary.names.compactMap { use(of: $0) })
  }

  private mutating func sections(_ fields: [Section.Entry]) -> Schema {
    var members: [JSON.Member] = []
    for field in fields { members.append(JSON.Member(field.name, opened(value(of: field.shape)).json)) }
    return Schema().adding("properties", .object(members))
  }

  /// A template, in whose sections parameters may stand for values.
  mutating func template() -> Schema {
    var values: [String: Schema] = [:]
    takesPlaceholders = true
    for field in Sections.template.fields where Sections.ofTemplates.contains(field.name) {
      values[field.name] = opened(value(of: field.shape))
    }
    takesPlaceholders = false
    return section(Sections.template, values: values)
  }

  /// A shipped template by its name, or a path.
  private var templateName: Schema {
    .anyOf([
      .enumeration(TemplateLibrary.names.map { .string($0) }),
      Schema.type("string").adding("pattern", .string(#"/|\.ya?ml$"#)),
    ])
  }

  /// What a profile gives to a shipped template.
  private func use(of name: String) -> Schema? {
    guard let template = TemplateLibrary.named(name)?.template else { return nil }
    let required = template.parameters.filter(\.isRequired).map(\.name)
    var values = self.values(for: template)
    if !required.isEmpty { values = values.adding("required", .array(required.map { .string($0) })) }
    let condition = Schema.having(["template"]).adding(
      "properties", .object([JSON.Member("template", Schema.constant(.string(name)).json)]))
    let with = Schema().adding("properties", .object([JSON.Member("with", values.json)]))
    return Schema().adding("if", condition)
      .adding("then", required.isEmpty ? with : with.adding("required", .array([.string("with")])))
  }

  /// Values for the parameters of a template.
  func values(for template: Template) -> Schema {
    let properties = template.parameters.map { JSON.Member($0.name, value(of: $0).json) }
    return Schema.type("object").adding("properties", .object(properties)).adding("additionalProperties", .bool(false))
  }

  /// A value for a parameter; nothing counts as not given.
  private func value(of parameter: Parameter) -> Schema {
    var schema = value(of: parameter.type)
    if !parameter.values.isEmpty { schema = .enumeration(parameter.values.map { .string($0) }) }
    let isList = if case .list = parameter.type { true } else { false }
    if let least = parameter.minimum { schema = schema.adding(isList ? "minItems" : "minimum", .integer(least)) }
    if let most = parameter.maximum { schema = schema.adding(isList ? "maxItems" : "maximum", .integer(most)) }
    let node = Schema.type("string").adding("pattern", .string(#"\$\{node\."#))
    let choices = [schema, node] + (parameter.isRequired ? [] : [.type("null")])
    return Schema.anyOf(choices).noting([
      JSON.Member("title", .string(parameter.name)),
      JSON.Member("description", .string(sentence(parameter.summary))),
    ])
  }

  private func value(of type: ParameterType) -> Schema {
    switch type {
    case .integer: .type("integer")
    case .boolean: .type("boolean")
    case .string, .version: .type(texts)
    case .cidr: Schema.type("string").adding("pattern", .string("^[0-9A-Fa-f:.]+/[0-9]{1,3}$"))
    case .address: Schema.type("string").adding("pattern", .string("^[0-9A-Fa-f:.]+$"))
    case .interface: Schema.type(texts).adding("minLength", .integer(1)).adding("maxLength", .integer(15))
    case .mac: .type("string")
    case .path: Schema.type("string").adding("pattern", .string("^/"))
    case .list(let inner): Schema.type("array").adding("items", value(of: inner))
    case .map(let inner):
      Schema.type("object").adding("additionalProperties", inner.map { value(of: $0) } ?? .anything)
    }
  }
}

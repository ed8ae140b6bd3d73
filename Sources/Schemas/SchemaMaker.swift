import Emission
import NetworkTypes

/// Puts a schema together and remembers the parts that are used in several places.
struct SchemaMaker {
  let draft: Draft
  /// The release of the plugins that values are for; `nil` for what any release takes.
  let release: Version?
  /// Whether values are read from YAML, where the key's type, and not the text, says what a plain scalar is.
  let isYAML: Bool
  /// Whether `${name}` may stand for any value.
  var takesPlaceholders = false
  /// Whether the document is merged over another: what is missing may come from there, and `null` removes.
  var isPatch = false
  /// Whether the subnets of a node take the place of `ranges`, so that these may be empty.
  var getsSubnets = false

  private var definitions: [(name: String, schema: Schema)] = []

  init(draft: Draft, release: Version?, isYAML: Bool) {
    self.draft = draft
    self.release = release
    self.isYAML = isYAML
  }

  /// A part by its name, made when it is first asked for. Parts of documents that are merged, and of those with
  /// placeholders, differ from the plain ones.
  mutating func part(_ base: String, _ make: (inout SchemaMaker) -> Schema) -> Schema {
    let name = base + (isPatch ? "-patch" : "") + (takesPlaceholders ? getsSubnets ? "-fleet" : "-template" : "")
    let reference = Schema().adding("$ref", .string("#/\(draft.definitions)/\(name)"))
    if definitions.contains(where: { $0.name == name }) { return reference }
    definitions.append((name, .anything))
    let schema = make(&self)
    if let index = definitions.firstIndex(where: { $0.name == name }) { definitions[index].schema = schema }
    return reference
  }

  /// What stands in a list: lists are replaced as a whole, so nothing is merged within.
  mutating func whole(_ make: (inout SchemaMaker) -> Schema) -> Schema {
    let wasPatch = isPatch
    isPatch = false
    defer { isPatch = wasPatch }
    return make(&self)
  }

  /// What may stand in place of a value in any document of this kind.
  mutating func opened(_ schema: Schema) -> Schema {
    var choices = [schema]
    if isPatch { choices.append(.type("null")) }
    if takesPlaceholders {
      choices.append(
        part("placeholder") { _ in
          Schema.type("string").adding("pattern", .string(#"\$\{"#))
            .noting([JSON.Member("description", .string("A name whose value is put in: ${name}."))])
        })
    }
    return .anyOf(choices)
  }

  /// The whole document for a root.
  func document(_ root: Schema, title: String, description: String) -> JSON {
    let head = [
      JSON.Member("$schema", .string(draft.uri)), JSON.Member("title", .string(title)),
      JSON.Member("description", .string(description)),
    ]
    let parts = definitions.sorted { $0.name < $1.name }.map { JSON.Member($0.name, $0.schema.json) }
    let own = root.members.filter { $0.name != "title" && $0.name != "description" }
    return .object(head + own + [JSON.Member(draft.definitions, .object(parts))])
  }
}

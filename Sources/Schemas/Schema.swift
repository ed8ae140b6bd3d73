import Emission

/// A JSON Schema while it is put together: keywords in the order in which they are written.
struct Schema: Sendable {
  private(set) var members: [JSON.Member]

  init(_ members: [JSON.Member] = []) {
    self.members = members
  }

  /// Takes anything.
  static var anything: Schema { Schema() }

  /// Takes nothing.
  static var nothing: Schema { Schema().adding("not", .object([])) }

  /// Takes values of some JSON types.
  static func type(_ names: String...) -> Schema { type(names) }

  /// Takes values of some JSON types.
  static func type(_ names: [String]) -> Schema {
    Schema().adding("type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))
  }

  /// Takes one value alone.
  static func constant(_ value: JSON) -> Schema { Schema().adding("const", value) }

  /// Takes some values alone.
  static func enumeration(_ values: [JSON]) -> Schema { Schema().adding("enum", .array(values)) }

  /// Takes what any of several takes.
  static func anyOf(_ schemas: [Schema]) -> Schema {
    schemas.count == 1 ? schemas[0] : Schema().adding("anyOf", .array(schemas.map(\.json)))
  }

  /// Takes objects that have some keys.
  static func having(_ keys: [String]) -> Schema { Schema().adding("required", .array(keys.map { .string($0) })) }

  /// With a keyword more.
  func adding(_ keyword: String, _ value: JSON) -> Schema { Schema(members + [JSON.Member(keyword, value)]) }

  /// With a keyword more, whose value is a schema.
  func adding(_ keyword: String, _ schema: Schema) -> Schema { adding(keyword, schema.json) }

  /// With more conditions that must all hold.
  func addingConditions(_ conditions: [Schema]) -> Schema {
    let all = conditions.map(\.json)
    guard let index = members.firstIndex(where: { $0.name == "allOf" }), case .array(let those) = members[index].value
    else { return all.isEmpty ? self : adding("allOf", .array(all)) }
    var schema = self
    schema.members[index] = JSON.Member("allOf", .array(those + all))
    return schema
  }

  /// With some keywords of notes in front. A reference takes no neighbours in draft 7, so it moves one level down.
  func noting(_ notes: [JSON.Member]) -> Schema {
    guard !notes.isEmpty else { return self }
    let isReference = members.first?.name == "$ref"
    let own = members.filter { member in !notes.contains { $0.name == member.name } }
    return Schema(notes + (isReference ? [JSON.Member("allOf", .array([json]))] : own))
  }

  var json: JSON { .object(members) }
}

/// A table of fields without the type that it reads into, for whoever makes schemas and pages from it.
package struct Section: Sendable {
  /// What the section is called in messages: `network`.
  package let name: String
  package let fields: [Entry]
  package let demands: [Demand]

  /// A key, its meaning in one line, and what may stand behind it.
  package struct Entry: Sendable {
    package let name: String
    package let summary: String
    package let shape: Shape
  }

  package init(name: String, fields: [Entry], demands: [Demand] = []) {
    self.name = name
    self.fields = fields
    self.demands = demands
  }

  /// The names of its keys.
  package var keys: [String] { fields.map(\.name) }

  init<Draft>(_ table: FieldTable<Draft>) {
    name = table.name
    fields = table.fields.map { Entry(name: $0.name, summary: $0.summary, shape: $0.shape) }
    demands = table.demands
  }
}

/// What a section wants of its keys together. The section's reader says it in words of its own; schema and reference
/// page are made from this, and tests hold the two against each other.
package enum Demand: Sendable {
  /// A key that must be there.
  case key(String)
  /// Keys of which one at least must be there, neither `false` nor an empty list.
  case anyOf([String])
  /// Keys that exclude each other, where they are not `false`.
  case atMostOne([String])
  /// A key that must be there, and not `none`, where another is there and not `false`.
  case with(String, for: String)
  /// A key that must be there where another one has a certain word.
  case keyWhere(String, key: String, is: String)
  /// A key that must not stand beside another; where that is a plugin, only beside those of other types.
  case without(String, beside: String, unlessType: [String] = [])
}

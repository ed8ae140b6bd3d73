/// The sections of the language and their keys, for whoever looks a key up by name.
package enum Sections {
  /// A section's name in messages and its keys, each with its one-line summary.
  package struct Entry: Sendable {
    package let name: String
    package let fields: [(name: String, summary: String)]

    /// The names of its keys.
    package var keys: [String] { fields.map(\.name) }
  }

  /// Every section that has a table of its own; intents have theirs in the catalogue.
  package static let all: [Entry] = [
    entry(ProfileSection.table), entry(TargetSection.table), entry(NetworkSection.table),
    entry(AddressesSection.table), entry(ContainerdSection.table),
  ]

  private static func entry<Section>(_ table: FieldTable<Section>) -> Entry {
    Entry(name: table.name, fields: table.fields.map { ($0.name, $0.summary) })
  }
}

package import NetworkTypes

/// What the catalogue knows about one key of a plugin's configuration.
///
/// One entry serves parsing, checking, schema, reference page and `explain`. The plain word is what intents of a
/// profile use; the name is CNI's own.
///
/// A class because an entry is large, never changes, and is handed around with every member of an object.
package final class KeyFacts: Sendable {
  /// CNI's name, as in a conflist.
  package let name: String
  /// The plain word for the key in an intent of a profile.
  package let word: String
  package let type: ValueType
  /// What the plugin uses where the key is absent: as JSON (`false`, `13`, `"cni0"`), or in words where it depends.
  /// Empty where the key simply counts as not set.
  package let absent: String
  /// Releases of the reference plugins that read the key.
  package let span: ReleaseSpan
  /// Whether the plugin refuses a configuration without it.
  package let required: Bool
  /// The values that the plugin takes, where it takes only some.
  package let values: [AcceptedValue]
  /// Whether the plugin refuses an empty text, too, where others take it for an absent key.
  package let refusesEmpty: Bool
  /// Limits of a number, both included.
  package let minimum: Int?
  package let maximum: Int?
  /// How long a text may be, in bytes of UTF-8.
  package let maximumBytes: Int?
  /// A condition on the value that no other field says, in words; empty where there is none.
  package let constraint: String
  /// What the key is for, in one line.
  package let summary: String
  /// Where meaning, default, type or limits moved.
  package let changes: [KeyChange]
  /// The keys of the object, or of each object in the list.
  package let fields: [KeyFacts]
  /// Whether the plugin acts on the value; `false` for one that it only hands on in its result.
  package let applied: Bool
  /// What to write in its place, where the key is an old form of something else; empty for all others.
  package let instead: String

  package init(
    _ name: String, word: String? = nil, _ type: ValueType, absent: String = "", _ span: ReleaseSpan,
    required: Bool = false, values: [AcceptedValue] = [], refusesEmpty: Bool = false, minimum: Int? = nil,
    maximum: Int? = nil,
    maximumBytes: Int? = nil, constraint: String = "", applied: Bool = true, instead: String = "",
    _ summary: String, changes: [KeyChange] = [], fields: [KeyFacts] = []
  ) {
    self.name = name
    self.word = word ?? name
    self.type = type
    self.absent = absent
    self.span = span
    self.required = required
    self.values = values
    self.refusesEmpty = refusesEmpty
    self.minimum = minimum
    self.maximum = maximum
    self.maximumBytes = maximumBytes
    self.constraint = constraint
    self.applied = applied
    self.instead = instead
    self.summary = summary
    self.changes = changes
    self.fields = fields
  }

  /// What the plugin of a release uses where the key is absent.
  package func absent(in release: Version) -> String { change(in: release, \.absent) ?? absent }

  /// Whether the plugin of a release refuses a configuration without the key.
  package func required(in release: Version) -> Bool { change(in: release, \.required) ?? required }

  /// The type that the plugin of a release decodes.
  package func type(in release: Version) -> ValueType { change(in: release, \.type) ?? type }

  /// The values that the plugin of a release takes; empty where it takes any.
  package func values(in release: Version) -> [String] {
    values.filter { $0.span.contains(release) }.map(\.text)
  }

  /// The field of a CNI name, in exactly this spelling.
  package func field(_ name: String) -> KeyFacts? { fields.first { $0.name == name } }

  /// `absent` where it is a JSON value and no explanation in words.
  package var absentJSON: String? {
    guard let first = absent.utf8.first else { return nil }
    let isJSON =
      switch first {
      case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{"): true
      default: absent == "true" || absent == "false" || Int(absent) != nil
      }
    return isJSON ? absent : nil
  }

  private func change<Value>(in release: Version, _ part: KeyPath<KeyChange, Value?>) -> Value? {
    for change in changes where change.span.contains(release) {
      if let value = change[keyPath: part] { return value }
    }
    return nil
  }
}

/// A value that a key accepts, and the releases that know it.
package struct AcceptedValue: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let span: ReleaseSpan

  package init(_ text: String, _ span: ReleaseSpan) {
    self.text = text
    self.span = span
  }

  /// A value known for as long as its key.
  package init(stringLiteral text: String) {
    self.init(text, .always)
  }
}

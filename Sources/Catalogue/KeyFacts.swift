package import NetworkTypes

/// What the catalogue knows about one key of a plugin's configuration.
///
/// One entry serves parsing, checking, schema, reference page and `explain`. The plain word is what intents of a
/// profile use; the name is CNI's own.
package struct KeyFacts: Sendable {
  /// CNI's name, as in a conflist.
  package let name: String
  /// The plain word for the key in an intent of a profile.
  package let word: String
  package let type: ValueType
  /// What the plugin does where the key is absent, in JSON or in words; empty where it simply counts as not set.
  package let absent: String
  /// Releases of the reference plugins that read the key.
  package let span: ReleaseSpan
  /// Whether the plugin refuses a configuration without it.
  package let required: Bool
  /// The values that the plugin takes, where it takes only some.
  package let values: [AcceptedValue]
  /// Limits of a number, both included.
  package let minimum: Int?
  package let maximum: Int?
  /// A condition on the value that no other field says, in words; empty where there is none.
  package let constraint: String
  /// What the key is for, in one line.
  package let summary: String
  /// Where meaning, default, type or limits moved.
  package let changes: [Change]
  /// The keys of the object, or of each object in the list.
  package let fields: [KeyFacts]

  package init(
    _ name: String, word: String? = nil, _ type: ValueType, absent: String = "", _ span: ReleaseSpan,
    required: Bool = false, values: [AcceptedValue] = [], minimum: Int? = nil, maximum: Int? = nil,
    constraint: String = "", _ summary: String, changes: [Change] = [], fields: [KeyFacts] = []
  ) {
    self.name = name
    self.word = word ?? name
    self.type = type
    self.absent = absent
    self.span = span
    self.required = required
    self.values = values
    self.minimum = minimum
    self.maximum = maximum
    self.constraint = constraint
    self.summary = summary
    self.changes = changes
    self.fields = fields
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

/// Something that was, or became, different in some releases.
package struct Change: Sendable, Hashable {
  package let span: ReleaseSpan
  /// What is so in these releases, in one line.
  package let what: String

  package init(_ span: ReleaseSpan, _ what: String) {
    self.span = span
    self.what = what
  }
}

/// The shape of a key's value.
package indirect enum ValueType: Sendable, Hashable {
  case bool
  /// A whole number, negative ones included.
  case integer
  /// A whole number from 0 up that fits so many bits.
  case unsigned(bits: Int)
  case string
  /// A subnet: `10.88.0.0/16`.
  case cidr
  /// An address without a prefix length.
  case address
  /// An address with a prefix length that is no network: `10.1.2.3/24`.
  case addressWithPrefix
  case mac
  /// The name of a network device.
  case interface
  /// An absolute path on the node.
  case path
  /// An object whose keys stand in `fields`.
  case object
  /// A list; of objects whose keys stand in `fields` where it is `.list(.object)`.
  case list(ValueType)
  /// An object with keys of the user's own.
  case map(ValueType)
  /// Anything at all; it is passed through.
  case any
}

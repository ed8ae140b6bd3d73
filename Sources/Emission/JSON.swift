/// A JSON value whose objects keep the order in which their members were put in, so that no dictionary's order
/// ever reaches an output.
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number, kept as its JSON text so that nothing is rounded on the way through.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])
  /// Text that is written as it is where a value belongs: actions of a template.
  case verbatim(String)

  /// A name and its value in an object.
  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  package static func integer(_ value: Int) -> JSON { .number(String(value)) }
}

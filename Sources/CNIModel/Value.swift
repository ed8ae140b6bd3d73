package import Diagnostics
package import Emission

/// A JSON value of a network configuration, with the place that caused it: in the conflist, or in the profile that
/// the conflist is made from.
package struct Value: Sendable {
  /// What a value holds. Numbers keep their text.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([Member])
  }

  /// A name and its value, each with its place.
  package struct Member: Sendable {
    package let name: String
    package let nameRange: SourceRange
    package let value: Value

    package init(_ name: String, at nameRange: SourceRange, _ value: Value) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }

  package let content: Content
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  package var bool: Bool? { if case .bool(let flag) = content { flag } else { nil } }
  package var string: String? { if case .string(let text) = content { text } else { nil } }
  package var array: [Value]? { if case .array(let values) = content { values } else { nil } }
  package var object: [Member]? { if case .object(let members) = content { members } else { nil } }
  package var isNull: Bool { if case .null = content { true } else { false } }

  /// A number that is whole and fits `Int`.
  package var integer: Int? { if case .number(let text) = content { Int(text) } else { nil } }

  /// The member of exactly this name; of several the last, as for Go's decoder.
  package func member(_ name: String) -> Member? { object?.last { $0.name == name } }

  /// The member that a plugin finds under a name: Go matches names in any letter case and prefers the exact one.
  package func memberIgnoringCase(_ name: String) -> Member? {
    if let exact = member(name) { return exact }
    return object?.last { $0.name.equalsIgnoringCase(name) }
  }

  /// The value of a member as a plugin finds it; `null` counts as absent.
  package subscript(name: String) -> Value? {
    guard let value = memberIgnoringCase(name)?.value, !value.isNull else { return nil }
    return value
  }

  /// What the value is, in the words of JSON.
  package var typeWord: String {
    switch content {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The value as it is emitted.
  package var json: JSON {
    switch content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let values): .array(values.map(\.json))
    case .object(let members): .object(members.map { JSON.Member($0.name, $0.value.json) })
    }
  }
}

package import Diagnostics

/// A YAML or JSON value together with the place at which the user wrote it.
///
/// Scalars stay text until a type asks for them, so that `1.10` can be the version 1.10 and `no` a name.
package struct Node: Sendable {
  /// What a node holds.
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Member])
  }

  /// A scalar's text, unquoted and unescaped.
  package struct Scalar: Sendable, Equatable {
    package let text: String
    /// Whether it was written without quotes and not as a block; only a plain scalar can be a number, a boolean or
    /// null.
    package let isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }

    /// Whether the scalar stands for "nothing": plain and `null`, `~` or empty.
    package var isNull: Bool { isPlain && (text.isEmpty || text == "null" || text == "~") }
  }

  /// A key and its value.
  package struct Member: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: Node

    package init(key: String, keyRange: SourceRange, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package let content: Content
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The scalar, if it is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The elements, if it is a sequence.
  package var sequence: [Node]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The members in the order of the file, if it is a mapping.
  package var mapping: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// The value of a key, if this is a mapping that has it.
  package subscript(key: String) -> Node? { mapping?.first { $0.key == key }?.value }

  /// Whether the value is absent in all but form: a plain `null`, `~` or nothing.
  package var isNull: Bool { scalar?.isNull ?? false }

  /// What the node is, in a word for messages.
  package var kindWord: String {
    switch content {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

import Catalogue
import Syntax

/// Whether values have the type of their keys, and the words for it.
enum ValueWords {
  /// What a value is, in TOML's words.
  static func found(_ value: Node) -> String {
    switch value.content {
    case .sequence: "an array"
    case .mapping: "a table"
    case .scalar(let scalar) where !scalar.isPlain: "a string"
    case .scalar(let scalar) where scalar.text == "true" || scalar.text == "false": "a boolean"
    case .scalar(let scalar): scalar.text
    }
  }

  /// The value within a value that has another type than is due; `nil` where all is well.
  static func misfit(_ value: Node, for type: ValueType) -> (value: Node, expected: String)? {
    let scalar = value.scalar
    switch type {
    case .bool: return scalar.map(isBoolean) == true ? nil : (value, "true or false")
    case .integer, .unsigned: return scalar.map(isInteger) == true ? nil : (value, "a whole number")
    case .list(let element):
      guard let elements = value.sequence else { return (value, "an array of strings") }
      for inner in elements {
        if let found = misfit(inner, for: element) { return found }
      }
      return nil
    default: return scalar.map { !$0.isPlain } == true ? nil : (value, "a string")
    }
  }

  private static func isBoolean(_ scalar: Node.Scalar) -> Bool {
    scalar.isPlain && (scalar.text == "true" || scalar.text == "false")
  }

  private static func isInteger(_ scalar: Node.Scalar) -> Bool { integer(scalar) != nil }

  /// The whole number that a scalar is, in any of TOML's forms.
  static func integer(_ scalar: Node.Scalar) -> Int? {
    guard scalar.isPlain else { return nil }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where scalar.text.hasPrefix(prefix) {
      return Int(scalar.text.dropFirst(2), radix: radix)
    }
    return Int(scalar.text)
  }
}

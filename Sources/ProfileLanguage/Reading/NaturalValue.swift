import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// Turns YAML into JSON where the keys are CNI's own: raw plugins. A key that the catalogue knows as text stays
/// text, so that `1.10`, `no` and `10:20:30:40:50:60` arrive as written; everything else is typed as JSON would be.
/// Wrong types are left to the rules, which judge conflists in the same way.
enum NaturalValue {
  /// The value of a node for a key; `nil` facts for a key that nobody knows.
  static func value(_ node: Node, type: ValueType = .any, fields: [KeyFacts] = []) -> Value {
    switch node.content {
    case .scalar(let scalar): Value(content(scalar, type), at: node.range)
    case .sequence(let nodes):
      Value(.array(nodes.map { value($0, type: element(of: type), fields: fields) }), at: node.range)
    case .mapping(let members): Value(.object(object(members, type: type, fields: fields)), at: node.range)
    }
  }

  /// The members in a fixed order: those that the catalogue knows as it has them, others by their bytes.
  static func object(_ members: [Node.Member], type: ValueType, fields: [KeyFacts]) -> [Value.Member] {
    let inner: ValueType = if case .map(let inner) = type { inner } else { .any }
    let values = members.map { member in
      let key = fields.first { $0.name == member.key }
      return Value.Member(
        member.key, at: member.keyRange,
        value(member.value, type: key?.type ?? inner, fields: key?.fields ?? []))
    }
    return ordered(values, by: fields.map(\.name))
  }

  /// Members in the order of some names; the others behind them, by their bytes.
  static func ordered(_ members: [Value.Member], by names: [String]) -> [Value.Member] {
    members.sorted { left, right in
      let a = names.firstIndex(of: left.name) ?? names.count
      let b = names.firstIndex(of: right.name) ?? names.count
      return a == b ? Array(left.name.utf8).lexicographicallyPrecedes(Array(right.name.utf8)) : a < b
    }
  }

  private static func element(of type: ValueType) -> ValueType {
    if case .list(let element) = type { element } else { .any }
  }

  private static func content(_ scalar: Node.Scalar, _ type: ValueType) -> Value.Content {
    guard scalar.isPlain else { return .string(scalar.text) }
    if scalar.isNull { return .null }
    switch type {
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path: return .string(scalar.text)
    default: break
    }
    switch scalar.text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return isNumber(scalar.text) ? .number(scalar.text) : .string(scalar.text)
    }
  }

  /// Whether a text is a number of JSON's grammar.
  static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

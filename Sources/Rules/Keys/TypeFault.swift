import Catalogue
import CNIModel

/// A value that Go's decoder refuses for the key that it stands under.
struct TypeFault {
  let value: Value
  let expected: ValueType
  /// How the value is reached from that of the key: empty, `[0]`, `net.core.somaxconn`.
  let path: String

  /// The place in the list, where the path is that of an element.
  var index: Int? { path.hasPrefix("[") ? Int(path.dropFirst().prefix { $0 != "]" }) : nil }

  /// What does not fit a type, in the order of the file. `null` fits every type: it counts as absent.
  ///
  /// libcni hands numbers on by way of a double, so `1500.0` and `1e3` reach a plugin as whole numbers.
  static func find(in value: Value, as type: ValueType, path: String = "") -> [TypeFault] {
    if value.isNull { return [] }
    switch type {
    case .any: return []
    case .bool: return value.bool == nil ? [TypeFault(value: value, expected: type, path: path)] : []
    case .integer, .unsigned: return fits(value, type) ? [] : [TypeFault(value: value, expected: type, path: path)]
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path:
      return value.string == nil ? [TypeFault(value: value, expected: type, path: path)] : []
    case .object: return value.object == nil ? [TypeFault(value: value, expected: type, path: path)] : []
    case .list(let element):
      guard let elements = value.array else { return [TypeFault(value: value, expected: type, path: path)] }
      return elements.enumerated().flatMap { find(in: $1, as: element, path: "\(path)[\($0)]") }
    case .map(let element):
      guard let members = value.object else { return [TypeFault(value: value, expected: type, path: path)] }
      return members.flatMap { find(in: $0.value, as: element, path: path.isEmpty ? $0.name : "\(path).\($0.name)") }
    }
  }

  private static func fits(_ value: Value, _ type: ValueType) -> Bool {
    guard case .number(let text) = value.content else { return false }
    // What no double holds is refused before anybody asks for its type.
    guard let sent = WireNumber(text) else { return true }
    guard let number = sent.whole else { return false }
    guard case .unsigned(let bits) = type else { return true }
    return number >= 0 && (bits >= 64 || number < 1 << bits)
  }
}

extension ValueType {
  /// What is expected, in the words of JSON.
  var expectation: String {
    switch self {
    case .bool: "true or false"
    case .integer: "a whole number"
    case .unsigned(let bits): bits >= 64 ? "a whole number from 0 up" : "a whole number from 0 to \((1 << bits) - 1)"
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path: "a string"
    case .object: "an object"
    case .list(.object): "a list of objects"
    case .list(.list): "a list of lists"
    case .list(let element): element.isText ? "a list of strings" : "a list"
    case .map(.bool): "an object of true and false"
    case .map(let element): element.isText ? "an object of strings" : "an object"
    case .any: "a value"
    }
  }

  /// Whether it is written as a string.
  var isText: Bool {
    switch self {
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path: true
    default: false
    }
  }
}

import Diagnostics
import NetworkTypes
import Syntax

/// What a parameter of a template takes.
package indirect enum ParameterType: Sendable, Equatable {
  case string
  case integer
  case boolean
  case cidr
  case address
  case interface
  case mac
  case path
  case version
  /// A list; its entries have the inner type.
  case list(ParameterType)
  /// A mapping with keys of the user's own; its values have the inner type, or any.
  case map(ParameterType?)

  /// The words for `type:`.
  static let words = [
    "string", "integer", "boolean", "cidr", "address", "interface", "mac", "path", "version", "list", "map",
  ]

  /// Those that can stand behind `of:`.
  static let scalarWords = words.filter { $0 != "list" && $0 != "map" }

  /// The type of a word; `list` needs the word of its entries, `map` may have one for its values.
  init?(_ word: String, of inner: ParameterType?) {
    switch word {
    case "string": self = .string
    case "integer": self = .integer
    case "boolean": self = .boolean
    case "cidr": self = .cidr
    case "address": self = .address
    case "interface": self = .interface
    case "mac": self = .mac
    case "path": self = .path
    case "version": self = .version
    case "list":
      guard let inner else { return nil }
      self = .list(inner)
    case "map": self = .map(inner)
    default: return nil
    }
  }

  /// The type as it is declared, for lists of parameters: `list of cidr`.
  package var name: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .boolean: "boolean"
    case .cidr: "cidr"
    case .address: "address"
    case .interface: "interface"
    case .mac: "mac"
    case .path: "path"
    case .version: "version"
    case .list(let inner): "list of \(inner.name)"
    case .map(let inner): inner.map { "map of \($0.name)" } ?? "map"
    }
  }

  /// What a value must be, for messages.
  var wanted: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .cidr: "a subnet such as 10.88.0.0/16"
    case .address: "an address such as 10.88.0.1"
    case .interface: "the name of a network device, of 1 to 15 bytes"
    case .mac: "a MAC address such as 02:00:00:00:00:01"
    case .path: "an absolute path"
    case .version: "a release number such as 1.6.20"
    case .list: "a list"
    case .map: "a mapping"
    }
  }

  /// A scalar as a value of this type; `nil` where it is none. Numbers and truth values stay what they are; everything
  /// else is text from here on, whatever it looks like.
  func value(of scalar: Node.Scalar) -> Node.Scalar? {
    guard !scalar.isNull else { return nil }
    let text = scalar.text
    switch self {
    case .integer: return scalar.isPlain && Scalars.isInteger(text) && Int(text) != nil ? scalar : nil
    case .boolean: return scalar.isPlain && (text == "true" || text == "false") ? scalar : nil
    case .list, .map: return nil
    case .string: break
    case .cidr: if CIDR(text) == nil { return nil }
    case .address: if IPAddress(text) == nil { return nil }
    case .interface: if InterfaceName(text) == nil { return nil }
    case .mac: if MACAddress(text) == nil { return nil }
    case .path: if !text.hasPrefix("/") || text.utf8.contains(0) { return nil }
    case .version: if Version(text) == nil { return nil }
    }
    return Node.Scalar(text, isPlain: false)
  }
}

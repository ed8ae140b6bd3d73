import Catalogue

extension ValueType {
  /// For readers: `a list of texts`.
  var words: String {
    switch self {
    case .bool: "true or false"
    case .integer: "a whole number"
    case .unsigned(let bits): "a whole number from 0 up, of \(bits) bits"
    case .string: "a text"
    case .cidr: "a subnet, as 10.88.0.0/16"
    case .address: "an address without a prefix length"
    case .addressWithPrefix: "an address with a prefix length, as 10.1.2.3/24"
    case .mac: "a MAC address"
    case .interface: "the name of a network device"
    case .path: "an absolute path on the node"
    case .object: "an object"
    case .list(.object): "a list of objects"
    case .list(.list(.object)): "a list of lists of objects"
    case .list(let element): "a list, each element \(element.words)"
    case .map(let value): "an object with keys of one's own, each value \(value.words)"
    case .any: "anything"
    }
  }
}

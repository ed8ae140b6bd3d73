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

package import Diagnostics
package import NetworkTypes

/// A subnet that a node has, and where that is said. There are two for each of a hundred thousand nodes, so it takes up
/// 32 bytes.
package struct Claim: Sendable, Equatable {
  private let high: UInt64
  private let low: UInt64
  private let number: Int32
  private let file: UInt32
  private let start: UInt32
  private let length: UInt16
  private let prefix: UInt8
  /// The origin, and bits for the family and for a place.
  private let marks: UInt8

  private static let isIPv6: UInt8 = 0x10
  private static let hasPlace: UInt8 = 0x20

  /// Who says it. What stands first goes before the others.
  package enum Origin: UInt8, Sendable, Comparable {
    case stated
    case inventory
    case lock
    case allocated

    package static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// - Parameters:
  ///   - node: the node's number; negative for one that is not of the fleet.
  ///   - subnet: one without host bits.
  ///   - place: where it is stated; `nil` for what was allocated in this run. Of a text of more than 64 KiB only the
  ///     beginning is kept.
  package init(node: Int, subnet: CIDR, place: SourceRange?, origin: Origin) {
    let value = subnet.address.value
    high = UInt64(truncatingIfNeeded: value >> 64)
    low = UInt64(truncatingIfNeeded: value)
    number = Int32(clamping: node)
    prefix = UInt8(subnet.prefix)
    file = place?.file.index ?? 0
    start = place?.start ?? 0
    length = UInt16(clamping: place.map { $0.end - $0.start } ?? 0)
    marks =
      origin.rawValue | (subnet.family == .ipv6 ? Self.isIPv6 : 0) | (place == nil ? 0 : Self.hasPlace)
  }

  private init(_ other: Claim, number: Int32) {
    high = other.high
    low = other.low
    self.number = number
    file = other.file
    start = other.start
    length = other.length
    prefix = other.prefix
    marks = other.marks
  }

  /// The same of another node.
  package func of(_ node: Int) -> Claim { Claim(self, number: Int32(clamping: node)) }

  /// The node's number.
  package var node: Int { Int(number) }

  package var origin: Origin { Origin(rawValue: marks & 0xF) ?? .allocated }

  package var family: IPAddress.Family { marks & Self.isIPv6 == 0 ? .ipv4 : .ipv6 }

  /// The number of the subnet's first address.
  package var first: UInt128 { UInt128(high) << 64 | UInt128(low) }

  /// The number of the subnet's last address.
  package var last: UInt128 {
    let hostBits = family.bits - Int(prefix)
    return hostBits == 0 ? first : first | UInt128.max >> UInt128(128 - hostBits)
  }

  package var subnet: CIDR { CIDR(firstAddress: IPAddress(family, first), prefix: Int(prefix)) }

  /// Where it is stated; `nil` for what was allocated in this run.
  package var place: SourceRange? {
    guard marks & Self.hasPlace != 0 else { return nil }
    return SourceRange(file: FileID(index: file), start: start, end: start + UInt32(length))
  }
}

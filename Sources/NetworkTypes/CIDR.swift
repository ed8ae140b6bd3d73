/// An address with a prefix length. Host bits may be set; `isNetwork` tells.
package struct CIDR: Sendable, Hashable {
  /// The address as written, host bits and all.
  package let address: IPAddress
  /// How many leading bits name the network, 0 to 32 or 128.
  package let prefix: Int

  /// An address with a prefix length; `nil` where the family has fewer bits.
  package init?(_ address: IPAddress, prefix: Int) {
    guard prefix >= 0, prefix <= address.family.bits else { return nil }
    self.address = address
    self.prefix = prefix
  }

  /// Reads `address/length`; `nil` where Go's `net.ParseCIDR` would refuse it.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// Reads `address/length` from the bytes of its text, and allocates nothing.
  package init?(utf8 bytes: Span<UInt8>) {
    var slash = 0
    while slash < bytes.count, bytes[slash] != UInt8(ascii: "/") { slash += 1 }
    guard slash < bytes.count, let address = IPAddress(utf8: bytes.extracting(0..<slash)),
      let prefix = Self.readLength(bytes, from: slash + 1)
    else { return nil }
    self.init(address, prefix: prefix)
  }

  /// Decimal digits only, as many as there are: Go takes `/016` for 16. A number beyond every family stays beyond.
  private static func readLength(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var length = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      length = min(length * 10 + Int(byte - UInt8(ascii: "0")), 1000)
    }
    return length
  }

  package var family: IPAddress.Family { address.family }

  /// The bits that count hosts.
  package var hostBits: Int { family.bits - prefix }

  /// Whether no host bit is set.
  package var isNetwork: Bool { address.value & hostMask == 0 }

  /// The same network with all host bits cleared.
  package var network: CIDR { CIDR(first: IPAddress(family, address.value & ~hostMask), prefix: prefix) }

  /// The lowest address, which names the network.
  package var first: IPAddress { IPAddress(family, address.value & ~hostMask) }

  /// The highest address; for IPv4 the broadcast address where the network has one.
  package var last: IPAddress { IPAddress(family, address.value | hostMask) }

  /// All addresses of the network.
  package var range: AddressRange { AddressRange(unchecked: first, last) }

  /// The network that a CNI plugin sees: the IPv4 one behind an IPv4-mapped IPv6 network, else the network itself. Of a
  /// mapped one the plugins keep the last 32 bits of the mask.
  package var unmapped: CIDR {
    address.isIPv4Mapped ? CIDR(first: address.unmapped, prefix: max(0, prefix - 96)) : self
  }

  /// Whether an address of the same family lies in the network.
  package func contains(_ other: IPAddress) -> Bool { range.contains(other) }

  /// Whether all of another network lies in this one.
  package func contains(_ other: CIDR) -> Bool { range.contains(other.first) && range.contains(other.last) }

  /// Whether the two networks share an address.
  package func overlaps(_ other: CIDR) -> Bool { range.overlaps(other.range) }

  private init(first: IPAddress, prefix: Int) {
    address = first
    self.prefix = prefix
  }

  /// For callers whose prefix length fits by construction.
  package init(firstAddress first: IPAddress, prefix: Int) { self.init(first: first, prefix: prefix) }

  private var hostMask: UInt128 {
    hostBits == 0 ? 0 : UInt128.max >> UInt128(128 - hostBits)
  }
}

extension CIDR: CustomStringConvertible {
  package var description: String { "\(address)/\(prefix)" }
}

extension CIDR: Comparable {
  /// By first address, then the wider network first.
  package static func < (left: CIDR, right: CIDR) -> Bool {
    left.first == right.first ? left.prefix < right.prefix : left.first < right.first
  }
}

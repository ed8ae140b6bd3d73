/// An IPv4 or IPv6 address.
///
/// Text is read exactly as Go's `net.ParseIP` reads it, because that is what every CNI plugin does: four decimal
/// octets without leading zeros, or RFC 4291 text without a zone.
package struct IPAddress: Sendable, Hashable {
  /// The two address families.
  package enum Family: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case ipv4 = 4
    case ipv6 = 6

    /// How many bits an address has.
    package var bits: Int { self == .ipv4 ? 32 : 128 }

    /// The destination of this family's default route.
    package var defaultRoute: String { self == .ipv4 ? "0.0.0.0/0" : "::/0" }

    package static func < (left: Family, right: Family) -> Bool { left.rawValue < right.rawValue }
  }

  package let family: Family
  /// The address as a number; an IPv4 address has only its low 32 bits set.
  package let value: UInt128

  /// The address of a number, which must fit the family: higher bits are dropped.
  package init(_ family: Family, _ value: UInt128) {
    self.family = family
    self.value = family == .ipv4 ? value & 0xFFFF_FFFF : value
  }

  /// Reads an address; `nil` where Go would refuse it.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// Reads an address from the bytes of its text, and allocates nothing.
  package init?(utf8 bytes: Span<UInt8>) {
    if let value = Self.readIPv4(bytes, from: 0) {
      self.init(.ipv4, UInt128(value))
    } else if let value = Self.readIPv6(bytes) {
      self.init(.ipv6, value)
    } else {
      return nil
    }
  }

  /// Whether this is an IPv6 address that stands for an IPv4 one (`::ffff:0:0/96`). Every CNI plugin takes it for the
  /// IPv4 address.
  package var isIPv4Mapped: Bool { family == .ipv6 && value >> 32 == 0xFFFF }

  /// The address that a CNI plugin sees: the IPv4 one behind a mapped IPv6 address, else the address itself.
  package var unmapped: IPAddress { isIPv4Mapped ? IPAddress(.ipv4, value) : self }

  /// The next address; `nil` behind the family's last one.
  package var successor: IPAddress? {
    value == Self.last(of: family) ? nil : IPAddress(family, value + 1)
  }

  /// The address before; `nil` before the family's first one.
  package var predecessor: IPAddress? { value == 0 ? nil : IPAddress(family, value - 1) }

  private static func last(of family: Family) -> UInt128 {
    family == .ipv4 ? 0xFFFF_FFFF : UInt128.max
  }

  private static func readIPv4(_ bytes: Span<UInt8>, from start: Int) -> UInt32? {
    guard bytes.count - start >= 7, bytes.count - start <= 15 else { return nil }
    var value: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard digits > 0, dots < 3 else { return nil }
        value = value << 8 | octet
        octet = 0
        digits = 0
        dots += 1
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        if digits > 0, octet == 0 { return nil }
        octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
        digits += 1
        guard octet <= 255 else { return nil }
      }
    }
    guard digits > 0, dots == 3 else { return nil }
    return value << 8 | octet
  }

  private static func readIPv6(_ bytes: Span<UInt8>) -> UInt128? {
    guard bytes.count >= 2, bytes.count <= 45 else { return nil }
    // The groups so far, the last of them in the low bits.
    var value: UInt128 = 0
    var groups = 0
    var gap: Int?
    var index = 0
    if bytes[0] == UInt8(ascii: ":") {
      guard bytes[1] == UInt8(ascii: ":") else { return nil }
      gap = 0
      index = 2
    }
    while index < bytes.count {
      guard groups < 8 else { return nil }
      let start = index
      var group: UInt32 = 0
      while index < bytes.count, let digit = hexValue(bytes[index]) {
        group = group << 4 | UInt32(digit)
        index += 1
        guard index - start <= 4 else { break }
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        guard groups <= 6, let tail = readIPv4(bytes, from: start) else { return nil }
        value = value << 32 | UInt128(tail)
        groups += 2
        index = bytes.count
        break
      }
      guard index > start, index - start <= 4 else { return nil }
      value = value << 16 | UInt128(group)
      groups += 1
      guard index < bytes.count else { break }
      guard bytes[index] == UInt8(ascii: ":") else { return nil }
      index += 1
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ":") {
        guard gap == nil else { return nil }
        gap = groups
        index += 1
      }
    }
    guard let gap else { return groups == 8 ? value : nil }
    guard groups < 8 else { return nil }
    // What stands behind the gap stays in the low bits; what stands before it moves to the high ones.
    let behind = 16 * UInt128(groups - gap)
    let low = value & ((1 << behind) - 1)
    return gap == 0 ? low : (value >> behind) << (16 * UInt128(8 - gap)) | low
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension IPAddress: Comparable {
  /// IPv4 before IPv6, then by number.
  package static func < (left: IPAddress, right: IPAddress) -> Bool {
    left.family == right.family ? left.value < right.value : left.family < right.family
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or the canonical text of RFC 5952, which keeps the dots of an IPv4-mapped address.
  package var description: String {
    if family == .ipv4 {
      return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: value >> $0)) }.joined(separator: ".")
    }
    if isIPv4Mapped { return "::ffff:\(unmapped)" }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> (112 - 16 * $0)) }
    guard let gap = Self.longestZeroRun(groups) else { return Self.hex(groups[...]) }
    return Self.hex(groups[..<gap.lowerBound]) + "::" + Self.hex(groups[gap.upperBound...])
  }

  private static func hex(_ groups: ArraySlice<UInt16>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }

  /// The first of the longest runs of at least two zero groups.
  private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var index = 0
    while index < groups.count {
      var end = index
      while end < groups.count, groups[end] == 0 { end += 1 }
      if end - index >= 2, end - index > (best?.count ?? 0) { best = index..<end }
      index = max(end, index + 1)
    }
    return best
  }
}

/// Text of addresses, byte by byte, for whoever writes very many of them.
extension IPAddress {
  /// Appends the text of `description`.
  package func append(to bytes: inout [UInt8]) {
    if family == .ipv4 {
      Self.append(octets: UInt32(truncatingIfNeeded: value), to: &bytes)
    } else if isIPv4Mapped {
      bytes.append(contentsOf: "::ffff:".utf8)
      Self.append(octets: UInt32(truncatingIfNeeded: value), to: &bytes)
    } else {
      appendGroups(to: &bytes)
    }
  }

  private static func append(octets: UInt32, to bytes: inout [UInt8]) {
    for shift in [UInt32(24), 16, 8, 0] {
      if shift < 24 { bytes.append(UInt8(ascii: ".")) }
      append(decimal: UInt8(truncatingIfNeeded: octets >> shift), to: &bytes)
    }
  }

  static func append(decimal number: UInt8, to bytes: inout [UInt8]) {
    if number >= 100 { bytes.append(0x30 + number / 100) }
    if number >= 10 { bytes.append(0x30 + number / 10 % 10) }
    bytes.append(0x30 + number % 10)
  }

  private func group(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * index)) }

  private func appendGroups(to bytes: inout [UInt8]) {
    let gap = longestGap()
    var index = 0
    while index < 8 {
      if index == gap.lowerBound, !gap.isEmpty {
        bytes.append(contentsOf: "::".utf8)
        index = gap.upperBound
        continue
      }
      if index > 0, index != gap.upperBound || gap.isEmpty { bytes.append(UInt8(ascii: ":")) }
      Self.append(hex: group(index), to: &bytes)
      index += 1
    }
  }

  private static func append(hex number: UInt16, to bytes: inout [UInt8]) {
    var isLeading = true
    for shift in [UInt16(12), 8, 4, 0] {
      let digit = UInt8(number >> shift & 15)
      if isLeading, digit == 0, shift > 0 { continue }
      isLeading = false
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// The first of the longest runs of at least two zero groups; empty where there is none.
  private func longestGap() -> Range<Int> {
    var best = 0..<0
    var index = 0
    while index < 8 {
      var end = index
      while end < 8, group(end) == 0 { end += 1 }
      if end - index >= 2, end - index > best.count { best = index..<end }
      index = max(end, index + 1)
    }
    return best
  }
}

extension CIDR {
  /// Appends the text of `description`.
  package func append(to bytes: inout [UInt8]) {
    address.append(to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    IPAddress.append(decimal: UInt8(prefix), to: &bytes)
  }
}

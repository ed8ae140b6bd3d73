/// A 48-bit hardware address.
package struct MACAddress: Sendable, Hashable {
  /// The six bytes, most significant first, in the low 48 bits.
  package let value: UInt64

  /// Reads six bytes in hexadecimal, separated all by colons or all by dashes, or three groups of four digits
  /// separated by dots: the forms of Go's `net.ParseMAC` for 48 bits.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let groupLength: Int
    let separator: UInt8
    if bytes.count == 17, bytes[2] == UInt8(ascii: ":") || bytes[2] == UInt8(ascii: "-") {
      groupLength = 2
      separator = bytes[2]
    } else if bytes.count == 14, bytes[4] == UInt8(ascii: ".") {
      groupLength = 4
      separator = UInt8(ascii: ".")
    } else {
      return nil
    }
    var value: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      if index % (groupLength + 1) == groupLength {
        guard byte == separator else { return nil }
      } else {
        guard let digit = Self.hexValue(byte) else { return nil }
        value = value << 4 | digit
      }
    }
    self.value = value
  }

  private static func hexValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Whether the address names a group; no interface can carry one.
  package var isMulticast: Bool { value >> 40 & 1 == 1 }
}

extension MACAddress: CustomStringConvertible {
  package var description: String {
    (0..<6).map { index in
      let byte = value >> (40 - 8 * UInt64(index)) & 0xFF
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined(separator: ":")
  }
}

/// The texts that Go's `net.ParseMAC` takes, which is what every plugin calls.
enum HardwareAddressText {
  /// How many bytes a readable hardware address has: 6, 8 (EUI-64) or 20 (InfiniBand); `nil` for any other text.
  static func byteCount(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    let isDotted = bytes.count > 4 && bytes[4] == UInt8(ascii: ".")
    let separator = isDotted ? UInt8(ascii: ".") : (bytes.count > 2 ? bytes[2] : 0)
    guard isDotted || separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else { return nil }
    let width = isDotted ? 4 : 2
    guard (bytes.count + 1) % (width + 1) == 0 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isSeparator = index % (width + 1) == width
      guard isSeparator ? byte == separator : isHexadecimal(byte) else { return nil }
    }
    let count = (bytes.count + 1) / (width + 1) * width / 2
    return [6, 8, 20].contains(count) ? count : nil
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

/// Finds where a run of common bytes ends, eight bytes at once: strings and indentation make up most of a text.
enum ByteSearch {
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Where text ends that stands for itself in a string: at a quote, a backslash, a control character or the end.
  static func endOfPlainText(in bytes: [UInt8], from start: Int) -> Int {
    let raw = bytes.span.bytes
    var index = start
    while index + 8 <= raw.byteCount {
      let marks = marks(in: UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    return index
  }

  /// The high bit of each byte that is a quote, a backslash or a control character; the first byte of the text is
  /// the lowest one. Only the lowest of the marks is sure: the borrow of a subtraction can mark bytes above it.
  private static func marks(in word: UInt64) -> UInt64 {
    let controls = (word &- lowBits &* 0x20) & ~word
    return (controls | zeros(in: word ^ lowBits &* 0x22) | zeros(in: word ^ lowBits &* 0x5C)) & highBits
  }

  private static func zeros(in word: UInt64) -> UInt64 { (word &- lowBits) & ~word }

  /// Whether a byte occurs in a text.
  static func holds(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    let raw = bytes.span.bytes
    let pattern = lowBits &* UInt64(byte)
    var index = 0
    while index + 8 <= raw.byteCount {
      if zeros(in: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern) & highBits != 0 {
        return true
      }
      index += 8
    }
    return bytes[index...].contains(byte)
  }

  /// Whether all bytes from a place on are ASCII.
  static func isASCII(_ bytes: [UInt8], from start: Int) -> Bool {
    let raw = bytes.span.bytes
    var index = start
    while index + 8 <= raw.byteCount {
      if raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & highBits != 0 { return false }
      index += 8
    }
    return bytes[index...].allSatisfy { $0 < 0x80 }
  }

  /// Where the white space of JSON ends.
  static func endOfSpace(in bytes: [UInt8], from start: Int) -> Int {
    let raw = bytes.span.bytes
    let count = raw.byteCount
    var index = start
    while index < count {
      if index + 8 <= count {
        let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
        let others = word ^ lowBits &* 0x20
        index += others.trailingZeroBitCount / 8
        if others == 0 { continue }
      }
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x20 || byte == 0x0D || byte == 0x09 else { return index }
      index += 1
    }
    return index
  }
}

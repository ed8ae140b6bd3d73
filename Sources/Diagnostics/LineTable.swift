/// Byte offsets at which the lines of a text begin. A line ends with LF, CR LF or a lone CR.
package struct LineTable: Sendable {
  private let starts: [UInt32]

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    let raw = bytes.span.bytes
    while index < bytes.count {
      // Eight bytes at once, where none of them ends a line.
      while index + 8 <= raw.byteCount,
        !Self.mayEndLine(raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(index))
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
      }
    }
    self.starts = starts
  }

  /// Whether any of eight bytes is a line feed or a carriage return; it may say so of some that have other control
  /// characters.
  private static func mayEndLine(_ word: UInt64) -> Bool {
    let low: UInt64 = 0x0101_0101_0101_0101
    return (word &- low &* 0x0E) & ~word & (low &* 0x80) != 0
  }

  /// How many lines there are; a text that ends with a line feed has an empty last line.
  package var count: Int { starts.count }

  /// The line, counted from 1, that holds a byte offset.
  package func line(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, counted from 1, without its end and without a leading byte-order mark.
  package func byteRange(ofLine number: Int, in bytes: [UInt8]) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return bytes.count..<bytes.count }
    var start = Int(starts[number - 1])
    var end = number < starts.count ? Int(starts[number]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    return start..<end
  }
}

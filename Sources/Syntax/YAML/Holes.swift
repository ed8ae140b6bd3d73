/// Parts of a text that are left out when it is read.
struct Holes {
  private let ranges: [Range<Int>]
  /// How many bytes are left out before each of the ranges.
  private let before: [Int]

  /// - Parameter ranges: ranges of bytes that do not overlap, in order.
  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    var sum = 0
    before = ranges.map { range in
      defer { sum += range.count }
      return sum
    }
  }

  /// What is left of a text.
  func rest(of bytes: [UInt8]) -> [UInt8] {
    guard !ranges.isEmpty else { return bytes }
    var rest: [UInt8] = []
    rest.reserveCapacity(bytes.count - ranges.reduce(0) { $0 + $1.count })
    var start = 0
    for range in ranges {
      rest += bytes[start..<range.lowerBound]
      start = range.upperBound
    }
    rest += bytes[start...]
    return rest
  }

  /// The offset in the whole text of a byte of the rest.
  func offset(of byte: Int) -> Int { byte + leftOut { $0 <= byte } }

  /// The offset in the whole text of the end of something that ends before a byte of the rest.
  func end(of byte: Int) -> Int { byte + leftOut { $0 < byte } }

  /// How many bytes the holes have together whose places in the rest come before a certain one.
  private func leftOut(_ isBefore: (Int) -> Bool) -> Int {
    guard !ranges.isEmpty else { return 0 }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(ranges[middle].lowerBound - before[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : before[low - 1] + ranges[low - 1].count
  }
}

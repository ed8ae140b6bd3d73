/// The numbers below a limit that nobody has taken, from the lowest up.
package struct FreeNumbers: Sendable, Sequence, IteratorProtocol {
  /// The ranges that are taken, merged and in order.
  private let taken: [ClosedRange<Int>]
  private let limit: Int
  private var position = 0
  private var candidate = 0

  /// - Parameters:
  ///   - taken: ranges of numbers, in any order; they may overlap.
  ///   - limit: the first number that does not exist.
  package init(except taken: [ClosedRange<Int>], below limit: Int) {
    self.taken = Self.merged(taken)
    self.limit = limit
  }

  /// The next free number; `nil` when there are no more.
  package mutating func next() -> Int? {
    while position < taken.count, taken[position].upperBound < candidate { position += 1 }
    while position < taken.count, taken[position].contains(candidate) {
      guard taken[position].upperBound < limit - 1 else { return nil }
      candidate = taken[position].upperBound + 1
      position += 1
    }
    guard candidate < limit else { return nil }
    defer { candidate += 1 }
    return candidate
  }

  /// How many numbers below the limit are taken.
  package var takenCount: Int {
    taken.reduce(0) { sum, range in
      let last = Swift.min(range.upperBound, limit - 1)
      return last < range.lowerBound ? sum : sum + (last - range.lowerBound + 1)
    }
  }

  /// Ranges in order, those that touch put together. Most come sorted.
  private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var isSorted = true
    for index in ranges.indices.dropFirst() where ranges[index].lowerBound < ranges[index - 1].lowerBound {
      isSorted = false
      break
    }
    let sorted = isSorted ? ranges : ranges.sorted { $0.lowerBound < $1.lowerBound }
    var result: [ClosedRange<Int>] = []
    for range in sorted {
      // The upper bound of the one before is below Int.max here, or nothing could follow it.
      if let last = result.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1 {
        if range.upperBound > last.upperBound { result[result.count - 1] = last.lowerBound...range.upperBound }
      } else {
        result.append(range)
      }
    }
    return result
  }
}

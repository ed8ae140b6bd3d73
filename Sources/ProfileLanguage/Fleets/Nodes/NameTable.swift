import NetworkTypes

/// The names of a fleet's nodes, numbered from 0, in one buffer: a hundred thousand strings would be most of the memory.
package struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  package init() {}

  package var count: Int { ends.count }

  /// Takes in a name and gives its number. All names together have less than 4 GiB.
  @discardableResult
  package mutating func append(_ name: some Sequence<UInt8>) -> Int {
    bytes.append(contentsOf: name)
    ends.append(UInt32(bytes.count))
    return ends.count - 1
  }

  /// The bytes of a name.
  package subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])]
  }

  /// A name as text, for messages.
  package func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// The numbers in the natural order of the names, which is the order in which free subnets are given away.
  package var inNaturalOrder: [Int] {
    sorted { NaturalOrder.precedes($0, $1) }
  }

  /// The numbers in the order of the names' bytes.
  package var inByteOrder: [Int] { sorted { $0.lexicographicallyPrecedes($1) } }

  /// The place of each number in the order in which the nodes' folders stand in a list of paths; empty where that is
  /// the order of the numbers.
  package var ranksInPathOrder: [UInt32] {
    let order = sorted { left, right in
      let shorter = min(left.count, right.count)
      let (a, b) = (left.prefix(shorter), right.prefix(shorter))
      if a != b { return a.lexicographicallyPrecedes(b) }
      // What follows a name in a path is a slash.
      if left.count < right.count { return UInt8(ascii: "/") < right[right.startIndex + shorter] }
      return left.count > right.count && left[left.startIndex + shorter] < UInt8(ascii: "/")
    }
    if zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) { return [] }
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
    return ranks
  }

  /// Pairs of numbers whose names are the same but for the case of letters; the later one second.
  package var duplicates: [(first: Int, second: Int)] {
    func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    let numbers = sorted { left, right in
      left.lexicographicallyPrecedes(right) { folded($0) < folded($1) }
    }
    var found: [(first: Int, second: Int)] = []
    for (one, other) in zip(numbers, numbers.dropFirst())
    where self[one].elementsEqual(self[other], by: { folded($0) == folded($1) }) {
      found.append((min(one, other), max(one, other)))
    }
    return found
  }

  /// Most fleets come in order; then one pass is enough.
  private func sorted(by precedes: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool) -> [Int] {
    let numbers = Array(0..<count)
    for number in numbers.dropFirst() where precedes(self[number], self[number - 1]) {
      // Equal names keep the order in which they came.
      return numbers.sorted { left, right in
        if precedes(self[left], self[right]) { return true }
        return !precedes(self[right], self[left]) && left < right
      }
    }
    return numbers
  }
}

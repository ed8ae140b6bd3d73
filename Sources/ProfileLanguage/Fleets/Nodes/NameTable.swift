import NetworkTypes

/// The names of a fleet's nodes, numbered from 0, in one buffer: a hundred thousand strings would be most of the memory.
package struct NameTable: Sendable, Equatable {
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

  /// Takes away the name that was taken in last.
  mutating func removeLast() {
    ends.removeLast()
    bytes.removeLast(bytes.count - Int(ends.last ?? 0))
  }

  /// Makes room for more names.
  mutating func reserve(_ count: Int) { ends.reserveCapacity(ends.count + count) }

  /// Takes in names of another table, behind those that are there.
  mutating func append(_ other: NameTable, _ numbers: Range<Int>) {
    guard !numbers.isEmpty else { return }
    let first = other.range(numbers.lowerBound).lowerBound
    let last = other.range(numbers.upperBound - 1).upperBound
    let start = bytes.count
    bytes += other.bytes[first..<last]
    for number in numbers { ends.append(UInt32(start + Int(other.ends[number]) - first)) }
  }

  /// The bytes of a name.
  package subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// Hands over the bytes of a name.
  func with<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(range(number)))
  }

  /// Whether the name of a number has exactly these bytes.
  func holds(_ name: Span<UInt8>, at number: Int) -> Bool {
    let range = range(number)
    guard range.count == name.count else { return false }
    for index in 0..<name.count where bytes[range.lowerBound + index] != name[index] { return false }
    return true
  }

  private func range(_ number: Int) -> Range<Int> {
    Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])
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

  /// Pairs of numbers whose names are the same but for the case of letters; the later one second, in the order of the
  /// names.
  package var duplicates: [(first: Int, second: Int)] {
    guard hasCapitals || hasTwins else { return [] }
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

  private var hasCapitals: Bool { bytes.contains { $0 >= 0x41 && $0 <= 0x5A } }

  /// Whether any name is there twice, byte for byte.
  private var hasTwins: Bool {
    var index = NameIndex(capacity: count)
    for number in 0..<count where index.add(number, of: self) != nil { return true }
    return false
  }

  /// For each name of this table its number in another; `nil` for a name that is not there.
  package func numbers(in other: NameTable) -> [Int?] {
    var index = NameIndex(capacity: other.count)
    for number in 0..<other.count { _ = index.add(number, of: other) }
    return (0..<count).map { number in with(number) { index.find($0, in: other) } }
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

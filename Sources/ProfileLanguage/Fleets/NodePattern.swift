import PlainText

/// Names of nodes with ranges of numbers: `edge-[001-100]`, `r[1-4]-n[01-20]`. It stands for all of them without making
/// any: names are asked for by number.
package struct NodePattern: Sendable, Equatable {
  /// A piece of the names.
  enum Piece: Sendable, Equatable {
    case text([UInt8])
    /// Numbers from the first to the last, written with at least so many digits.
    case numbers(ClosedRange<Int>, width: Int)
  }

  let pieces: [Piece]
  /// How many names there are, 1 to `maximumCount`.
  package let count: Int

  /// More nodes than this are a slip of the keyboard.
  package static let maximumCount = 1_000_000

  /// What is wrong with a text.
  package struct Fault: Error, Equatable {
    package let message: String
    /// What to type; empty where only the message helps.
    package let help: String
  }

  /// Reads a pattern. Every name that it stands for is a good one.
  package init(_ text: String) throws(Fault) {
    var pieces: [Piece] = []
    var count = 1
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      if open > rest.startIndex { pieces.append(.text(Array(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "]")) else {
        throw Fault(message: "the [ in \(text) has no ]", help: "write a range such as edge-[001-100]")
      }
      let (numbers, width) = try Self.range(rest[(open + 1)..<close])
      let (product, overflow) = count.multipliedReportingOverflow(by: numbers.count)
      guard !overflow, product <= Self.maximumCount else {
        throw Fault(message: "\(text) stands for more than \(Self.maximumCount) nodes", help: "")
      }
      count = product
      pieces.append(.numbers(numbers, width: width))
      rest = rest[(close + 1)...]
    }
    if rest.contains(UInt8(ascii: "]")) {
      throw Fault(message: "the ] in \(text) has no [", help: "write a range such as edge-[001-100]")
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(Array(rest))) }
    self.pieces = pieces
    self.count = count
    try checkNames(text)
  }

  /// The bytes of the name of a number, which must be below `count`. The last range counts fastest.
  package subscript(number: Int) -> [UInt8] {
    var name: [UInt8] = []
    append(number, to: &name)
    return name
  }

  /// Appends the bytes of the name of a number, which must be below `count`.
  package func append(_ number: Int, to name: inout [UInt8]) {
    // How many names each step of a range stands for.
    var stride = count
    for piece in pieces {
      switch piece {
      case .text(let bytes): name += bytes
      case .numbers(let numbers, let width):
        stride /= numbers.count
        Self.append(numbers.lowerBound + number / stride % numbers.count, width: width, to: &name)
      }
    }
  }

  private static func append(_ number: Int, width: Int, to name: inout [UInt8]) {
    var power = 1
    var digits = 1
    while power <= number / 10 || digits < width {
      power *= 10
      digits += 1
    }
    while power > 0 {
      name.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// What stands between the brackets: `001-100`.
  private static func range(_ bytes: ArraySlice<UInt8>) throws(Fault) -> (ClosedRange<Int>, width: Int) {
    let shown = String(decoding: bytes, as: UTF8.self)
    let bounds = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard bounds.count == 2, let first = number(bounds[0]), let last = number(bounds[1]) else {
      throw Fault(message: "[\(shown)] is no range of numbers", help: "write two numbers with a dash: [001-100]")
    }
    guard first <= last else {
      throw Fault(message: "[\(shown)] runs backwards", help: "write the lower number first")
    }
    let isPadded = bounds[0].first == UInt8(ascii: "0") && bounds[0].count > 1
    guard !isPadded || bounds[0].count == bounds[1].count else {
      throw Fault(
        message: "the numbers of [\(shown)] have different widths", help: "write both with as many digits: [001-100]")
    }
    return (first...last, isPadded ? bounds[0].count : 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Names of one pattern differ in their digits alone, so the first and the last, which is the longest, tell for all.
  private func checkNames(_ text: String) throws(Fault) {
    for name in [self[0], self[count - 1]] {
      guard let fault = NodeName.fault(of: name) else { continue }
      throw Fault(
        message: (text.isEmpty ? "an empty text" : text)
          + (count == 1 ? " is no name of a node: \(fault)" : " makes no names of nodes: \(fault)"),
        help: fault.contains(text: "capital") ? "write \(text.lowercased())" : "")
    }
  }
}

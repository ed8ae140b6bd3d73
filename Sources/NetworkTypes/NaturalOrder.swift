/// The order in which people list names: numbers within them count by their value, so that `n2` stands before `n10`.
package enum NaturalOrder {
  /// Whether one name stands before another. Two names that differ in leading zeros alone stand by their bytes, so
  /// that the order is total.
  package static func precedes(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    var a = left.makeIterator()
    var b = right.makeIterator()
    var x = a.next()
    var y = b.next()
    while let p = x, let q = y {
      if isDigit(p), isDigit(q) {
        let order = compareNumbers(&a, &x, &b, &y)
        if order != 0 { return order < 0 }
      } else {
        if p != q { return p < q }
        x = a.next()
        y = b.next()
      }
    }
    if x == nil, y == nil { return left.lexicographicallyPrecedes(right) }
    return x == nil
  }

  /// Reads a number from each side and compares them: the longer one without its zeros is greater.
  private static func compareNumbers<A: IteratorProtocol<UInt8>, B: IteratorProtocol<UInt8>>(
    _ a: inout A, _ x: inout UInt8?, _ b: inout B, _ y: inout UInt8?
  ) -> Int {
    while x == UInt8(ascii: "0") { x = a.next() }
    while y == UInt8(ascii: "0") { y = b.next() }
    var order = 0
    while true {
      switch (x.flatMap(digit), y.flatMap(digit)) {
      case (let p?, let q?):
        if order == 0, p != q { order = p < q ? -1 : 1 }
        x = a.next()
        y = b.next()
      case (_?, nil): return 1
      case (nil, _?): return -1
      case (nil, nil): return order
      }
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? { isDigit(byte) ? byte : nil }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

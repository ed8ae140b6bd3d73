/// The order in which people list names: numbers within them count by their value, so that `n2` stands before `n10`.
package enum NaturalOrder {
  /// Whether one name stands before another. Two names that differ in leading zeros alone stand by their bytes, so
  /// that the order is total.
  package static func precedes(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    precedes(Array(left)[...], Array(right)[...])
  }

  /// The same for names that lie in arrays. Whoever sorts a hundred thousand of them compares millions of times.
  package static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let order = compare(left.span, right.span)
    return order == 0 ? left.lexicographicallyPrecedes(right) : order < 0
  }

  /// Below 0 where the left name stands before the right one, 0 where both are the same but for leading zeros.
  private static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    var a = 0
    var b = 0
    while a < left.count, b < right.count {
      if isDigit(left[a]), isDigit(right[b]) {
        let order = compareNumbers(left, &a, right, &b)
        if order != 0 { return order }
      } else {
        if left[a] != right[b] { return left[a] < right[b] ? -1 : 1 }
        a += 1
        b += 1
      }
    }
    return (a < left.count ? 1 : 0) - (b < right.count ? 1 : 0)
  }

  /// Reads a number from each side and compares them: the longer one without its zeros is greater.
  private static func compareNumbers(
    _ left: Span<UInt8>, _ a: inout Int, _ right: Span<UInt8>, _ b: inout Int
  ) -> Int {
    while a < left.count, left[a] == UInt8(ascii: "0") { a += 1 }
    while b < right.count, right[b] == UInt8(ascii: "0") { b += 1 }
    var order = 0
    while true {
      switch (a < left.count && isDigit(left[a]), b < right.count && isDigit(right[b])) {
      case (true, true):
        if order == 0, left[a] != right[b] { order = left[a] < right[b] ? -1 : 1 }
        a += 1
        b += 1
      case (true, false): return 1
      case (false, true): return -1
      case (false, false): return order
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

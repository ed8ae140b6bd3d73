extension String {
  /// Whether two key names differ in letter case at the most, as Go's decoder sees it.
  ///
  /// Every absent key is looked for in this way among all others, so plain names are compared byte by byte.
  package func equalsIgnoringCase(_ other: String) -> Bool {
    var left = utf8.makeIterator()
    var right = other.utf8.makeIterator()
    while true {
      switch (left.next(), right.next()) {
      case (nil, nil): return true
      case (let a?, let b?):
        if a >= 0x80 || b >= 0x80 { return lowercased() == other.lowercased() }
        if a != b, Self.folded(a) != Self.folded(b) { return false }
      case (let a?, nil), (nil, let a?):
        return a >= 0x80 && lowercased() == other.lowercased()
      }
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

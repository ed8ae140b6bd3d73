/// Finds names by their bytes, in constant time. The hash is the standard library's, keyed anew in every process, so that
/// nobody can choose names that all fall into one place.
struct NameIndex {
  /// Numbers of names, each one more than it is; 0 where there is none. Always a power of two, and half empty at least.
  private var slots: [UInt32]

  /// - Parameter count: how many names there will be; with more of them it grows.
  init(capacity count: Int = 8) {
    slots = Self.slots(for: count)
  }

  private static func slots(for count: Int) -> [UInt32] {
    var size = 16
    while size < 2 * count { size *= 2 }
    return Array(repeating: 0, count: size)
  }

  /// The number of a name in a table; `nil` where it is not there.
  func find(_ name: Span<UInt8>, in table: NameTable) -> Int? {
    let slot = slots[slot(holding: name, in: table)]
    return slot == 0 ? nil : Int(slot - 1)
  }

  /// Takes in a name of the table under its number, unless the same name is there: then that one's number comes back.
  mutating func add(_ number: Int, of table: NameTable) -> Int? {
    if 2 * (number + 1) > slots.count { grow(for: table, to: 2 * (number + 1)) }
    let slot = table.with(number) { self.slot(holding: $0, in: table) }
    guard slots[slot] == 0 else { return Int(slots[slot] - 1) }
    slots[slot] = UInt32(number + 1)
    return nil
  }

  private func slot(holding name: Span<UInt8>, in table: NameTable) -> Int {
    var hasher = Hasher()
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0, !table.holds(name, at: Int(slots[slot] - 1)) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow(for table: NameTable, to count: Int) {
    let known = slots.filter { $0 != 0 }
    slots = Self.slots(for: count)
    for one in known {
      let slot = table.with(Int(one - 1)) { self.slot(holding: $0, in: table) }
      slots[slot] = one
    }
  }
}

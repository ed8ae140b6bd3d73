/// Finds the names of one table in another.
enum NameJoin {
  /// For each name of the first table its number in the second; `nil` for a name that is not there. Both are walked
  /// through once, in the order of their bytes.
  static func numbers(of names: NameTable, in table: NameTable) -> [Int?] {
    var found: [Int?] = Array(repeating: nil, count: names.count)
    let left = names.inByteOrder
    let right = table.inByteOrder
    var position = 0
    for number in left {
      let name = names[number]
      while position < right.count, table[right[position]].lexicographicallyPrecedes(name) { position += 1 }
      guard position < right.count, table[right[position]] == name else { continue }
      found[number] = right[position]
    }
    return found
  }
}

import ProfileLanguage

/// Finds the names of one table in another.
enum NameJoin {
  /// For each name of the first table its number in the second; `nil` for a name that is not there.
  static func numbers(of names: NameTable, in table: NameTable) -> [Int?] { names.numbers(in: table) }
}

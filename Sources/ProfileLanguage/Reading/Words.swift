/// Joins words as a sentence does.
enum Words {
  /// `a`, `a or b`, `a, b or c`.
  static func either(_ words: [String]) -> String { joined(words, "or") }

  /// `a`, `a and b`, `a, b and c`.
  static func all(_ words: [String]) -> String { joined(words, "and") }

  /// `a`, or `a to z` for several in their order.
  static func range(_ words: [String]) -> String {
    guard words.count > 1, let first = words.first, let last = words.last else { return words.first ?? "" }
    return "\(first) to \(last)"
  }

  private static func joined(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let final = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + final
  }
}

/// Lists of words as people write them.
package enum WordList {
  /// `a`, `a and b`, `a, b and c`.
  package static func and(_ words: some Collection<String>) -> String { joined(Array(words), by: "and") }

  /// `a`, `a or b`, `a, b or c`.
  package static func or(_ words: some Collection<String>) -> String { joined(Array(words), by: "or") }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}

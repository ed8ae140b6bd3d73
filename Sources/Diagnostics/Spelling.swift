/// Finds what a misspelt word was meant to be.
package enum Spelling {
  /// The candidate nearest to a word, if it is near enough to be meant. Letter case, dashes and underscores do not
  /// count as differences. Ties go to the candidate that stands first.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    allNearest(to: word, among: candidates).first
  }

  /// The candidates nearest to a word, where they are near enough to be meant: one, unless several are equally near.
  package static func allNearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = fold(word)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    var best: (candidates: [String], distance: Int) = ([], Int.max)
    for candidate in candidates {
      let folded = fold(candidate)
      let limit = max(1, min(wanted.count, folded.count) / 3)
      guard let distance = distance(wanted, folded, limit: limit), distance <= best.distance else { continue }
      best = (distance < best.distance ? [candidate] : best.candidates + [candidate], distance)
    }
    return best.candidates
  }

  private static func fold(_ word: String) -> [UInt8] {
    word.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "): nil
      default: byte
      }
    }
  }

  /// Edits (insertion, deletion, substitution, swap of neighbours) between two words, or `nil` above the limit.
  private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}

/// The words of a message, in lower case and without what differs from node to node: numbers, addresses, versions.
struct MessageWords {
  private(set) var words: [String]

  /// The most words of a pasted text that are looked at; no program writes so long a message.
  static let maximum = 400

  init(_ text: String) {
    words = Array(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.compactMap(Self.word).prefix(Self.maximum))
  }

  init(joining pieces: [[String]]) { words = pieces.flatMap { $0 } }

  /// A word as it is compared; `nil` for a number, and for what begins with one.
  static func word(_ text: Substring) -> String? {
    text.first?.isNumber == false ? text.lowercased() : nil
  }

  /// How many of these words the longest piece of theirs has that stands here in one piece, too.
  func longestPiece(of others: [String]) -> Int {
    var best = 0
    var last = Array(repeating: 0, count: words.count + 1)
    for other in others {
      var row = last
      row[0] = 0
      for (index, word) in words.enumerated() { row[index + 1] = word == other ? last[index] + 1 : 0 }
      best = max(best, row.max() ?? 0)
      last = row
    }
    return best
  }

  /// Whether some words stand here in one piece.
  func contains(_ piece: [String]) -> Bool { longestPiece(of: piece) == piece.count }

  /// Takes some words out, wherever they stand in one piece. Returns whether they did.
  mutating func remove(_ piece: [String]) -> Bool {
    var isFound = false
    while let start = words.indices.first(where: { words[$0...].starts(with: piece) }) {
      words.removeSubrange(start..<(start + piece.count))
      isFound = true
    }
    return isFound
  }
}

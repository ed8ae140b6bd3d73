/// The words of a message, in lower case and without what differs from node to node: numbers, addresses, versions.
struct MessageWords {
  let words: [String]

  /// The most words of a pasted text that are looked at; no program writes so long a message.
  static let maximum = 400

  init(_ text: String) {
    words = Array(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.compactMap(Self.word).prefix(Self.maximum))
  }

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
}

/// A message as the facts have it: words that are always there, in pieces with something else between them.
///
/// `%s` and its like, `<name>`, three dots and words such as `FILE` stand for what differs; what stands in double quotes
/// is an example.
struct MessagePattern {
  let pieces: [[String]]

  init(_ text: String) {
    var pieces: [[String]] = [[]]
    var quotes = false
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter || first.isNumber || first == "_" {
        let end = rest.firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? rest.endIndex
        let word = rest[..<end]
        rest = rest[end...]
        if quotes || Self.standIns.contains(String(word)) {
          pieces.append([])
        } else if let fixed = MessageWords.word(word) {
          pieces[pieces.count - 1].append(fixed)
        }
        continue
      }
      rest = rest.dropFirst()
      switch first {
      case "\"": quotes.toggle()
      case "%":
        rest = rest.dropFirst()
        pieces.append([])
      case "<" where rest.contains(">"):
        rest = rest.drop { $0 != ">" }.dropFirst()
        pieces.append([])
      case "." where rest.hasPrefix(".."):
        rest = rest.dropFirst(2)
        pieces.append([])
      default: break
      }
    }
    self.pieces = pieces.filter { !$0.isEmpty }
  }

  /// What stands for a path or a name in the facts.
  private static let standIns: Set<String> = ["FILE", "DIR", "DIRS", "ID", "PATH", "NAME", "CONF_DIR", "RUNTIME", "X"]

  /// How many words of a message it accounts for; `nil` where it is not in it. It is where nearly all of its pieces are,
  /// or where the message is a part of it.
  func accounts(for message: MessageWords) -> Int? {
    let all = pieces.reduce(0) { $0 + $1.count }
    let found = pieces.reduce(0) { sum, piece in
      let longest = message.longestPiece(of: piece)
      return longest >= min(2, piece.count) ? sum + longest : sum
    }
    // A text that says a thing twice accounts for it once.
    if found >= 2, found * 4 >= all * 3 { return min(found, message.words.count) }
    // Two words are too few to tell messages apart, and one is enough where it is none of every day.
    guard message.words.count > 2 || message.words.count == 1 && message.words[0].count > 12 else { return nil }
    return MessageWords(joining: pieces).longestPiece(of: message.words) == message.words.count
      ? message.words.count : nil
  }

  /// Whether every piece stands in a message.
  func isWithin(_ message: MessageWords) -> Bool {
    pieces.allSatisfy { message.longestPiece(of: $0) == $0.count }
  }
}

extension MessageWords {
  fileprivate init(joining pieces: [[String]]) { words = pieces.flatMap { $0 } }
}

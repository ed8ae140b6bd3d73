/// A message as the facts have it: words that are always there, in pieces with something else between them.
///
/// `%s` and its like, `<name>`, three dots and words such as `FILE` stand for what differs; a single word in double quotes
/// is an example.
struct MessagePattern {
  let pieces: [[String]]

  init(_ text: String) {
    var builder = Builder(rest: text[...])
    builder.run()
    pieces = builder.pieces.filter { !$0.isEmpty }
  }

  /// How many words of a message it accounts for; `nil` where it is not in it. It is where nearly all of its pieces are,
  /// or where the message is a part of it.
  ///
  /// - Parameter isNamed: whether the message says that it is of the very plugin which says the pattern.
  func accounts(for message: MessageWords, isNamed: Bool = false) -> Int? {
    // Two words are too few to tell messages apart, and one is enough where it is none of every day.
    if message.words.count > 2 || message.words.count == 1 && message.words[0].count > 12,
      MessageWords(joining: pieces).contains(message.words), own(in: message.words) > 0
    {
      return message.words.count
    }
    guard isNamed || pieces.reduce(0, { $0 + own(in: $1) }) >= 2 else { return nil }
    let all = pieces.reduce(0) { $0 + $1.count }
    var found = 0
    for piece in pieces {
      let longest = message.longestPiece(of: piece)
      // The kernel's words are there, or it is about something else.
      let words = MessageWords(joining: [piece])
      guard Self.everyday.allSatisfy({ !words.contains($0) || message.contains($0) }) else { return nil }
      if longest >= min(2, piece.count) { found += longest }
    }
    // A text that says a thing twice accounts for it once.
    return found >= 2 && found * 4 >= all * 3 ? min(found, message.words.count) : nil
  }

  /// Whether every piece stands in a message.
  func isWithin(_ message: MessageWords) -> Bool { pieces.allSatisfy(message.contains) }

  /// How many of some words are not those of every day.
  private func own(in piece: [String]) -> Int {
    var words = MessageWords(joining: [piece])
    for common in Self.everyday { _ = words.remove(common) }
    return words.words.count
  }

  /// What any program on a node may say: by itself it tells nothing.
  private static let everyday: [[String]] = [
    "no such file or directory", "invalid argument", "network is unreachable", "no route to host", "file exists",
    "operation not supported", "operation not permitted", "permission denied", "does not exist", "link not found",
    "numerical result out of range", "cannot assign requested address", "device or resource busy", "file name too long",
    "connection refused", "invalid syntax", "level fatal msg", "level warning msg", "level error msg",
  ].map { MessageWords($0).words }

  /// Takes a text of the facts apart.
  private struct Builder {
    var rest: Substring
    var pieces: [[String]] = [[]]

    mutating func run() {
      while let first = rest.first {
        if first.isLetter || first.isNumber || first == "_" {
          let end = rest.firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? rest.endIndex
          add(rest[..<end])
          rest = rest[end...]
          continue
        }
        rest = rest.dropFirst()
        skip(behind: first)
      }
    }

    private mutating func add(_ word: Substring) {
      if Self.standIns.contains(String(word)) {
        pieces.append([])
      } else if let fixed = MessageWords.word(word) {
        pieces[pieces.count - 1].append(fixed)
      }
    }

    /// Skips what stands for something else, of which a character has been taken.
    private mutating func skip(behind first: Character) {
      switch first {
      case "\"":
        guard let end = rest.firstIndex(of: "\""), !rest[..<end].contains(" ") else { return }
        rest = rest[end...].dropFirst()
      case "%": rest = rest.dropFirst()
      case "<":
        guard let end = rest.firstIndex(of: ">") else { return }
        rest = rest[end...].dropFirst()
      case ".":
        guard rest.hasPrefix("..") else { return }
        rest = rest.dropFirst(2)
      default: return
      }
      pieces.append([])
    }

    /// What stands for a path or a name in the facts.
    private static let standIns: Set<String> = [
      "FILE", "DIR", "DIRS", "ID", "PATH", "NAME", "CONF_DIR", "RUNTIME", "X",
    ]
  }
}

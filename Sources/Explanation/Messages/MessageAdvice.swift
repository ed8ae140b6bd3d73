import Rules

/// What to do about a message: the rules that find its cause in a file, and what to look at on the node.
struct MessageAdvice {
  /// The words by which the message is known; see `MessagePattern`.
  let pattern: String
  /// The rules, by id, that find what brings it about before a pod does; empty where no file shows it.
  let rules: [String]
  /// What to look at, or to do, besides; empty where the rules say all.
  let advice: String

  init(_ pattern: String, _ rules: [String] = [], _ advice: String = "") {
    self.pattern = pattern
    self.rules = rules
    self.advice = advice
  }

  /// All of it; each message has the most special lines before the general ones.
  static var all: [MessageAdvice] { ofLoading + ofVersions + ofAddresses + ofRoutes + ofInterfaces + ofChained }

  /// What is known to do about a message, the most special first.
  static func about(_ message: MessageWords) -> [MessageAdvice] {
    all.filter { line in
      let pattern = MessagePattern(line.pattern)
      return pattern.isWithin(message) || pattern.accounts(for: message) == message.words.count
    }
  }
}

import Rules

/// What to do about a message: the rules that find its cause in a file, and what to look at on the node.
struct MessageAdvice {
  /// The words by which the message is known; see `MessagePattern`.
  let pattern: String
  /// The rules, by id, that find what brings it about before a pod does; empty where no file shows it.
  let rules: [String]
  /// What to look at, or to do, besides; empty where the rules say all.
  let advice: String
  /// What brings it about, where the facts do not have the message or the most frequent cause is another one; else empty.
  let cause: String
  /// Whether other programs say the same words, so that something else has to tell that CNI is meant.
  let isEveryday: Bool

  init(
    _ pattern: String, _ rules: [String] = [], _ advice: String = "", cause: String = "", isEveryday: Bool = false
  ) {
    self.pattern = pattern
    self.rules = rules
    self.advice = advice
    self.cause = cause
    self.isEveryday = isEveryday
  }

  /// All of it; each message has the most special lines before the general ones.
  static var all: [MessageAdvice] {
    ofCalls + ofLoading + ofVersions + ofAddresses + ofRoutes + ofInterfaces + ofChained + ofTheNode
  }

  /// What is known to do about a message, the most special first.
  static func about(_ message: NodeMessage) -> [MessageAdvice] {
    let isAboutCNI = message.isAboutCNI
    return all.filter { line in
      guard isAboutCNI || !line.isEveryday else { return false }
      let pattern = MessagePattern(line.pattern)
      return pattern.isWithin(message.words) || pattern.accounts(for: message.words) == message.words.words.count
    }
  }
}

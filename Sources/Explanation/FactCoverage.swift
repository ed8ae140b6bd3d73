/// What becomes of an entry of the facts: the rules that judge it, or why none does.
package struct FactAnswer: Sendable {
  /// Who answers for an entry.
  package enum Verdict: Sendable {
    /// Rules, by id.
    case rules([String])
    /// Nobody, for the reason given.
    case unjudged(String)
  }

  /// The part of the facts: a plugin, `common`, `known_issues`, or the path of a mapping.
  package let section: String
  /// How the entry begins; enough of it to tell it from all others of its section.
  package let beginning: String
  package let verdict: Verdict

  init(_ section: String, _ beginning: String, _ verdict: Verdict) {
    self.section = section
    self.beginning = beginning
    self.verdict = verdict
  }

  /// The rules that judge it; empty where none does.
  package var rules: [String] {
    if case .rules(let ids) = verdict { ids } else { [] }
  }

  /// Whether it answers for an entry of its section. The entry must not go on in the middle of a word or a path.
  package func answers(_ entry: String) -> Bool {
    guard entry.hasPrefix(beginning) else { return false }
    return entry.dropFirst(beginning.count).first.map { !$0.isLetter && !$0.isNumber && !"_.".contains($0) } ?? true
  }
}

/// Every entry of the facts that speaks of a fault, with the rules that find it or the reason why nothing can.
package enum FactCoverage {
  /// All answers; each entry of the facts has exactly one.
  package static let all: [FactAnswer] =
    aboutCommon + aboutInterface + aboutAddresses + aboutChained + aboutLibcni + aboutContainerd

  /// What a rule answers for.
  package static func answers(of rule: String) -> [FactAnswer] { byRule[rule] ?? [] }

  private static let byRule: [String: [FactAnswer]] = Dictionary(
    all.flatMap { answer in answer.rules.map { ($0, [answer]) } }, uniquingKeysWith: +)
}

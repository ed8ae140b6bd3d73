import Catalogue
import PlainText
import Rules

/// Which rules speak of a plugin or of a key.
enum ConcernedRules {
  /// The rules about a plugin, in the order of the families.
  static func about(_ plugin: PluginFacts) -> [Rule] { Rule.everyRule.filter { speaks($0, of: plugin.type) } }

  /// The rules that speak of a key: of the same plugin where it has one, and naming the key.
  static func about(_ place: KeyPlace) -> [Rule] {
    let names = [place.key.name]
    return Rule.everyRule.filter { rule in
      let isOfPlugin = place.plugin.map { speaks(rule, of: $0.type) } ?? speaks(rule, of: "common")
      guard isOfPlugin else { return false }
      let facts = rule.facts + FactCoverage.answers(of: rule.id).map(\.beginning)
      return names.contains { name in
        rule.wrong.contains(text: "\"\(name)\"") || facts.contains { $0.mentions(name) } || rule.summary.mentions(name)
      }
    }
  }

  private static func speaks(_ rule: Rule, of section: String) -> Bool {
    if rule.facts.contains(where: { $0.hasPrefix("\(section):") }) { return true }
    let answers = FactCoverage.answers(of: rule.id)
    if answers.contains(where: { $0.section == section || $0.section.hasPrefix("\(section) ") }) { return true }
    // A rule that names no facts shows by its example whom it is about; what readers report is about nobody's plugin.
    if case .reading = rule.check { return false }
    return rule.facts.isEmpty && rule.wrong.contains(text: "\"type\": \"\(section)\"")
  }
}

extension String {
  /// Whether a word stands in it, not as a part of another one.
  func mentions(_ word: String) -> Bool {
    split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word }
  }
}

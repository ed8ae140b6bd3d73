import Diagnostics
import PlainText
import Rules

/// The reference of all rules, `docs/rules.md`: a table of each family, then a paragraph a rule, then the facts.
package enum RuleReference {
  /// The document, as Markdown.
  package static func markdown() -> String {
    let families = Rule.families.filter { !$0.rules.isEmpty }
    var lines = [
      "# Rules", "", "Made from the code: `CNIGEN_UPDATE=1 swift test --filter ExplanationTests` writes it again.",
      "`cnigen explain RULE` shows the same at a terminal. Errors are about what cannot work, warnings about what",
      "surprises, notes about what is good to know; warnings and notes can be accepted, each with a reason.", "",
    ]
    for family in families { lines += table(family.subject, family.rules) }
    for family in families {
      lines += ["## In full: \(family.subject)", ""]
      for rule in family.rules { lines += paragraph(rule) }
    }
    return (lines + facts()).joined(separator: "\n") + "\n"
  }

  /// The facts behind a rule, in words: those that its author names, or else those that it answers for.
  static func facts(behind rule: Rule) -> [String] {
    if !rule.facts.isEmpty { return rule.facts }
    return FactCoverage.answers(of: rule.id).map { "\($0.section): \($0.beginning)" }
  }

  private static func table(_ subject: String, _ rules: [Rule]) -> [String] {
    ["## Rules about \(subject)", "", "| rule | severity | what it finds | facts |", "| --- | --- | --- | --- |"]
      + rules.map { rule in
        let facts = facts(behind: rule).map(cell).joined(separator: "<br>")
        return "| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) | \(cell(rule.summary)) | \(facts) |"
      } + [""]
  }

  private static func paragraph(_ rule: Rule) -> [String] {
    ["### \(rule.id)", "", "\(rule.severity.rawValue): \(prose(rule.summary)).", ""] + Page.wrap(prose(rule.effect))
      + [""] + example("Wrong", rule.wrong) + example("Right", rule.right)
  }

  private static func example(_ name: String, _ text: String) -> [String] {
    guard !text.isEmpty else { return ["\(name): an empty file.", ""] }
    let isJSON = text.hasPrefix("{") || text.hasPrefix("[") || text.hasPrefix("\u{FEFF}")
    return ["\(name):", "", isJSON ? "```json" : "```yaml", text, "```", ""]
  }

  private static func facts() -> [String] {
    var lines = [
      "## Facts, and who answers for them", "",
      "Every fault that the project's facts name, with the rules that find it, or why no file can show it.", "",
      "| about | fact | rules |", "| --- | --- | --- |",
    ]
    for answer in FactCoverage.all {
      let verdict =
        switch answer.verdict {
        case .rules(let ids): ids.map { "[\($0)](#\($0))" }.joined(separator: ", ")
        case .unjudged(let reason): "none; \(cell(reason))"
        }
      lines.append("| \(answer.section) | \(cell(answer.beginning)) | \(verdict) |")
    }
    return lines
  }

  /// Text for a cell of a table.
  private static func cell(_ text: String) -> String { prose(text).replacing(text: "|", with: "\\|") }

  /// Text in which Markdown sees no marks of its own.
  private static func prose(_ text: String) -> String {
    String(text.flatMap { "*_<>`".contains($0) ? ["\\", $0] : [$0] })
  }
}

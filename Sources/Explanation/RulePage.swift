import Catalogue
import Diagnostics
import NetworkTypes
import Rules

/// A page about a rule.
enum RulePage {
  static func make(_ rule: Rule) -> Page {
    var page = Page("\(rule.id): \(rule.severity.rawValue)")
    page.paragraph(rule.summary.sentence)
    page.heading("What happens on a node")
    page.lineup(rule.effect)
    page.heading("Wrong")
    page.fragment(rule.wrong)
    page.heading("Right")
    page.fragment(rule.right)
    let facts = RuleReference.facts(behind: rule)
    if !facts.isEmpty {
      page.heading("Facts behind it")
      for fact in facts { page.point(fact) }
    }

    return page
  }
}

extension Page {
  /// A paragraph below a heading.
  mutating func lineup(_ text: String) {
    for line in Self.wrap(text, indent: "  ") { raw(line) }
  }

  /// Rules by id with what they find, below a heading; nothing where there are none.
  mutating func rules(_ rules: [Rule]) {
    guard !rules.isEmpty else { return }
    heading("Rules")
    table(rules.map { ($0.id, "\($0.severity.rawValue): \($0.summary)") })
  }

  /// Constraints with what programs say where they are broken.
  mutating func constraints(_ constraints: [Constraint], _ heading: String) {
    guard !constraints.isEmpty else { return }
    self.heading(heading)
    for constraint in constraints {
      point("\(constraint.what)\(constraint.span.inBrackets)")
      for error in constraint.errors {
        let remarks = [error.span.isAlways ? "" : "\(error.span)", error.when].filter { !$0.isEmpty }
        let said = remarks.isEmpty ? "says" : "says (\(remarks.joined(separator: "; ")))"
        below("\(said): \(error.text)")
      }
    }
  }

  /// What became different, with the releases.
  mutating func changes(_ changes: [Change], _ heading: String) {
    guard !changes.isEmpty else { return }
    self.heading(heading)
    for change in changes { point("\(change.span): \(change.what)") }
  }
}

extension ReleaseSpan {
  /// For the end of a line; nothing for what always holds.
  var inBrackets: String { isAlways ? "" : " (\(self))" }

  /// Whether it holds in every release of the catalogue. The plugins' first one is 0.6.0; nothing else is so old.
  var isAlways: Bool { self == .always || self == .since("0.6.0") }
}

extension String {
  /// With a capital at the beginning and a full stop.
  var sentence: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}

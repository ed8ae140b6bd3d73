import Catalogue
import Diagnostics
import NetworkTypes
import Rules

/// A page about a key at the top of a network configuration list.
enum ConflistKeyPage {
  static func make(_ key: ConflistKey) -> Page {
    var page = Page("\(key.name): a key at the top of a network configuration list")
    page.paragraph(key.summary.sentence)
    page.raw("")
    page.field("type", key.type.words)
    page.field("since", "libcni \(key.libcniSince); in the specification since \(key.specSince)")
    page.field("required", key.requiredBy.map { "by libcni, \($0)" } ?? "")
    page.field("default", key.absent)
    page.field("note", key.specNote)
    if !key.notes.isEmpty {
      page.heading("What surprises")
      for note in key.notes { page.point(note) }
    }
    page.rules(
      Rule.everyRule.filter { rule in
        FactCoverage.answers(of: rule.id).contains { answer in
          answer.section.hasPrefix("conflist_keys") && "\(answer.section).\(answer.beginning)".mentions(key.name)
        }
      })
    return page
  }
}

/// A page about a key of containerd's CNI table.
enum ContainerdKeyPage {
  static func make(_ key: ContainerdKey) -> Page {
    var page = Page("\(key.name): a key of containerd's CNI table")
    page.paragraph(key.summary.sentence)
    page.raw("")
    page.field("type", key.type.words)
    page.field("releases", "containerd \(key.span)")
    page.field("default", key.defaults.map { "\($0.value)\($0.span.inBrackets)" }.joined(separator: ", "))
    page.field("on Windows", key.windowsDefault)
    page.field("values", key.values.filter { !$0.isEmpty }.joined(separator: ", "))
    page.field("note", key.note)
    if let deprecation = key.deprecation {
      page.heading("Deprecated, \(deprecation.span)")
      page.point(deprecation.note)
      if !deprecation.warning.isEmpty { page.below("the log says: \(deprecation.warning)") }
    }
    page.heading("Tables")
    for place in key.places {
      guard let schema = Catalogue.configSchema(place.schema) else { continue }
      page.point("schema \(place.schema): [\(schema.table)]\(place.span.inBrackets)")
    }
    return page
  }
}

/// A page about a known fault of containerd.
enum IssuePage {
  static func make(_ issue: KnownIssue) -> Page {
    var page = Page("\(issue.id): a known fault of containerd")
    page.paragraph(issue.effect.sentence)
    page.raw("")
    page.field("releases", issue.affected.map(\.description).joined(separator: ", "))
    page.field("where", issue.with)
    for error in issue.errors { page.field("says", "\(error.text)\(error.span.inBrackets)") }
    page.field("cause", issue.cause)
    page.field("remedy", issue.remedy)
    page.field("mended in", issue.fixed)
    let answer = FactCoverage.all.first { $0.section == "known_issues" && $0.beginning == issue.id }
    switch answer?.verdict {
    case .rules(let ids)?: page.rules(ids.compactMap(Rule.named))
    case .unjudged(let reason)?: page.paragraph("No rule finds it: \(reason).")
    case nil: break
    }
    return page
  }
}

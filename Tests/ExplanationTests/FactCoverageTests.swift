import Diagnostics
import Explanation
import Rules
import TestSupport
import Testing

/// Every fault that the facts name has a rule, or a reason why it has none.
@Suite struct FactCoverageTests {
  @Test func everyEntryHasExactlyOneAnswer() throws {
    let entries = try FactEntries.all()
    #expect(entries.count > 280)
    for entry in entries {
      let answers = FactCoverage.all.filter { $0.section == entry.section && $0.answers(entry.text) }
      #expect(answers.count == 1, "\(entry) has \(answers.count) answers")
    }
  }

  @Test func everyAnswerIsAboutExactlyOneEntry() throws {
    let entries = try FactEntries.all()
    for answer in FactCoverage.all {
      let count = entries.count { $0.section == answer.section && answer.answers($0.text) }
      #expect(count == 1, "\(answer.section): \(answer.beginning) is about \(count) entries")
    }
  }

  @Test func everyAnswerIsARuleThatExistsOrAReason() {
    let known = Set(Rule.everyRule.map(\.id))
    for answer in FactCoverage.all {
      switch answer.verdict {
      case .rules(let ids):
        #expect(!ids.isEmpty && Set(ids).count == ids.count, "\(answer.section): \(answer.beginning)")
        for id in ids { #expect(known.contains(id), "\(answer.section): \(answer.beginning) names \(id)") }
      case .unjudged(let reason): #expect(reason.count > 12, "\(answer.section): \(answer.beginning)")
      }
    }
  }

  @Test func everyTrapHasItsRule() throws {
    for row in try TSV(TestFiles.text("Cases/traps/expected.tsv")).rows {
      let id = try row.cell("rule")
      let rule = try #require(Rule.named(id), "no rule \(id)")
      #expect(try row.cell("severity") == rule.severity.rawValue, "\(id)")
    }
  }
}

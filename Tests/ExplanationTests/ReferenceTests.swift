import Explanation
import Foundation
import Rules
import TestSupport
import Testing

/// The reference of the rules in `docs`.
@Suite struct ReferenceTests {
  @Test func theReferenceIsFresh() throws {
    let made = RuleReference.markdown()
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try made.write(toFile: TestFiles.path("../docs/rules.md"), atomically: true, encoding: .utf8)
    }
    #expect(try TestFiles.text("../docs/rules.md") == made, "write it again with CNIGEN_UPDATE=1")
  }

  @Test func everyRuleIsInItInFull() {
    let lines = Set(RuleReference.markdown().split(separator: "\n"))
    for rule in Rule.everyRule { #expect(lines.contains("### \(rule.id)")) }
  }
}

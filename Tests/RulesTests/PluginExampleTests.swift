import Catalogue
import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// The examples of the rules about single plugins, as `cnigen explain` prints them.
@Suite struct PluginExampleTests {
  @Test(arguments: Rule.pluginRules.map(\.id))
  func theWrongExampleIsFoundInSomeRelease(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(try !PluginRun.releases(of: id, in: rule.wrong).isEmpty)
  }

  @Test(arguments: Rule.pluginRules.map(\.id))
  func theRightExampleIsFoundInNone(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(try PluginRun.releases(of: id, in: rule.right).isEmpty)
  }

  @Test func everyRuleIsToldOnceAndWhole() {
    let ids = Rule.pluginRules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in Rule.pluginRules {
      #expect(rule.id == rule.id.lowercased() && !rule.id.contains(" "), "\(rule.id)")
      #expect(!rule.summary.hasSuffix(".") && !beginsASentence(rule.summary), "\(rule.id): \(rule.summary)")
      #expect(rule.effect.hasSuffix("."), "\(rule.id): \(rule.effect)")
      #expect(rule.wrong != rule.right, "\(rule.id)")
    }
  }

  /// Whether a text begins with a capital letter that no abbreviation has.
  private func beginsASentence(_ text: String) -> Bool {
    text.first?.isUppercase == true && text.dropFirst().first?.isLowercase == true
  }

  /// Messages stand behind a file's name and need no full stop; helps say what to type.
  @Test(arguments: Rule.pluginRules.map(\.id))
  func messagesAreOfOneForm(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    for version in Catalogue.pluginReleases.map(\.version) {
      for finding in try PluginRun(rule.wrong, plugins: version, only: [id]).findings(of: id) {
        #expect(!finding.message.hasSuffix("."), "\(finding.message)")
        #expect(!finding.message.contains("  ") && !finding.message.contains("Optional("), "\(finding.message)")
        #expect(finding.range != nil)
        #expect(!finding.notes.isEmpty, "\(id) says nothing of its effect")
      }
    }
  }
}

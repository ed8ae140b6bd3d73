import Diagnostics
import Catalogue
import NetworkTypes
import Testing

@testable import Rules

/// The examples of the rules about keys, versions and chains, as `cnigen explain` prints them.
@Suite struct RuleExampleTests {
  static let rules = (Rule.keyRules + Rule.versionRules + Rule.chainRules).filter { rule in
    if case .network = rule.check { true } else { false }
  }

  /// Some target in which the wrong example is found and the right one is not; the newest first.
  static func telling(_ rule: Rule) throws -> (plugins: Version, containerd: Version, isAssumed: Bool)? {
    for containerd in ListRun.runtimes.reversed() {
      for plugins in Catalogue.pluginReleases.map(\.version).reversed() {
        for isAssumed in [false, true] {
          let wrong = try ListRun(
            rule.wrong, plugins: plugins, containerd: containerd, isAssumed: isAssumed, rules: [rule.id])
          guard wrong.rules.contains(rule.id) else { continue }
          let right = try ListRun(
            rule.right, plugins: plugins, containerd: containerd, isAssumed: isAssumed, rules: [rule.id])
          if !right.rules.contains(rule.id) { return (plugins, containerd, isAssumed) }
        }
      }
    }
    return nil
  }

  @Test(arguments: rules.map(\.id))
  func aReleaseTellsTheWrongExampleFromTheRightOne(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    let target = try #require(try Self.telling(rule), "no release tells \(rule.wrong) from \(rule.right)")
    let run = try ListRun(
      rule.wrong, plugins: target.plugins, containerd: target.containerd, isAssumed: target.isAssumed)
    for finding in run.findings(of: id) {
      #expect(finding.severity == rule.severity)
      #expect(finding.range != nil)
      #expect(!finding.message.hasSuffix(".") && !finding.message.contains("  "), "\(finding.message)")
      #expect(!finding.message.contains("Optional("), "\(finding.message)")
      #expect(finding.help?.isEmpty != true)
    }
  }

  @Test func everyRuleIsToldOnceAndWhole() {
    let all = Rule.keyRules + Rule.versionRules + Rule.chainRules
    #expect(Set(all.map(\.id)).count == all.count)
    for rule in all {
      #expect(rule.id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x7A) }, "\(rule.id)")
      #expect(!rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false, "\(rule.id): \(rule.summary)")
      #expect(rule.effect.hasSuffix("."), "\(rule.id): \(rule.effect)")
      #expect(!rule.facts.isEmpty, "\(rule.id)")
    }
  }
}

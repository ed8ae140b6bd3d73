import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// The examples of the rules about addresses and routes, as `cnigen explain` prints them.
@Suite struct AddressesExampleTests {
  static let rules = Rule.addressRules + Rule.routeRules

  /// Releases on both sides of everything that ever moved.
  static let turns: [Version] = [
    "0.6.0", "0.7.6", "0.8.0", "0.8.7", "0.9.1", "1.0.0", "1.1.1", "1.2.0", "1.5.1", "1.6.0", "1.9.1",
  ]

  @Test(arguments: rules.map(\.id))
  func theWrongExampleIsFoundInSomeRelease(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(try Self.turns.contains { try ListRun(rule.wrong, plugins: $0, rules: [id]).rules.contains(id) })
  }

  @Test(arguments: rules.map(\.id))
  func theRightExampleIsCleanInEveryRelease(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    for release in Self.turns {
      #expect(try AddressesRun(rule.right, release).found == [], "plugins \(release)")
    }
  }

  @Test(arguments: rules.map(\.id))
  func findingsAreOfOneForm(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    for release in Self.turns {
      for finding in try ListRun(rule.wrong, plugins: release, rules: [id]).diagnostics {
        let texts = [finding.message] + finding.notes.map(\.message) + [finding.help ?? ""]
        for text in texts {
          #expect(!text.hasSuffix(".") && !text.contains("  ") && !text.contains("Optional("), "\(id): \(text)")
        }
        #expect(finding.range != nil && finding.severity == rule.severity)
        #expect(finding.help?.isEmpty == false, "\(id) does not say what to type")
      }
    }
  }

  @Test func everyRuleIsToldOnceAndWhole() {
    #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
    for rule in Self.rules {
      #expect(!rule.summary.hasSuffix("."), "\(rule.id): \(rule.summary)")
      #expect(rule.effect.hasSuffix("."), "\(rule.id): \(rule.effect)")
    }
  }

  /// The spans of the rules that only some releases call for.
  @Test(arguments: [
    ("host-bits-set", ListRun.span("0.8.0")),
    ("host-bits-shift-range", ListRun.span("0.6.0", "0.7.6")),
    ("subnet-starts-with-zero", ListRun.span("0.6.0", "1.1.1")),
    ("no-addresses", ListRun.span("0.8.0")),
    ("ptp-address-without-gateway", ListRun.span("0.8.0")),
    ("default-route-without-gateway", ListRun.span("0.8.0")),
    ("duplicate-default-route", ListRun.span("1.0.0")),
    ("duplicate-route", ListRun.span("1.0.0")),
    ("route-scope-with-gateway", ListRun.span("1.6.0")),
    ("route-attribute-not-applied", ListRun.span("1.6.0")),
    ("route-number-out-of-range", ListRun.span("1.6.0")),
    ("route-shadows-subnet", ListRun.span("1.0.0")),
    ("ptp-route-to-own-subnet", ListRun.span("1.0.0")),
    ("gateway-outside-subnet", ListRun.span("0.6.0")),
    ("range-overlap", ListRun.span("0.6.0")),
    ("two-default-gateways", ListRun.span("0.6.0")),
  ])
  func releasesAreTheMeasuredOnes(_ id: String, _ span: [String]) throws {
    let rule = try #require(Rule.named(id))
    #expect(try ListRun.releases(of: id, in: rule.wrong) == span)
  }
}

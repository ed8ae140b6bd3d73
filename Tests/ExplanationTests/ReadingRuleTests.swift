import Diagnostics
import Foundation
import Rules
import Syntax
import TestSupport
import Testing

/// What readers report has a rule, and the examples of these rules are what they say.
@Suite struct ReadingRuleTests {
  /// An id that the sources report, with where and how.
  struct Reported: Hashable {
    let id: String
    let file: String
    /// Empty where the place of the id does not tell.
    let severity: String
  }

  /// Every id that stands in a call or in a table of faults outside of the rules.
  static func reported() throws -> [Reported] {
    let folder = TestFiles.path("../Sources")
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Rules/") }
      .flatMap { name in try ids(in: TestFiles.text("../Sources/\(name)"), name) }
  }

  private static func ids(in text: String, _ file: String) -> [Reported] {
    let direct = text.matches(of: /\.(error|warning|note)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/)
      .map { Reported(id: String($0.output.2), file: file, severity: String($0.output.1)) }
    let chosen = text.matches(of: /\.(error|warning|note)\(\s*[\w.]+ \? "([a-z0-9-]+)" : "([a-z0-9-]+)"/)
      .flatMap { match in
        [match.output.2, match.output.3].map {
          Reported(id: String($0), file: file, severity: String(match.output.1))
        }
      }
    let stated = text.matches(of: /\b(?:rule|reading): "([a-z0-9-]+)"/)
      .map { Reported(id: String($0.output.1), file: file, severity: "") }
    guard text.contains(/enum \w+Fault: String/) else { return direct + chosen + stated }
    let listed = text.matches(of: /\bcase \w+ = "([a-z0-9-]+)"/)
      .map { Reported(id: String($0.output.1), file: file, severity: "error") }
    return direct + chosen + stated + listed
  }

  @Test func everyReportedIDHasARule() throws {
    let reported = try Self.reported()
    #expect(Set(reported.map(\.id)).count > 60)
    for one in Set(reported) {
      #expect(Rule.named(one.id) != nil, "\(one.file) reports \(one.id)")
    }
  }

  @Test func aRuleHasASeverityThatItsReadersReport() throws {
    for (id, places) in Dictionary(grouping: try Self.reported(), by: \.id) {
      guard let rule = Rule.named(id), case .reading = rule.check else { continue }
      let severities = Set(places.map(\.severity).filter { !$0.isEmpty })
      #expect(severities.isEmpty || severities.contains(rule.severity.rawValue), "\(id): \(severities.sorted())")
    }
  }

  @Test func everyRuleIsToldOnceAndWhole() {
    let all = Rule.everyRule
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Rule.families.flatMap(\.rules).map(\.id) == all.map(\.id))
    for rule in Rule.readingRules {
      #expect(rule.id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x7A) }, "\(rule.id)")
      #expect(!rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false, "\(rule.id)")
      #expect(rule.effect.hasSuffix(".") && rule.wrong != rule.right, "\(rule.id)")
    }
  }

  @Test(arguments: Rule.readingRules.map(\.id).filter { $0.hasPrefix("json-") && $0 != "json-too-deep" })
  func jsonIsFaultyAndMended(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(Self.read(rule.wrong, JSONReader.read).contains(id))
    #expect(Self.read(rule.right, JSONReader.read).isEmpty)
  }

  /// Only a great text shows them, so they are left to the reader's own tests.
  private static let shownByGreatTexts = [
    "yaml-too-deep", "yaml-alias-limit", "yaml-too-many-values", "yaml-value-too-long",
  ]

  @Test(
    arguments: Rule.readingRules.map(\.id).filter { $0.hasPrefix("yaml-") && !shownByGreatTexts.contains($0) })
  func yamlIsFaultyAndMended(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(Self.read(rule.wrong, YAMLReader.read).contains(id))
    #expect(Self.read(rule.right, YAMLReader.read).isEmpty)
  }

  private static func read(
    _ text: String, _ reader: (FileID, [UInt8], inout DiagnosticBag) -> Node?
  ) -> [String] {
    var files = SourceFiles()
    let id = files.add(SourceFile(name: "example", bytes: Array(text.utf8)))
    var bag = DiagnosticBag()
    _ = reader(id, Array(text.utf8), &bag)
    return bag.diagnostics.map(\.rule)
  }
}

import Foundation
import Rules
import TestSupport
import Testing

/// The way to a first rule in `CONTRIBUTING.md` is there: its files, its line, and the words that the rule is made of.
@Suite struct ContributingTests {
  @Test func theStepsAreThere() throws {
    let page = try TestFiles.text("../CONTRIBUTING.md")
    let paths = page.matches(of: #/(?:Sources|Tests|scripts)/[A-Za-z0-9_./-]*[A-Za-z0-9]/#).map { String($0.0) }
    #expect(paths.count >= 8)
    for path in paths where !path.hasSuffix("BridgeNameCapital.swift") {
      #expect(FileManager.default.fileExists(atPath: TestFiles.path("../\(path)")), "\(path)")
    }
    let list = try TestFiles.text("../Sources/Rules/Plugins/PluginRules.swift").split(separator: "\n")
    #expect(list.count { $0.hasPrefix("    bridgeNameTooLong,") } == 1, "the line that the page's sed changes")
  }

  /// The rule of the page is of the form of its neighbour, and nobody has it yet.
  @Test func theRuleIsOfTheFormOfItsNeighbour() throws {
    let guide = Guide(try TestFiles.text("../CONTRIBUTING.md"))
    let rule = guide.pieces.compactMap { piece -> String? in
      if case .file(let name, _, let text) = piece, name.hasSuffix("BridgeNameCapital.swift") { text } else { nil }
    }
    let text = try #require(rule.first)
    #expect(Rule.named("bridge-name-capital") == nil)
    let neighbour = try TestFiles.text("../Sources/Rules/Plugins/Bridge/BridgeNameTooLong.swift")
    for words in [
      "  static let ", " = Rule(\n", "effect: ", "wrong: ", "right: ", "facts: [", "{ subject, findings in",
      "subject.installed(\"bridge\")", "findings.report(", "notes: [.init(", "help: ",
    ] {
      #expect(text.contains(words) && neighbour.contains(words), "\(words)")
    }
  }
}

import Catalogue
import Explanation
import Foundation
import ProfileLanguage
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

  @Test(arguments: ReferencePage.allCases) func thePagesAreFresh(_ page: ReferencePage) throws {
    let made = page.markdown()
    let path = "../docs/reference/\(page.fileName)"
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try made.write(toFile: TestFiles.path(path), atomically: true, encoding: .utf8)
    }
    #expect(try TestFiles.text(path) == made, "write it again with CNIGEN_UPDATE=1")
  }

  @Test func everyKeyIsOnAPage() {
    let plugins = ReferencePage.plugins.markdown()
    for plugin in Catalogue.plugins {
      #expect(plugins.contains("\n## \(plugin.type)\n"))
      for key in plugin.keys { #expect(plugins.contains("| `\(key.word)` | `\(key.name)` |"), "\(key.name)") }
    }
    let profile = ReferencePage.profile.markdown()
    for section in Sections.all {
      #expect(profile.contains("\n## \(section.name)\n"))
      for key in section.keys { #expect(profile.contains("| `\(key)` | "), "\(section.name): \(key)") }
    }
    let containerd = ReferencePage.containerd.markdown()
    for key in Containerd.cniKeys { #expect(containerd.contains(" | `\(key.name)` | ")) }
    let releases = ReferencePage.releases.markdown()
    for release in Catalogue.pluginReleases { #expect(releases.contains("| \(release.version) | \(release.date) |")) }
    for line in Catalogue.containerdLines {
      for release in line.releases { #expect(releases.contains("| \(release.version) | \(release.date) |")) }
    }
  }

  /// Every link between the pages leads somewhere.
  @Test func linksBetweenPagesLeadSomewhere() throws {
    for page in ReferencePage.allCases {
      let text = page.markdown()
      for part in text.components(separatedBy: "](").dropFirst() {
        guard let target = part.split(separator: ")").first.map(String.init) else { continue }
        let pieces = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let file = pieces[0].isEmpty ? "reference/\(page.fileName)" : "reference/\(pieces[0])"
        let other = try TestFiles.text("../docs/\(file)")
        guard pieces.count > 1 else { continue }
        let anchors = other.split(separator: "\n").filter { $0.hasPrefix("## ") }
          .map { $0.dropFirst(3).lowercased().replacing("'", with: "").replacing(" ", with: "-") }
        #expect(anchors.contains(pieces[1].lowercased()), "\(target) in \(page.fileName)")
      }
    }
  }

  @Test func everyRuleIsInItInFull() {
    let lines = Set(RuleReference.markdown().split(separator: "\n"))
    for rule in Rule.everyRule { #expect(lines.contains("### \(rule.id)")) }
  }
}

import Foundation
import TestSupport
import Testing

/// Links between pages lead somewhere: to a file that is there, and to a heading in it.
@Suite struct LinkTests {
  @Test(arguments: (try? Pages.all()) ?? []) func linksLead(_ page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for link in Self.links(in: try TestFiles.text(page)) where !link.contains("://") && !link.hasPrefix("mailto:") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? page : "\(folder)/\(parts[0])"
      #expect(FileManager.default.fileExists(atPath: TestFiles.path(target)), "\(page): \(link)")
      guard parts.count == 2, target.hasSuffix(".md") else { continue }
      let headings = Self.anchors(in: try TestFiles.text(target))
      #expect(headings.contains(String(parts[1])), "\(page): \(link)")
    }
  }

  /// What a page leads to lies in the packages, too.
  @Test func linksLeadInThePackagesToo() throws {
    let script = try TestFiles.text("../scripts/package")
    let list = try #require(script.firstMatch(of: #/git ls-files -z (.*) ':!docs/man'/#)?.1)
    let packed = list.split(separator: " ").filter { $0 != "./*.md" }.map(String.init)
    #expect(packed.contains("docs") && list.hasPrefix("./*.md "))
    let root = TestFiles.path("..")
    for page in try Pages.all() {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for link in Self.links(in: try TestFiles.text(page)) where !link.contains("://") && !link.hasPrefix("mailto:") {
        guard let path = link.split(separator: "#", omittingEmptySubsequences: false).first, !path.isEmpty else {
          continue
        }
        let file = URL(filePath: TestFiles.path("\(folder)/\(path)")).standardizedFileURL.path
        let target = file.replacing(URL(filePath: root).standardizedFileURL.path + "/", with: "")
        let isPacked = packed.contains { target == $0 || target.hasPrefix("\($0)/") }
        #expect(isPacked || !target.contains("/") && target.hasSuffix(".md"), "\(page): \(link)")
      }
    }
  }

  /// The index names every page, so that nothing is written for nobody.
  @Test func theIndexNamesEveryPage() throws {
    let index = Set(Self.links(in: try TestFiles.text("../docs/README.md")).map { String($0.prefix { $0 != "#" }) })
    for page in try Pages.all() where page.hasPrefix("../docs/") && page != "../docs/README.md" {
      #expect(index.contains(String(page.dropFirst(8))), "docs/README.md does not name \(page)")
    }
  }

  @Test func anchorsAreThoseOfTheForges() {
    #expect(Self.anchors(in: "# A `b` c, d\n```\n# no\n```\n## A b c d\n") == ["a-b-c-d", "a-b-c-d-1"])
    #expect(Self.links(in: "a [b](c.md) `[x](y)` [d\n](e#f)\n```\n[z](z)\n```\n") == ["c.md", "e#f"])
  }

  /// The targets of all links outside code.
  private static func links(in text: String) -> [String] {
    let prose = prose(text).replacing(#/`[^`\n]*`/#, with: "code")
    return prose.matches(of: #/\]\(([^()\s]+)\)/#).map { String($0.1) }
  }

  /// What a forge makes of the headings of a page.
  private static func anchors(in text: String) -> [String] {
    var seen: [String: Int] = [:]
    return prose(text).split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      let words = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      let anchor = words.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == " " }
        .replacing(" ", with: "-")
      let number = seen[anchor, default: 0]
      seen[anchor] = number + 1
      return number == 0 ? anchor : "\(anchor)-\(number)"
    }
  }

  private static func prose(_ text: String) -> String {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && !line.hasPrefix("```")
    }.joined(separator: "\n")
  }
}

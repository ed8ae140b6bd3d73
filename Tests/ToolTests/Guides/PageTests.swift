import Foundation
import TestSupport
import Testing

/// Every page that people read, guides apart: what it tells to type works, and says why where it cannot be tried.
@Suite struct PageTests {
  /// The pages, below `Tests`.
  static let pages = ((try? Pages.all()) ?? []).filter { !$0.hasPrefix("../docs/guides/") && !Pages.isMade($0) }

  @Test func thereArePages() throws {
    #expect(Self.pages.count >= 12)
    #expect(Self.pages.contains("../README.md") && Self.pages.contains("../docs/README.md"))
  }

  /// A command in a block of any other kind would be tried by nobody.
  @Test(arguments: (try? Pages.all().filter { !Pages.isMade($0) }) ?? [])
  func commandsStandWhereTheyAreTried(_ page: String) throws {
    let text = try TestFiles.text(page)
    let guide = Guide(text)
    #expect(guide.text == text, "\(page) is taken apart and put together")
    // Blocks without a kind, in which nothing is to be typed, come line by line.
    for case .text(let block) in guide.pieces {
      #expect(
        !["```sh", "```bash", "```shell", "```console"].contains { block.hasPrefix($0) },
        "\(page): a file's name or a reason not to run it belongs before\n\(block)")
      for line in block.split(separator: "\n") {
        let words = line.drop { $0 == " " }
        let isCommand = ["$ ", "cnigen ", "sudo ", "scripts/", "swift "].contains { words.hasPrefix($0) }
        let isProse = !line.hasPrefix("    ") && !block.hasPrefix("```") && !words.hasPrefix("$ ")
        #expect(!isCommand || isProse, "\(page): a command that nobody tries: \(line)")
      }
    }
  }

  @Test(arguments: pages) func everythingIsAsWritten(_ page: String) async throws {
    try await withScratch { try GuideRun(page, in: $0).carryOut() }
  }

  /// The mistakes that others are given are those that were measured, and what is said of them is what was measured.
  @Test func theMistakesAreThoseOfTheCases() throws {
    let folder = "../docs/examples/comparison/mistakes"
    let table = try TSV(TestFiles.text("\(folder)/mistakes.tsv")).rows
    #expect(table.count >= 22)
    let cases = try TSV(TestFiles.text("Cases/traps/expected.tsv")).rows
    for row in table {
      let name = try row.cell("name")
      let trap = try cases.first { try $0.cell("id") == name }
      let source = trap == nil ? "Cases/libcni/\(name).conflist" : "Cases/traps/\(name).bad.conflist"
      #expect(try TestFiles.bytes("\(folder)/\(name).conflist") == TestFiles.bytes(source), "\(name)")
      guard let trap else { continue }
      for heading in ["plugins", "containerd"] {
        #expect(try trap.cell(heading) == row.cell(heading), "\(name)")
      }
      let fails = try trap.cell("effect").contains(#/ADD (and DEL fail|fails|of a pod)/#)
      #expect(try row.cell("without a check it is told").hasPrefix("when a pod") == fails, "\(name)")
    }
  }

  /// What is not tried is little, and each has its reason.
  @Test func littleIsNotTried() throws {
    var tried = 0
    var reasons: [String] = []
    for page in try Pages.all() where !Pages.isMade(page) {
      let guide = Guide(try TestFiles.text(page))
      tried += guide.steps.count
      for case .notRun(let reason, _) in guide.pieces { reasons.append(reason) }
    }
    #expect(reasons.allSatisfy { $0.count > 10 })
    #expect(reasons.count <= 15, "\(reasons)")
    #expect(tried >= 80)
  }
}

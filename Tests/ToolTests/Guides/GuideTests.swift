import Foundation
import TestSupport
import Testing

/// The guides, done as they are written: their files, their commands, and what these print.
@Suite struct GuideTests {
  @Test func guidesAreTried() throws {
    let names = try TestFiles.names(in: "../docs/guides")
    #expect(names.count >= 4)
    for name in names {
      let guide = Guide(try TestFiles.text("../docs/guides/\(name)"))
      #expect(guide.text == (try TestFiles.text("../docs/guides/\(name)")), "\(name) is taken apart and put together")
      #expect(
        guide.steps.filter { $0.command.contains("cnigen ") }.count >= 4, "\(name) has commands of ours to try")
    }
  }

  @Test func aLineOfDotsStandsForAnyLines() {
    #expect(Guide.matches("a\nb\nc\n", "a\n…\nc\n"))
    #expect(Guide.matches("a\nc\n", "a\n…\nc\n"))
    #expect(Guide.matches("a\nb\n", "a\n…\n"))
    #expect(!Guide.matches("a\nb\n", "a\n"))
    #expect(!Guide.matches("a\nb\nd\n", "a\n…\nc\n"))
    #expect(!Guide.matches("b\nc\n", "a\n…\nc\n"))
  }

  /// Those that try networks are a matter of the live tests.
  @Test(arguments: try GuideRun.names(tryingNetworks: false)) func everythingIsAsWritten(_ name: String) async throws {
    try await withScratch { try GuideRun(name, in: $0).carryOut() }
  }
}

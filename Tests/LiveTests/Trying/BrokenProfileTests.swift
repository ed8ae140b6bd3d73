import Foundation
import TestSupport
import Testing

/// Profiles that are broken on purpose, each in one way. A comment in the profile's own text says which probe is to fail,
/// and stands at the line that it is to point at.
@Suite(
  "Broken profiles on a real kernel", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(5)))
struct BrokenProfileTests {
  private static let mark = "    # fails: "

  @Test("The right line fails", arguments: try names())
  func fails(_ name: String) throws {
    try Machine.requireRoot()
    let lines = try TestFiles.text("Cases/try/\(name)").split(separator: "\n", omittingEmptySubsequences: false)
    let marked = lines.enumerated().filter { $0.element.contains(Self.mark) }
    try #require(marked.count == 1, "one line of \(name) is marked")
    let probe = try #require(marked[0].element.components(separatedBy: Self.mark).last)
    let run = try TrialRun(TestFiles.path("Cases/try/\(name)"))
    #expect(run.outcome.end == .exited(1), "\(run)")
    #expect(run.failed.contains { $0.probe == probe && $0.line == marked[0].offset + 1 }, "\(run)")
  }

  @Test("There are 25 of them at least, of many kinds")
  func many() throws {
    let names = try Self.names()
    let probes = try names.map { name in
      try TestFiles.text("Cases/try/\(name)").components(separatedBy: Self.mark).last?.split(separator: "\n").first
        ?? ""
    }
    #expect(names.count >= 25)
    #expect(Set(probes).count >= 8, "\(Set(probes))")
  }

  private static func names() throws -> [String] {
    try TestFiles.names(in: "Cases/try").filter { $0.hasSuffix(".yaml") }
  }
}

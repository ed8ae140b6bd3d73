import TestSupport
import Testing

/// The guides that try networks, done as they are written.
@Suite(
  "Guides that try networks", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct TryGuideTests {
  @Test("Everything is as written", arguments: try GuideRun.names(tryingNetworks: true))
  func everythingIsAsWritten(_ name: String) async throws {
    try Machine.requireRoot()
    try await withScratch { try GuideRun(name, in: $0).carryOut() }
  }

  @Test("There is one")
  func thereIsOne() throws {
    #expect(try GuideRun.names(tryingNetworks: true) == ["proving-a-network.md"])
  }
}

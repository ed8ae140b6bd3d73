import NetworkTypes
import Testing

@testable import Probe

@Suite struct CommonReleaseTests {
  @Test func theReleaseThatFitsMostIsTakenAndOfSeveralTheNewest() {
    let choices = CommonRelease.choose([
      ["1.0.0", "1.1.0", "1.1.1"], ["1.1.0", "1.1.1", "1.2.0"], ["1.1.1", "1.1.0"],
    ])
    #expect(choices.map { $0?.release } == ["1.1.1", "1.1.1", "1.1.1"])
    #expect(choices.map { $0?.fitting } == [3, 3, 3])
  }

  /// The old loopback beside new plugins, behind "incompatible CNI versions".
  @Test func anOddOneIsLookedAtByItself() {
    let choices = CommonRelease.choose([["1.6.0"], ["0.9.0", "0.9.1"], ["1.6.0", "1.6.2"], []])
    #expect(choices.map { $0?.release } == ["1.6.0", "0.9.1", "1.6.0", nil])
    #expect(choices.map { $0?.fitting } == [2, 1, 2, nil])
  }

  @Test func theOrderOfPluginsDoesNotMatter() {
    let candidates: [[Version]] = [["1.0.0", "1.2.0"], ["1.1.0"], ["1.0.0"], ["1.2.0", "1.1.0"], []]
    let choices = CommonRelease.choose(candidates)
    let reversed = CommonRelease.choose(candidates.reversed())
    #expect(choices == reversed.reversed())
  }

  @Test func nothingGivesNothing() {
    #expect(CommonRelease.choose([]).isEmpty)
  }
}

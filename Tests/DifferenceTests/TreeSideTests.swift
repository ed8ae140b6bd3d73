import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Difference

/// How much of a folder or a tar is held in memory.
@Suite struct TreeSideTests {
  @Test func differentContentsAreCounted() throws {
    var bag = DiagnosticBag()
    let releases = TargetOverrides(containerd: Version("1.7.34"), plugins: Version("1.5.1"))
    let target = try #require(TargetResolution.standIn(releases, into: &bag))
    var side = TreeSide(for: target, knowsTarget: true, isWhole: true, upTo: 250)
    let text = { (letter: Character) in Array(String(repeating: letter, count: 100).utf8) }
    #expect(side.piece(of: text("a")) != nil)
    // The same once more takes no room.
    for _ in 0..<10 { #expect(side.piece(of: text("a")) != nil) }
    #expect(side.piece(of: text("b")) != nil)
    #expect(side.piece(of: text("c")) == nil)
  }
}

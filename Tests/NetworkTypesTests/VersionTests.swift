import NetworkTypes
import Testing

@Suite struct VersionTests {
  @Test(arguments: ["0.6.0", "1.0", "1.10", "2.4.0-beta.0", "1.2.3.4", "1.0.0-rc.1-2", "0.0.0", "999999.0.0"])
  func textReadsAndPrintsAlike(_ text: String) {
    #expect(Version(text)?.description == text)
  }

  @Test(arguments: [
    "", "1", "v1.0.0", "1.0.0.0.0", "1..0", "1.0.", ".1.0", "01.0.0", "1.00.0", "1.0.0-", "1.0.0-rc 1", "1.0.0+1",
    "1.x",
    "1.0.1234567", "-1.0", "1,0", "１.0", " 1.0.0",
  ])
  func anythingElseIsNoVersion(_ text: String) {
    #expect(Version(text) == nil)
  }

  @Test func equalOnlyWhenWrittenAlike() {
    #expect(Version("1.0") != Version("1.0.0"))
    #expect(Version("1.0.0") == Version(1, 0, 0))
    #expect(Version("1.0.0-rc.1") != Version("1.0.0"))
  }

  /// Each is earlier than all behind it, and later than all before it.
  @Test func orderIsByNumbersThenPreRelease() throws {
    let texts = [
      "0.7.6", "0.8.0", "0.8.7", "0.9.1", "1.0.0-1", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.2",
      "1.0.0-beta.10", "1.0.0-rc", "1.0-rc.1", "1.0", "1.0.0", "1.0.0.0", "1.0.1", "1.2.0", "1.10", "1.10.0",
      "2.0.0-beta.0", "2.0.0",
    ]
    let versions = try texts.map { try #require(Version($0)) }
    for (i, left) in versions.enumerated() {
      for (j, right) in versions.enumerated() {
        #expect((left < right) == (i < j), "\(left) < \(right)")
        #expect((left == right) == (i == j))
      }
    }
  }

  @Test func lineIsTheFirstTwoNumbers() {
    #expect(Version("1.7.34").line == "1.7")
    #expect(Version("1.29").line == "1.29")
    #expect(Version("2.4.0-beta.0").line == "2.4")
    #expect(!Version("1.29").isComplete)
    #expect(Version("1.29.0").isComplete)
  }

  @Test func aLiteralThatIsNoneBecomesTheReleaseThatNobodyHas() {
    let slip: Version = "one"
    #expect(slip == Version(0, 0, 0))
    let release: Version = "1.9.1"
    #expect(release == Version(1, 9, 1))
  }
}

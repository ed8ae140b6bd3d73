import Plan
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    (["a-1", "a-2", "a-3"], ["a-[1-3]"]),
    (["a-1", "a-2"], ["a-1, a-2"]),
    (["a-08", "a-09", "a-10"], ["a-[08-10]"]),
    (["a-8", "a-9", "a-10", "a-11"], ["a-[8-11]"]),
    (["a-8", "a-09", "a-010"], ["a-8", "a-09", "a-010"]),
    (["r1-n1.local", "r1-n2.local", "r1-n3.local", "r2-n1.local"], ["r1-n[1-3].local", "r2-n1.local"]),
    (["x", "y", "z9"], ["x", "y", "z9"]), ([], []),
    (["n-99999999999999999999", "n-99999999999999999998"], ["n-99999999999999999999", "n-99999999999999999998"]),
  ])
  func foldsRuns(_ names: [String], _ folded: [String]) { #expect(NameFolding.fold(names) == folded) }

  @Test func staysShortForVeryMany() {
    #expect(NameFolding.fold((1...100_000).map { "n-\($0)" }) == ["n-[1-100000]"])
  }
}

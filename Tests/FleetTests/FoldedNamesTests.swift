import Fleet
import Testing

@Suite struct FoldedNamesTests {
  @Test(arguments: [
    (["a-1", "a-2", "a-3"], ["a-[1-3]"]),
    (["a-1", "a-2"], ["a-[1-2]"]),
    (["a-1", "a-3"], ["a-1", "a-3"]),
    (["a-08", "a-09", "a-10"], ["a-[08-10]"]),
    (["a-8", "a-9", "a-10", "a-11"], ["a-[8-11]"]),
    (["a-8", "a-09", "a-010"], ["a-8", "a-09", "a-010"]),
    (["r1-n1.local", "r1-n2.local", "r1-n3.local", "r2-n1.local"], ["r1-n[1-3].local", "r2-n1.local"]),
    (["r1-n1", "r1-n2", "r2-n1", "r2-n2", "r3-n1"], ["r[1-2]-n[1-2]", "r3-n1"]),
    (["x", "y", "z9"], ["x", "y", "z9"]), ([], []),
    (["n-99999999999999999998", "n-99999999999999999999"], ["n-99999999999999999998", "n-99999999999999999999"]),
  ])
  func foldsRuns(_ names: [String], _ folded: [String]) {
    let found = FoldedNames(of: names)
    #expect(found.runs.map(\.text) == folded)
    #expect(found.count == names.count)
  }

  @Test func staysShortForVeryMany() {
    #expect(FoldedNames(of: (1...100_000).map { "n-\($0)" }).runs.map(\.text) == ["n-[1-100000]"])
  }

  @Test func tellsHowManyDoNotFit() {
    let names = FoldedNames(of: ["a-1", "a-2", "b", "cluster-5", "cluster-6", "cluster-7"])
    #expect(names.text(upTo: 100) == "a-[1-2], b, cluster-[5-7]")
    #expect(names.text(upTo: 24) == "a-[1-2], b and 3 more")
    #expect(names.text(upTo: 1) == "a-[1-2] and 4 more")
  }
}

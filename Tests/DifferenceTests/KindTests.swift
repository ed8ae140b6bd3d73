import Diagnostics
import Difference
import Testing

/// Each kind of change is found, classed, and found alone.
@Suite struct KindTests {
  @Test(arguments: KindCase.all) func change(_ entry: KindCase) throws {
    let run = try ComparedNodes(entry.old, entry.new, from: entry.before, to: entry.after)
    let found = run.changes.filter { $0.kind == entry.kind }
    let change = try #require(found.first, "\(run.told)")
    #expect(found.map(\.effect).max() == entry.effect)
    #expect(Set(run.changes.map(\.kind)).isSubset(of: [entry.kind] + entry.others), "\(run.told)")
    for text in [change.reason] + (change.help.map { [$0] } ?? []) {
      #expect(!text.isEmpty && !text.hasSuffix("."), "\(text)")
    }
    if let oldText = entry.oldText { #expect(run.text(change.oldPlace) == oldText) }
    if let newText = entry.newText { #expect(run.text(change.newPlace) == newText) }
    #expect(change.old != nil || change.new != nil)
    if change.effect >= .drain { #expect(change.help != nil) }
  }

  /// What is the same says nothing, whatever comes first.
  @Test(arguments: KindCase.all) func noChange(_ entry: KindCase) throws {
    #expect(try ComparedNodes(entry.old, entry.old, from: entry.before, to: entry.before).told == [])
    #expect(try ComparedNodes(entry.new, entry.new, from: entry.after, to: entry.after).told == [])
  }

  @Test func everyKindIsTried() {
    let tried = Set(KindCase.all.map(\.kind) + NodeKindTests.kinds + SideKindTests.kinds)
    let missing = ChangeKind.all.map(\.id).filter { !tried.contains($0) }
    #expect(missing == [])
    #expect(ChangeKind.all.count >= 30)
    #expect(Set(ChangeKind.all.map(\.id)).count == ChangeKind.all.count)
    for kind in ChangeKind.all { #expect(!kind.summary.isEmpty && kind.meaning.hasSuffix("."), "\(kind.id)") }
  }
}

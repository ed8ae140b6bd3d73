import Foundation
import TestSupport
import Testing

/// The rules kept honest: what `validate` says against a file that plugins 1.1.1 can run, `cnigen try` sees in the
/// kernel, and it sees nothing wrong with the file's good twin. Where the two disagree, `try/traps.tsv` says why.
@Suite(
  "Traps on a real kernel", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct TrapTests {
  /// What `try` makes of a bad file.
  enum Verdict: String {
    /// A plugin refuses it, or a promise does not hold.
    case fails
    /// It holds, and something is noted that is not noted for the good file.
    case notes
    case nothing
    /// This kernel cannot carry it.
    case unsupported
  }

  /// A pair of files.
  struct Trap: Sendable, CustomTestStringConvertible {
    let id: String
    let containerd: String
    let verdict: String
    /// Why `try` sees something else than `validate` says.
    let reason: String

    var testDescription: String { id }
  }

  @Test("Bad files are seen, good ones hold", arguments: try traps())
  func seen(_ trap: Trap) throws {
    try Machine.requireRoot()
    let bad = try Self.run("\(trap.id).bad", trap)
    let good = try Self.run("\(trap.id).good", trap)
    let verdict = try #require(Verdict(rawValue: trap.verdict))
    switch verdict {
    case .unsupported: #expect(good.outcome.end == .exited(69) && bad.outcome.end == .exited(69), "\(bad)\n\(good)")
    case .fails:
      #expect(bad.outcome.end == .exited(1), "\(bad)")
      #expect(!bad.failed.isEmpty || bad.outcome.errors.contains("error: "), "\(bad)")
    case .notes, .nothing:
      #expect(bad.outcome.end == .exited(0), "\(bad)")
      #expect(Set(bad.noted.map(\.probe)).isSubset(of: good.noted.map(\.probe)) == (verdict == .nothing), "\(bad)")
    }
    // A kernel may lack what the good file needs, and then says so.
    #expect(good.outcome.end == .exited(0) || good.outcome.end == .exited(69), "\(good)")
    let validate = try Self.verdictOfValidate(trap)
    #expect((validate == verdict) == trap.reason.isEmpty, "validate: \(validate), try: \(verdict)")
  }

  /// What `try` is to see where it is of one mind with `validate`: a failure for an error, a note for a warning that the
  /// good file does not get.
  private static func verdictOfValidate(_ trap: Trap) throws -> Verdict {
    let found = { (kind: String) in
      let outcome = try TestSupport.run(
        Machine.cnigen(),
        ["validate", TestFiles.path("Cases/traps/\(trap.id).\(kind).conflist"), "--format", "json"] + options(trap))
      return Set(
        try JSONValue(parsing: outcome.output).elements.map { finding in
          "\(finding["severity"]?.string ?? "") \(finding["rule"]?.string ?? "")"
        })
    }
    let bad = try found("bad")
    if bad.contains(where: { $0.hasPrefix("error") }) { return .fails }
    return bad.subtracting(try found("good")).contains { $0.hasPrefix("warning") } ? .notes : .nothing
  }

  @Test("Every pair that was written for plugins 1.1.1 is tried")
  func complete() throws {
    let traps = try Self.traps()
    let written = try Self.rows("traps/expected.tsv").filter { try $0.cell("plugins") == "1.1.1" }
    for row in written {
      let id = try row.cell("id")
      #expect(traps.contains { $0.id == id }, "\(id)")
    }
    #expect(traps.count > 150)
  }

  /// The pairs whose spec version plugins 1.1.1 know, whatever release they were written for.
  private static func traps() throws -> [Trap] {
    let expected = try rows("traps/expected.tsv")
    return try rows("try/traps.tsv").map { row in
      let id = try row.cell("id")
      guard let facts = try expected.first(where: { try $0.cell("id") == id }) else {
        throw Trouble("try/traps.tsv has \(id), expected.tsv has not")
      }
      return Trap(
        id: id, containerd: try facts.cell("containerd"), verdict: try row.cell("verdict"),
        reason: try row.cell("reason"))
    }
  }

  private static func rows(_ name: String) throws -> [TSV.Row] {
    try TSV(TestFiles.text("Cases/\(name)")).rows
  }

  private static func run(_ name: String, _ trap: Trap) throws -> TrialRun {
    try TrialRun(
      TestFiles.path("Cases/traps/\(name).conflist"), options(trap))
  }

  private static func options(_ trap: Trap) -> [String] {
    ["--containerd", trap.containerd, "--plugins", "1.1.1"]
  }
}

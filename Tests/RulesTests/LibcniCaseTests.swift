import CNIModel
import Diagnostics
import TestSupport
import Testing

/// The lists of `Tests/Cases/libcni`, which libcni loads or refuses, against the verdict that is due from cnigen.
@Suite struct LibcniCaseTests {
  /// One row of the table.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let verdict: String
    let note: String

    var testDescription: String { file }

    static let folder = "Cases/libcni"

    static func all() throws -> [Case] {
      try TSV(TestFiles.text("\(folder)/expected.tsv")).rows.map { row in
        Case(file: try row.cell("case"), verdict: try row.cell("cnigen"), note: try row.cell("note"))
      }
    }
  }

  @Test func theTableIsWholeAndEveryRowHasItsFile() throws {
    let cases = try Case.all()
    #expect(cases.count == 67)
    let wanted = cases.map(\.file) + ["expected-all.tsv", "expected.tsv"]
    #expect(try TestFiles.names(in: Case.folder) == wanted.sorted())
    #expect(Set(cases.map(\.verdict)) == ["ok", "warn", "error"])
  }

  @Test(arguments: try Case.all())
  func theVerdictIsDue(_ row: Case) throws {
    let run = try CaseRun("\(Case.folder)/\(row.file)", for: Target.newest())
    let gravest = run.findings.map(\.severity).max()
    let verdict =
      switch gravest {
      case .error: "error"
      case .warning: "warn"
      case .note, nil: "ok"
      }
    #expect(
      verdict == row.verdict,
      """
      \(row.file): due is \(row.verdict), because: \(row.note)
      found was:
      \(run.report)
      """)
  }
}

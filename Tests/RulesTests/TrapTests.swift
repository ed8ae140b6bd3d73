import CNIModel
import Diagnostics
import TestSupport
import Testing

/// The traps of `Tests/Cases/traps`: configurations that load, and that the real plugins refuse or turn into a broken
/// network. Each has a mended twin.
@Suite struct TrapTests {
  /// One row of the table, with its two files.
  struct Trap: Sendable, CustomTestStringConvertible {
    let id: String
    let rule: String
    let severity: String
    let pointer: String
    let plugins: String
    let containerd: String
    let effect: String

    var testDescription: String { id }

    static let folder = "Cases/traps"

    static func all() throws -> [Trap] {
      try TSV(TestFiles.text("\(folder)/expected.tsv")).rows.map { row in
        Trap(
          id: try row.cell("id"), rule: try row.cell("rule"), severity: try row.cell("severity"),
          pointer: try row.cell("pointer"), plugins: try row.cell("plugins"),
          containerd: try row.cell("containerd"), effect: try row.cell("effect"))
      }
    }

    /// Reads and judges one of the two files for the target of the row.
    func run(_ twin: String) throws -> CaseRun {
      try CaseRun(
        "\(Self.folder)/\(id).\(twin).conflist", for: Target.of(plugins: plugins, containerd: containerd))
    }
  }

  @Test func theTableIsWholeAndEveryRowHasItsFiles() throws {
    let traps = try Trap.all()
    #expect(traps.count == 249)
    let wanted = traps.flatMap { ["\($0.id).bad.conflist", "\($0.id).good.conflist"] } + ["expected.tsv"]
    #expect(try TestFiles.names(in: Trap.folder) == wanted.sorted())
    #expect(traps.allSatisfy { Severity(rawValue: $0.severity) != nil })
  }

  @Test func noRuleHasTwoSeverities() throws {
    let severities = Dictionary(grouping: try Trap.all(), by: \.rule).mapValues { Set($0.map(\.severity)) }
    #expect(severities.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test(arguments: try Trap.all())
  func theFaultIsFound(_ trap: Trap) throws {
    let run = try trap.run("bad")
    let isFound = run.findings.contains {
      $0.rule == trap.rule && $0.severity.rawValue == trap.severity && $0.pointer == trap.pointer
    }
    #expect(
      isFound,
      """
      \(trap.id): due is \(trap.severity) \(trap.rule) at "\(trap.pointer)" \
      (plugins \(trap.plugins), containerd \(trap.containerd))
      because: \(trap.effect)
      found was:
      \(run.report)
      """)
  }

  @Test(arguments: try Trap.all())
  func theMendedTwinIsClean(_ trap: Trap) throws {
    let run = try trap.run("good")
    let isClean = !run.hasErrors && !run.findings.contains { $0.rule == trap.rule }
    #expect(
      isClean,
      """
      \(trap.id): due is no error and no \(trap.rule) in the mended twin \
      (plugins \(trap.plugins), containerd \(trap.containerd))
      found was:
      \(run.report)
      """)
  }
}

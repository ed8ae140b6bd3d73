import ContainerdConfig
import Diagnostics
import Syntax
import TestSupport
import Testing

/// The files that were run through the daemons of many releases, with what came out.
@Suite struct MinimalConfigTests {
  /// A file of the facts on one release.
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let release: String
    let result: String
    var testDescription: String { "\(text.prefix(60)) on \(release): \(result)" }
  }

  @Test(arguments: try rows())
  func whatTheDaemonDidIsWhatIsSaid(_ row: Row) throws {
    let run = try ConfigRun(row.text, on: row.release)
    #expect(run.hasErrors == (row.result != "ok"), "\(row.result): \(run.told)")
  }

  @Test func theFactsHoldEveryOutcome() throws {
    let rows = try Self.rows()
    #expect(rows.count == 55)
    #expect(Set(rows.map(\.result)) == ["ok", "ignored", "error"])
  }

  private static func rows() throws -> [Row] {
    let bytes = try TestFiles.bytes("Facts/containerd.yaml")
    var files = SourceFiles()
    let id = files.add(SourceFile(name: "containerd.yaml", bytes: bytes))
    var bag = DiagnosticBag()
    let tree = YAMLReader.read(id, bytes, into: &bag)
    return (tree?["minimal_configs"]?.sequence ?? []).flatMap { fact in
      let lines = (fact["lines"]?.sequence ?? []).compactMap { $0.scalar?.text }
      return (fact["run"]?.mapping ?? []).map { member in
        Row(text: lines.joined(separator: "\n"), release: member.key, result: member.value.scalar?.text ?? "")
      }
    }
  }
}

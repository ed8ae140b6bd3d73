import CNIModel
import Foundation
import NetworkTypes
import TestSupport
import Testing

@testable import ConfTemplate

/// The evaluator beside Go's own text/template: `Tests/Cases/conf-template/expected.tsv`, which `scripts/template-table`
/// makes.
@Suite struct OracleTests {
  /// What Go made of a template.
  struct Case: Sendable {
    let template: String
    let pods: PodCIDRs
    let verdict: String
    let output: String
    let error: String
  }

  static func cases() throws -> [Case] {
    try TSV(try TestFiles.text("Cases/conf-template/expected.tsv")).rows.map { row in
      Case(
        template: try text(row.cell("template")),
        pods: PodCIDRs(try row.cell("cidrs").split(separator: ",").compactMap { CIDR($0) }),
        verdict: try row.cell("verdict"), output: try text(row.cell("output")), error: try text(row.cell("error")))
    }
  }

  private static func text(_ cell: String) throws -> String {
    try JSONDecoder().decode(String.self, from: Data(cell.utf8))
  }

  /// What ours makes of it.
  private struct Result {
    var verdict: String
    var output = ""
    var words = ""
    var message = ""
  }

  private func evaluate(_ one: Case) -> Result {
    let bytes = Array(one.template.utf8)
    do throws(TemplateFault) {
      let nodes = try TemplateParser.parse(try TemplateLexer.pieces(of: bytes), length: bytes.count)
      let data = TemplateValue.data(for: one.pods, in: "1.6.20")
      let outcome = TemplateEvaluator.evaluate(nodes, of: bytes, data: data)
      if let fault = outcome.fault { throw fault }
      return Result(verdict: "ok", output: String(decoding: outcome.rendering.bytes, as: UTF8.self))
    } catch {
      switch error.kind {
      case .broken: return Result(verdict: "refused", message: error.message)
      case .fails(let go): return Result(verdict: "stopped", words: go, message: error.message)
      case .beyond: return Result(verdict: "beyond", message: error.message)
      }
    }
  }

  @Test func asGoDoes() throws {
    let cases = try Self.cases()
    #expect(cases.count > 1000)
    var beyond = 0
    for one in cases {
      let result = evaluate(one)
      if result.verdict == "beyond" {
        beyond += 1
        continue
      }
      #expect(result.verdict == one.verdict, "\(one.template): \(result.message), Go: \(one.error)")
      #expect(one.verdict != "ok" || result.output == one.output, "\(one.template)")
      let error = one.error.replacing("type main.", with: "type server.")
      #expect(
        result.words.isEmpty || error.contains(result.words), "\(one.template): \(result.words), Go: \(one.error)")
    }
    // What is left to people is left to them by the list below alone.
    #expect(beyond < cases.count / 10, "\(beyond) of \(cases.count) are not evaluated")
  }

  @Test(arguments: [
    "{{with .PodCIDR}}{{.}}{{end}}", "{{len .Routes}}", "{{index .PodCIDRRanges 0}}",
    "{{if eq (len .Routes) 2}}x{{end}}", "{{.PodCIDR | printf \"%q\"}}", "{{\"{{\"}}", "{{true}}", "{{1}}",
    "{{define \"x\"}}{{end}}", "{{range .Routes}}{{break}}{{end}}", "{{(.PodCIDR)}}", "{{if not .PodCIDR}}a{{end}}",
    "{{$x := .PodCIDR}}{{$x}}",
  ])
  func whatIsBeyondIsSaid(_ template: String) throws {
    let known = try Self.cases().filter { $0.template == template }
    #expect(!known.isEmpty && known.allSatisfy { $0.verdict != "refused" })
    #expect(known.allSatisfy { evaluate($0).verdict == "beyond" })
  }
}

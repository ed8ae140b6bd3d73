import Foundation
import TestSupport

/// A run of `cnigen try`, and what it reported.
struct TrialRun: CustomStringConvertible {
  /// A finding of its JSON report.
  struct Line {
    let probe: String
    let subject: String
    let state: String
    let expected: String
    let seen: String
    let file: String
    let line: Int
    /// The place in a template of the program that the line stands for; empty where there is none.
    let template: String

    var words: String { "\(state) line \(line): \(probe), \(subject): expected \(expected) / seen \(seen)" }
  }

  let outcome: Outcome
  /// The findings of all networks that were tried, in the order of the report.
  let lines: [Line]

  /// Tries a file with the plugins of the distribution.
  init(_ file: String, _ options: [String] = [], input: String = "") throws {
    outcome = try TestSupport.run(
      Machine.cnigen(), ["try", file, "--emit", "json", "--bin-dir", Machine.plugins] + options,
      environment: Compiler.environment, input: input, limit: 90)
    let networks = outcome.output.isEmpty ? [] : try JSONValue(parsing: outcome.output).elements
    lines = networks.flatMap { $0["findings"]?.elements ?? [] }.map { finding in
      let text = { (key: String) in finding[key]?.string ?? "" }
      return Line(
        probe: text("probe"), subject: text("subject"), state: text("state"), expected: text("expected"),
        seen: text("seen"), file: text("file"), line: finding["line"]?.integer ?? 0, template: text("template"))
    }
  }

  var failed: [Line] { lines.filter { $0.state == "failed" } }
  var noted: [Line] { lines.filter { $0.state == "noted" } }

  /// The probes that held, each once.
  var held: Set<String> { Set(lines.filter { $0.state == "held" }.map(\.probe)) }

  var description: String {
    "\(outcome.end)\n\(outcome.errors)\n\((failed + noted).map(\.words).joined(separator: "\n"))"
  }
}

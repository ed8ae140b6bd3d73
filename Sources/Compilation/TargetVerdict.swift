import CNIModel
import Diagnostics

/// What was found for one target of several.
struct TargetVerdict {
  let target: Target
  let bag: DiagnosticBag

  /// All findings, each once. One that does not hold for every target says for which it does.
  static func merge(_ verdicts: [TargetVerdict]) -> DiagnosticBag {
    guard verdicts.count > 1 else { return verdicts.first?.bag ?? DiagnosticBag() }
    var merged = DiagnosticBag()
    for verdict in verdicts {
      for finding in verdict.bag.diagnostics {
        let names = verdicts.filter { $0.has(finding) }.map(\.target.name)
        guard names.count < verdicts.count else {
          merged.add(finding)
          continue
        }
        let what = names.count == 1 ? "in the target \(names[0])" : "in the targets \(names.joined(separator: ", "))"
        merged.add(
          Diagnostic(
            rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
            notes: finding.notes + [Diagnostic.Note(what)], help: finding.help))
      }
    }
    return merged
  }

  private func has(_ finding: Diagnostic) -> Bool {
    bag.diagnostics.contains {
      $0.rule == finding.rule && $0.range == finding.range && $0.message == finding.message
    }
  }
}

import CNIModel
import Diagnostics
import ProfileLanguage
import Rules

/// Takes out the warnings that the user accepts. An error about something that cannot work is never silenced.
enum AllowanceFilter {
  static func apply(_ allowances: [Allowance], to findings: inout DiagnosticBag, _ bag: inout DiagnosticBag) {
    guard !allowances.isEmpty else { return }
    let known = Set(Rule.everyRule.map(\.id)).union(findings.diagnostics.map(\.rule))
    for allowance in allowances {
      check(allowance, known, findings, &bag)
      findings.removeAll { $0.severity != .error && $0.rule == allowance.rule.value && covers(allowance, $0) }
    }
  }

  private static func check(
    _ allowance: Allowance, _ known: Set<String>, _ findings: DiagnosticBag, _ bag: inout DiagnosticBag
  ) {
    let id = allowance.rule.value
    guard known.contains(id) else {
      bag.error(
        "unknown-rule", "there is no rule \(id)", at: allowance.rule.range,
        help: Spelling.nearest(to: id, among: known.sorted()).map { "write \($0)" })
      return
    }
    // In a template an error of some clusters only is a warning.
    let isLowered = findings.diagnostics.contains { $0.rule == id && $0.severity != .error }
    if Rule.named(id)?.severity == .error, !isLowered {
      bag.error(
        "allow-of-error", "\(id) is an error: what it finds cannot work, so it cannot be accepted",
        at: allowance.rule.range, help: "mend what it finds, and remove this line")
    }
  }

  /// Lines are compared by the files' own tables elsewhere; a comment reaches what begins on its line.
  private static func covers(_ allowance: Allowance, _ finding: Diagnostic) -> Bool {
    switch allowance.scope {
    case .network: true
    case .line(let lines):
      finding.range.map { lines.contains($0.start) && $0.file == allowance.rule.range.file } ?? false
    }
  }
}

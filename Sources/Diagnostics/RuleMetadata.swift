/// What a report says of a rule besides its findings.
package struct RuleMetadata: Sendable {
  package let id: String
  package let severity: Severity
  /// What is found, in one line.
  package let summary: String
  /// What happens on a node that gets such a configuration, and why.
  package let effect: String

  package init(id: String, severity: Severity, summary: String, effect: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.effect = effect
  }
}

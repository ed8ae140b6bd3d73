/// A network that was tried, for reports of several.
package struct Trialled: Sendable {
  /// The network's name, with its target's where there are several.
  package let name: String
  package let findings: [Finding]
  package let seconds: Double

  package init(name: String, findings: [Finding], seconds: Double) {
    self.name = name
    self.findings = findings
    self.seconds = seconds
  }

  package var failed: Bool { findings.contains { $0.state == .failed } }
}

package import Diagnostics

/// One line of a trial's report: what was promised, and what was seen.
package struct Finding: Sendable {
  /// What came of it.
  package enum State: String, Sendable {
    /// The kernel shows what was promised.
    case held
    /// It does not.
    case failed
    /// Worth knowing, and no reason to keep the network from a node: nobody promised it, or it hurts only others.
    case noted
  }

  /// What was looked at, a word that stays the same across releases: `gateway`.
  package let probe: String
  /// Which one of its kind: `IPv4, from container 1`; empty where there is one alone.
  package let subject: String
  package let expected: String
  package let seen: String
  package let state: State
  /// The line that promised it.
  package let range: SourceRange
  /// The same in the template of this program that the line uses; `nil` where there is none.
  package let template: SourceRange?

  package init(
    _ probe: String, _ subject: String = "", expected: String, seen: String, _ state: State, at range: SourceRange
  ) {
    self.probe = probe
    self.subject = subject
    self.expected = expected
    self.seen = seen
    self.state = state
    self.range = range
    template = nil
  }

  private init(_ finding: Finding, at range: SourceRange, template: SourceRange) {
    probe = finding.probe
    subject = finding.subject
    expected = finding.expected
    seen = finding.seen
    state = finding.state
    self.range = range
    self.template = template
  }

  /// The same finding at the line that uses a template, where it lies in one.
  package func at(useOfTemplate place: SourceRange?) -> Finding {
    place.map { Finding(self, at: $0, template: range) } ?? self
  }

  /// The probe and which one it is.
  package var title: String { subject.isEmpty ? probe : "\(probe), \(subject)" }
}

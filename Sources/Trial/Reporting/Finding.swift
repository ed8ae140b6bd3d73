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

  package init(
    _ probe: String, _ subject: String = "", expected: String, seen: String, _ state: State, at range: SourceRange
  ) {
    self.probe = probe
    self.subject = subject
    self.expected = expected
    self.seen = seen
    self.state = state
    self.range = range
  }

  /// The probe and which one it is.
  package var title: String { subject.isEmpty ? probe : "\(probe), \(subject)" }
}

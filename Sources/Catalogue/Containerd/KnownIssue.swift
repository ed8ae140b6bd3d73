package import NetworkTypes

/// A known fault of containerd that touches CNI.
package struct KnownIssue: Sendable {
  /// A stable name, in kebab case.
  package let id: String
  /// Releases that have it; one span a line, since fixes are backported.
  package let affected: [ReleaseSpan]
  /// What else has to be the case, in words; empty where nothing has.
  package let with: String
  /// The texts that the node shows; empty where it says nothing. Spans are releases of containerd.
  package let errors: [ErrorText]
  /// What happens.
  package let effect: String
  /// What in the code brings it about; empty where nobody looked.
  package let cause: String
  /// What to do.
  package let remedy: String
  /// The releases that mended it, in words; empty where none did.
  package let fixed: String
  package let evidence: Constraint.Evidence

  package init(
    _ id: String, affected: [ReleaseSpan], with: String = "", errors: [ErrorText] = [], effect: String,
    cause: String = "",
    remedy: String = "", fixed: String = "", evidence: Constraint.Evidence = .measured
  ) {
    self.id = id
    self.affected = affected
    self.with = with
    self.errors = errors
    self.effect = effect
    self.cause = cause
    self.remedy = remedy
    self.fixed = fixed
    self.evidence = evidence
  }

  /// Whether a release has the fault.
  package func affects(_ version: Version) -> Bool { affected.contain(version) }
}

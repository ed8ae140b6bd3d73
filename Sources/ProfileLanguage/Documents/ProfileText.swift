import Diagnostics

/// The document of a profile, with what its whole text tells, so that a fleet reads it once and not for each node.
package struct ProfileText: Sendable {
  package let document: OpenDocument
  /// Whether `${` stands anywhere in it.
  let hasPlaceholders: Bool
  /// What its comments accept.
  let allowances: [Allowance]
  /// What is wrong with its comments.
  let faults: DiagnosticBag

  package init(_ document: OpenDocument) {
    self.document = document
    hasPlaceholders = Placeholder.occurs(in: document.file.bytes)
    var faults = DiagnosticBag()
    allowances = Allowances.inComments(of: document.file, document.id, &faults)
    self.faults = faults
  }
}

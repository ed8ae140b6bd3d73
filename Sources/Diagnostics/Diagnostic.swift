/// How much a finding weighs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// It cannot work, or does not do what it asks for. Nothing is written.
  case error
  /// It works, but not as it looks, or only under conditions. `allow:` accepts it; `--strict` makes it fail.
  case warning
  /// Worth knowing; never changes the exit status.
  case note

  /// The graver one is the greater one.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}

/// A thing found in the user's input, at a place in the user's own file.
package struct Diagnostic: Sendable {
  /// The stable, kebab-case id of the rule that found it; `cnigen explain` and `allow:` take it.
  package let rule: String
  package let severity: Severity
  /// What was found and what was expected, in one sentence that suffices alone.
  package let message: String
  /// The place at fault, as tight as possible; `nil` only where no file is concerned.
  package let range: SourceRange?
  /// Effects, reasons and further places.
  package let notes: [Note]
  /// What to type instead.
  package let help: String?

  /// A further sentence, with a place of its own where it has one.
  package struct Note: Sendable {
    package let message: String
    package let range: SourceRange?

    package init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  package init(
    rule: String, severity: Severity, message: String, at range: SourceRange?, notes: [Note] = [], help: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }
}

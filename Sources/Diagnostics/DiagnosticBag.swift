/// Everything found in one run. It is passed down as `inout`; wrong input is never thrown.
package struct DiagnosticBag: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Identity> = []

  /// What makes two findings the same to a reader.
  private struct Identity: Hashable {
    let rule: String
    let message: String
    let range: SourceRange?

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      message = diagnostic.message
      range = diagnostic.range
    }
  }

  private static let comparedUpTo = 32

  package init() {}

  /// Adds a finding, unless the same one stands there already.
  package mutating func add(_ diagnostic: Diagnostic) {
    let identity = Identity(diagnostic)
    // A set is set up at run time; the few findings of most runs are compared one by one.
    if diagnostics.count < Self.comparedUpTo {
      guard !diagnostics.contains(where: { identity == Identity($0) }) else { return }
    } else {
      if known.isEmpty { known = Set(diagnostics.map(Identity.init)) }
      guard known.insert(identity).inserted else { return }
    }
    diagnostics.append(diagnostic)
  }

  /// Adds everything of another bag.
  package mutating func add(_ other: DiagnosticBag) {
    for diagnostic in other.diagnostics { add(diagnostic) }
  }

  /// Adds an error.
  package mutating func error(
    _ rule: String, _ message: String, at range: SourceRange?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    add(Diagnostic(rule: rule, severity: .error, message: message, at: range, notes: notes, help: help))
  }

  /// Adds a warning.
  package mutating func warning(
    _ rule: String, _ message: String, at range: SourceRange?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    add(Diagnostic(rule: rule, severity: .warning, message: message, at: range, notes: notes, help: help))
  }

  /// Adds a note: worth knowing, without weight.
  package mutating func note(
    _ rule: String, _ message: String, at range: SourceRange?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    add(Diagnostic(rule: rule, severity: .note, message: message, at: range, notes: notes, help: help))
  }

  /// Whether anything stands in the way of writing.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// How many findings of a severity there are.
  package func count(of severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }

  /// Drops the findings that a predicate names.
  package mutating func removeAll(where predicate: (Diagnostic) -> Bool) {
    diagnostics.removeAll(where: predicate)
    known = []
  }

  /// Puts another finding in the place of each.
  package mutating func replaceEach(_ other: (Diagnostic) -> Diagnostic) {
    diagnostics = diagnostics.map(other)
    known = []
  }

  /// All findings by file, place and weight: the order in which people read them.
  package func sorted() -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let a = left.element
      let b = right.element
      let aFile = a.range?.file.index ?? 0
      let bFile = b.range?.file.index ?? 0
      if aFile != bFile { return aFile < bFile }
      let aStart = a.range?.start ?? 0
      let bStart = b.range?.start ?? 0
      if aStart != bStart { return aStart < bStart }
      if a.severity != b.severity { return a.severity > b.severity }
      return left.offset < right.offset
    }.map(\.element)
  }
}

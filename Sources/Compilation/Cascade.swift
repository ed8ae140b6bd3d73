package import Diagnostics

/// Keeps one mistake from being told twice: a value that could not be read is missing from the model, and a rule may
/// then miss it around the very place that has been reported.
package enum Cascade {
  /// Drops findings whose place is, or holds, an error of the reading.
  static func drop(from bag: inout DiagnosticBag, causedBy reading: DiagnosticBag) {
    let mistakes = reading.diagnostics.filter { $0.severity == .error }.compactMap(\.range)
    guard !mistakes.isEmpty else { return }
    bag.removeAll { finding in
      guard let range = finding.range else { return false }
      return mistakes.contains { range.contains($0) }
    }
  }

  /// Drops findings whose place is that of an error of the reading, and keeps those about what lies around it.
  package static func dropRepeated(from bag: inout DiagnosticBag, after reading: DiagnosticBag) {
    let mistakes = reading.diagnostics.filter { $0.severity == .error }.compactMap(\.range)
    guard !mistakes.isEmpty else { return }
    bag.removeAll { finding in finding.range.map { mistakes.contains($0) } ?? false }
  }
}

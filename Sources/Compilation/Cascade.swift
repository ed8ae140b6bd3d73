import Diagnostics

/// Keeps one mistake from being told twice: a value that could not be read is missing from the model, and a rule may
/// then miss it around the very place that has been reported.
enum Cascade {
  /// Drops findings whose place holds an error of the reading within it.
  static func drop(from bag: inout DiagnosticBag, causedBy reading: DiagnosticBag) {
    let mistakes = reading.diagnostics.filter { $0.severity == .error }.compactMap(\.range)
    guard !mistakes.isEmpty else { return }
    bag.removeAll { finding in
      guard let range = finding.range else { return false }
      return mistakes.contains { range.contains($0) && range != $0 }
    }
  }
}

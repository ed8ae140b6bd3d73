import Diagnostics
import Rules

/// Rules about lists that are also broken by files of one folder together.
extension Rule {
  static let duplicateNameInFolder = shared("duplicate-network-name", .warning)
  static let nameOfFileInFolder = shared("name-of-file", .error)

  /// A rule that stands elsewhere, under its id.
  private static func shared(_ id: String, _ severity: Severity) -> Rule {
    Rule.named(id) ?? Rule(reading: id, severity, id, effect: "", wrong: "", right: "")
  }
}

extension Rule {
  /// Every rule that judges, by family. A new rule is a line here.
  package static let all: [Rule] =
    addressRules + routeRules + keyRules + versionRules + chainRules + pluginRules
    + targetRules + measuredRules

  /// Every rule, those of the readers too: for explanations, references and accepted findings. The judge asks for
  /// `all`, so that a plain build never makes the others.
  package static var everyRule: [Rule] { all + readingRules }

  /// Every rule once, by what it is about, for lists that people read.
  package static var families: [(subject: String, rules: [Rule])] {
    [
      ("addresses", addressRules), ("routes", routeRules), ("keys and values", keyRules),
      ("spec versions", versionRules), ("the chain of plugins", chainRules), ("single plugins", pluginRules),
      ("the target", targetRules), ("what was measured on a node", measuredRules),
    ] + readingFamilies
  }

  /// The rule of an id.
  package static func named(_ id: String) -> Rule? {
    all.first { $0.id == id } ?? readingRules.first { $0.id == id }
  }
}

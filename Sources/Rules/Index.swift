extension Rule {
  /// Every rule, by family. A new rule is a line here.
  package static let all: [Rule] =
    addressRules + routeRules + keyRules + versionRules + chainRules + pluginRules
    + targetRules

  /// The rule of an id.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}

extension Rule {
  /// Rules about spec versions and releases.
  static let versionRules: [Rule] = []
}

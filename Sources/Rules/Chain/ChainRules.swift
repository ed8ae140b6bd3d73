extension Rule {
  /// Rules about the order and company of plugins, and about capabilities.
  static let chainRules: [Rule] = []
}

extension Rule {
  /// Rules about keys, types and values that hold for every plugin.
  static let keyRules: [Rule] = []
}

extension Rule {
  /// Rules about single plugins.
  static let pluginRules: [Rule] = []
}

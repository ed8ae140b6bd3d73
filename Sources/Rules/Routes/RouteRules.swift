extension Rule {
  /// Rules about routes.
  static let routeRules: [Rule] = []
}

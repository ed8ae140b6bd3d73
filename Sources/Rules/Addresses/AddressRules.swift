extension Rule {
  /// Rules about subnets, ranges and gateways.
  static let addressRules: [Rule] = []
}

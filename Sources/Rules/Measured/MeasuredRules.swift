extension Rule {
  /// Rules that judge by what was measured on a node, and by what is said there about plugins of others. Without a
  /// Capabilities document they find nothing.
  static let measuredRules: [Rule] = [
    .pluginNotInstalled, .pluginDoesNotAnswer, .valueOutOfRange, .malformedValue, .loopbackNotInstalled,
    .pluginOutsideBinDirs,
  ]
}

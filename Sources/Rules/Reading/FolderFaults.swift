extension Rule {
  /// What stands in a folder of networks, as the runtimes read it.
  static let folderRules: [Rule] = []
}

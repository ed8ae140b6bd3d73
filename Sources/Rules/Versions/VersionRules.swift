extension Rule {
  /// Rules about spec versions and releases.
  static let versionRules: [Rule] = [
    .versionMissing, .versionUnknown, .versionUnsupported, .versionAboveRuntime, .versionTooOldForLayer2,
    .versionTooOldForTwoAddresses, .versionsListIgnored, .versionsListOmitsVersion, .versionsListEmpty,
    .versionNeedsRecentRelease, .loopbackTooOld,
  ]
}

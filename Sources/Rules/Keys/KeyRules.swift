extension Rule {
  /// Rules about keys, types and values that hold for every plugin.
  static let keyRules: [Rule] = [
    .topLevelKeyCase, .nameMissing, .nameInvalid, .nameRefusedLater, .nameTooLong, .nameOfFile, .duplicateNetworkName,
    .pluginsMissing, .pluginsFromFolder, .pluginWithoutType, .disableCheckTooEarly,
    .unknownKey, .unusedKey, .keyTooNew, .keyRemoved, .keyCase, .keyInTwoSpellings, .reservedKey, .overwrittenKey,
    .internalKey, .wrongType, .numberRewritten, .unknownValue, .valueTooNew, .requiredKeyMissing,
  ]
}

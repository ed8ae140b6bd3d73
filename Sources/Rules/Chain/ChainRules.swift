extension Rule {
  /// Rules about the order and company of plugins, and about capabilities.
  static let chainRules: [Rule] = [
    .pluginNotInRelease, .pluginMovedElsewhere, .unknownPlugin, .thirdPartyPlugin, .pluginTypeIsPath, .ipamTypeNotIPAM,
    .chainedPluginFirst, .twoInterfacePlugins, .ipamPluginInChain, .duplicatePlugin, .bandwidthTwice,
    .bandwidthNeedsVeth, .ingressPolicyWithoutBridge, .macspoofchkWithTuningMAC, .hostPortBehindMACVLAN,
    .sourceRoutingOnOnlyInterface,
    .ipamMissing, .ipamWithoutType, .ipamEmpty, .ipamNeverRun, .chainedPluginWithoutAddress,
    .capabilityMissing, .capabilityUnknown, .capabilityNotConsumed, .capabilityTooNew, .capabilityMisplaced,
    .capabilityNeverSent, .ipRangesAddUp, .ipsReplaceAddresses, .loopbackDropsResult, .checkFails, .checkFailsAtTimes,
    .dnsNeverApplied,
  ]
}

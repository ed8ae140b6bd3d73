extension Rule {
  /// Rules about single plugins.
  static let pluginRules: [Rule] = bridgeRules + interfaceRules + packetFilterRules + tuningRules + otherPluginRules

  private static let bridgeRules: [Rule] = [
    hairpinWithPromiscuous,
    promiscuousHairpin,
    hairpinMissing,
    bridgeNameTooLong,
    bridgeNameInvalid,
    bridgeNameOfOtherSoftware,
    bridgeOfTwoGateways,
    vlanWithVLANTrunk,
    vlanTrunkInvalid,
    preserveDefaultVLANUnset,
    masqueradeWithoutGateway,
    gatewayWithoutIPAM,
    gatewayWithDHCP,
    disabledInterfaceWithIPAM,
  ]

  private static let interfaceRules: [Rule] = [
    vlanOutOfRange,
    vlanIDZero,
    mtuOutOfRange,
    mtuBelowIPv6Minimum,
    mtuMismatch,
    macInvalid,
    interfaceNameTooLong,
    interfaceNameInvalid,
    masterMissing,
    macvlanPassthru,
    ipvlanWithTuningMAC,
    tapBridgeInContainer,
    hostDeviceSelectorMissing,
    hostDeviceSeveralSelectors,
    hostDeviceSelectorInvalid,
  ]

  private static let packetFilterRules: [Rule] = [
    markChainWithMarkBit,
    markBitOutOfRange,
    portmapNFTablesBroken,
    portmapNFTablesCaptures,
    portmapBackendMismatch,
    externalMarkChain,
    conditionNotTokenized,
    conditionFamilyMismatch,
    hairpinWithoutSNAT,
    chainNameTooLong,
    chainNameInvalid,
    firewallBackendIgnored,
    rateWithoutBurst,
    burstTooLarge,
    burstBelowMTU,
    rateTooSmall,
    rateImplausible,
    staticBandwidthDisablesRuntime,
    shapedWithUnshapedSubnets,
    shapedSubnetInvalid,
  ]

  private static let tuningRules: [Rule] = [
    sysctlOutsideNet,
    sysctlDuplicate,
    sysctlUnknown,
    sysctlNotNamespaced,
    sysctlReadOnly,
    sysctlDisablesIPv6,
  ]

  private static let otherPluginRules: [Rule] = [
    keyWithoutEffect,
    dhcpOptionInvalid,
    vrfDropsRoutes,
    vrfTwice,
    sourceRoutingWithIPv6,
    flannelDelegateInvalid,
  ]
}

extension Rule {
  /// Rules about subnets, ranges and gateways.
  static let addressRules: [Rule] = [
    invalidAddress, hostBitsSet, hostBitsShiftRange, subnetTooSmall, rangeOutsideSubnet, rangeStartAfterEnd, noRanges,
    emptyRangeSet, noAddresses, mixedFamiliesInSet, rangeOverlap, subnetWithRanges, rangeHoldsOnlyGateway,
    gatewayInOtherRange, reservedAddressAsRangeEnd, reservedAddressAsRangeStart, rangeStartIsAnycast,
    rangeStartsAtBroadcast, gatewayOutsideSubnet, gatewayFamilyMismatch, gatewayIsBroadcast, gatewayIsNetworkAddress,
    ptpAddressWithoutGateway, twoIPv4SetsWithGateway, twoSubnetsInSetWithGateway, overlappingIPv6Gateways,
    twoSetsOfOneFamilyWithMasquerade, networksOverlap, subnetOnTwoBridges, subnetInsideOtherNetwork,
    documentationPrefix, wellKnownPublicPrefix, subnetNotUnicast, subnetReserved, subnetStartsWithZero,
    subnetLinkLocal, subnetLinkLocalIPv6,
  ]
}

extension Rule {
  /// Rules about routes.
  static let routeRules: [Rule] = [
    routeDstInvalid, routeWithoutDst, routeHostBitsSet, ipv6RouteHostBitsSet, routeGatewayFamilyMismatch,
    routeGatewayUnreachable, routeScopeWithGateway, defaultRouteWithoutGateway, duplicateDefaultRoute, duplicateRoute,
    twoDefaultGateways, twoGatewaysForRoute, noDefaultRoute, ipFamilyWithoutRoute, routeWithoutFamilyAddress,
    routeAttributeNotApplied, routeNumberOutOfRange, routeShadowsSubnet, ptpRouteToOwnSubnet,
  ]
}

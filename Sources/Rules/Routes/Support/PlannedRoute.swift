import CNIModel
import Diagnostics
import NetworkTypes

/// A route as the plugins of the target set it. There is none for a route whose texts they refuse; other rules say so.
struct PlannedRoute: Sendable {
  let route: Route
  /// As written, host bits and all.
  let destination: Located<CIDR>
  /// The gateway that the route names itself.
  let gateway: Located<IPAddress>?
  /// Metric, table and scope; 0 where the release does not read them.
  let priority: Int
  let table: Int
  let scope: Int

  /// The first release that reads metric, table and scope.
  static let firstWithAttributes: Version = "1.6.0"

  /// - Parameter release: the older one of the releases of the IPAM plugin and of the interface plugin: the route goes
  ///   through both.
  init?(_ route: Route, in release: Version) {
    guard let destination = route.destination else { return nil }
    let saysNothing = route.value["gw"].map { $0.string?.isEmpty ?? false } ?? true
    guard route.gateway != nil || saysNothing else { return nil }
    self.route = route
    self.destination = destination
    gateway = route.gateway
    let isRead = release >= Self.firstWithAttributes
    priority = isRead ? route.value["priority"]?.integer ?? 0 : 0
    table = isRead ? route.value["table"]?.integer ?? 0 : 0
    scope = isRead ? route.value["scope"]?.integer ?? 0 : 0
  }

  var family: IPAddress.Family { destination.value.family }
  var place: SourceRange { route.value.range }
  var isDefault: Bool { destination.value.prefix == 0 }

  /// What the kernel tells routes apart by, but for the gateway: network, table and metric.
  var slot: Slot { Slot(destination.value, priority: priority, table: table) }

  /// Where a route stands in the kernel's tables.
  struct Slot: Sendable, Hashable {
    let network: CIDR
    let table: Int
    let metric: Int

    /// The kernel takes table 0 for the main one, 254, and metric 0 of an IPv6 route for 1024.
    init(_ destination: CIDR, priority: Int = 0, table: Int = 0) {
      network = destination.network
      self.table = table <= 0 ? Self.mainTable : table
      metric = priority > 0 ? priority : destination.family == .ipv6 ? 1024 : 0
    }

    static let mainTable = 254
  }
}

extension AddressPlan {
  /// The release that decides which attributes of a route take effect.
  var routeRelease: Version { min(ipamRelease, plugin.release) }

  func findRoutes() -> [PlannedRoute] {
    guard isHostLocal || isStatic else { return [] }
    return ipam.routes.compactMap { PlannedRoute($0, in: routeRelease) }
  }

  /// The gateways that a route may end up with; empty for one that is on-link, `nil` where the file does not tell.
  func gateways(of route: PlannedRoute) -> [IPAddress]? {
    route.gateway.map { [$0.value] } ?? inheritedGateways(route.family)
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

/// How an interface plugin words a route that the kernel refuses.
extension AddressPlan {
  /// A note on an ADD that fails at a route of the file.
  /// - Parameter gateways: those that the route may go through; empty for an on-link route, `nil` where nobody can
  ///   tell.
  func failsAtRoute(_ route: PlannedRoute, via gateways: [IPAddress]?, _ reason: String) -> Diagnostic.Note {
    let attributes = (route.priority, Self.scopeWord(route.scope), route.table)
    return failsAtRoute(Self.text(route.destination.value), via: gateways, attributes, reason)
  }

  /// A note on an ADD that fails at the default route that `isDefaultGateway` adds.
  func failsAtAddedDefault(_ family: IPAddress.Family, via gateway: IPAddress, _ reason: String) -> Diagnostic.Note {
    // The plugin builds the IPv4 mask from the address 0.0.0.0, which Go keeps in 16 bytes.
    let destination =
      family == .ipv4 ? "{0.0.0.0 00000000000000000000ffff00000000}" : "{:: \(String(repeating: "0", count: 32))}"
    return failsAtRoute(destination, via: [gateway], (0, "universe", 0), reason)
  }

  /// What the kernel says of a gateway that is not on the link.
  static func unreachable(_ family: IPAddress.Family) -> String {
    family == .ipv4 ? "network is unreachable" : "no route to host"
  }

  private func failsAtRoute(
    _ destination: String, via gateways: [IPAddress]?, _ attributes: (metric: Int, scope: String, table: Int),
    _ reason: String
  ) -> Diagnostic.Note {
    let tail =
      plugin.release >= PlannedRoute.firstWithAttributes
      ? " metric \(attributes.metric) (Scope: \(attributes.scope), Table: \(attributes.table))" : ""
    let via = gateways.map { $0.first?.description ?? "<nil>" } ?? "…"
    return fails("failed to add route '\(destination) via \(via) dev eth0\(tail)': \(reason)")
  }

  /// A network as Go prints the structure: `{10.9.0.0 ffff0000}`.
  private static func text(_ network: CIDR) -> String {
    let bits = network.family.bits
    let mask = stride(from: 0, to: bits, by: 4).map { start in
      String(0xF0 >> min(4, max(0, network.prefix - start)) & 0xF, radix: 16)
    }
    return "{\(network.address) \(mask.joined())}"
  }

  private static func scopeWord(_ scope: Int) -> String {
    switch scope {
    case 0: "universe"
    case 200: "site"
    case 253: "link"
    case 254: "host"
    case 255: "nowhere"
    default: "unknown"
    }
  }
}

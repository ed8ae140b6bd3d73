import CNIModel
import Diagnostics
import NetworkTypes

/// A gateway that the file names, beside the network that it is meant for.
struct StatedGateway: Sendable {
  let address: IPAddress
  let range: SourceRange
  /// The network, host bits cleared.
  let network: CIDR
  /// The range set of host-local that it stands in; `nil` for static.
  let set: NumberedSet?
  /// Where the network is written.
  let networkRange: SourceRange
}

extension AddressPlan {
  /// The gateways of ranges and addresses that the file names, where the network beside them can be read.
  var statedGateways: [StatedGateway] {
    let ofRanges = ranges.compactMap { set, range -> StatedGateway? in
      guard let gateway = range.gateway, let subnet = range.subnet else { return nil }
      return StatedGateway(
        address: gateway.value, range: gateway.range, network: subnet.value.network, set: set,
        networkRange: subnet.range)
    }
    let ofAddresses = ipam.staticAddresses.compactMap { element -> StatedGateway? in
      guard let gateway = element.gateway, let address = element.address else { return nil }
      return StatedGateway(
        address: gateway.value, range: gateway.range, network: address.value.network, set: nil,
        networkRange: address.range)
    }
    return ofRanges + ofAddresses
  }

  /// What happens where the kernel refuses every route through a gateway: a note on the first route that takes it;
  /// `nil` where none does.
  func failure(ofRoutesVia gateway: IPAddress, _ reason: String) -> Diagnostic.Note? {
    // Routes without a gateway of their own take the first one of the family, so another one may stay unused.
    let isTaken = inheritedGateways(gateway.family)?.contains(gateway) ?? true
    guard isTaken else { return nil }
    if let route = routes.first(where: { $0.gateway == nil && $0.family == gateway.family }) {
      return failsAtRoute(route, via: [gateway], reason)
    }
    let hasDefault = routes.contains { $0.isDefault && $0.family == gateway.family && $0.gateway != nil }
    return addsDefaultRoute && !hasDefault ? failsAtAddedDefault(gateway.family, via: gateway, reason) : nil
  }

  /// Whether host-local of this release refuses a gateway that is not in the subnet; later ones do not look.
  var refusesForeignGateway: Bool { isHostLocal && ipamRelease <= "0.7.6" }
}

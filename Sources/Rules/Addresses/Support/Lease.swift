import CNIModel
import Diagnostics
import NetworkTypes

/// An address that a container gets: from one of the ranges of a set, or the one that static names.
struct Lease: Sendable {
  let family: IPAddress.Family
  /// The networks that it may come from; one container gets one of them.
  let choices: [Choice]
  /// The set's list, or the object of the address.
  let place: SourceRange

  /// A network and what goes with an address in it.
  struct Choice: Sendable {
    /// The network, host bits cleared.
    let network: CIDR
    /// The gateway that the interface plugin sees; `nil` where static names none and nobody works it out.
    let gateway: IPAddress?
    /// Where the network is written.
    let place: SourceRange
    /// What host-local hands out of it; `nil` for an address of static.
    let pool: Pool?
  }

  /// Whether an address is on the link of every container, whichever network its own address is from.
  func reaches(_ address: IPAddress) -> Bool { choices.allSatisfy { $0.network.contains(address) } }
}

extension AddressPlan {
  /// What a container gets, in the order of the result; `nil` where the file does not tell, or tells it wrongly.
  var leases: [Lease]? {
    let elements = isHostLocal ? (ipam["ranges"]?.array ?? []).count : (ipam["addresses"]?.array ?? []).count
    let oldForm = isHostLocal && ipam["subnet"] != nil ? 1 : 0
    let known = knownLeases
    return known.isEmpty || known.count < elements + oldForm ? nil : known
  }

  func findLeases() -> [Lease] {
    isHostLocal ? sets.compactMap(lease) : ipam.staticAddresses.compactMap(lease)
  }

  private func lease(_ set: NumberedSet) -> Lease? {
    guard let pools = pools(of: set), let family = pools.first?.network.family,
      pools.allSatisfy({ $0.network.family == family })
    else { return nil }
    let choices = pools.map { pool in
      let place = pool.range.subnet?.range ?? set.place
      return Lease.Choice(network: pool.network, gateway: pool.gateway, place: place, pool: pool)
    }
    return Lease(family: family, choices: choices, place: set.place)
  }

  private func lease(_ element: StaticAddress) -> Lease? {
    guard let address = element.address, element.gateway != nil || element.hasNoGateway else { return nil }
    let network = address.value.network
    // A bridge that is a gateway takes the address behind the network's where static names none.
    let gateway = element.gateway?.value ?? (isGateway ? network.first.successor : nil)
    let choice = Lease.Choice(network: network, gateway: gateway, place: address.range, pool: nil)
    return Lease(family: network.family, choices: [choice], place: element.value.range)
  }

  /// The gateways that a route of a family without one of its own may take, which differ with the range that the
  /// address is from; empty where such a route is on-link, `nil` where the file does not tell.
  func inheritedGateways(_ family: IPAddress.Family) -> [IPAddress]? {
    guard !isOpen, let leases else { return nil }
    for lease in leases {
      let gateways = lease.choices.compactMap(\.gateway).filter { $0.family == family }
      if !gateways.isEmpty { return Array(Set(gateways)).sorted() }
    }
    return []
  }
}

extension StaticAddress {
  /// Whether `gateway` says nothing: it is absent, null or an empty text.
  var hasNoGateway: Bool {
    guard let value = value["gateway"] else { return true }
    return value.string?.isEmpty ?? false
  }
}

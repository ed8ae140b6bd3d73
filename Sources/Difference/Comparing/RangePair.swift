import CNIModel
import Diagnostics
import NetworkTypes

/// The addresses of one family that host-local allocates from, before and after.
struct RangePair: Sendable {
  let family: IPAddress.Family
  /// All ranges of the family, in the order of the file.
  let old: [AllocationRange]
  let new: [AllocationRange]
  let path: String

  /// The families of a network that have ranges before or after; none where host-local is not on both sides.
  static func all(of pair: PluginPair) -> [RangePair] {
    guard let old = pair.old.ipam, let new = pair.new.ipam, old.type == "host-local", new.type == "host-local" else {
      return []
    }
    return IPAddress.Family.allCases.compactMap { family in
      let before = ranges(of: old, family)
      let after = ranges(of: new, family)
      guard !before.isEmpty || !after.isEmpty else { return nil }
      return RangePair(family: family, old: before, new: after, path: "\(pair.path).ipam.ranges")
    }
  }

  private static func ranges(of ipam: IPAM, _ family: IPAddress.Family) -> [AllocationRange] {
    ipam.rangeSets.flatMap(\.ranges).filter { $0.subnet?.value.family == family }
  }

  var isAdded: Bool { old.isEmpty }
  var isRemoved: Bool { new.isEmpty }

  var oldSubnets: [CIDR] { old.compactMap { $0.subnet?.value.network } }
  var newSubnets: [CIDR] { new.compactMap { $0.subnet?.value.network } }

  /// Whether both sides have the family, in other subnets.
  var movesSubnet: Bool { !isAdded && !isRemoved && oldSubnets != newSubnets }

  /// Whether a subnet takes in the one before it, or the other way.
  var isGrown: Bool { covers(newSubnets, oldSubnets) }
  var isShrunk: Bool { covers(oldSubnets, newSubnets) }

  private func covers(_ wide: [CIDR], _ narrow: [CIDR]) -> Bool {
    narrow.allSatisfy { inner in wide.contains { $0.contains(inner) } }
  }

  /// The address that a bridge gets as the gateway, with the length of its subnet; of several ranges the first one's.
  static func gateway(_ ranges: [AllocationRange]) -> String? {
    guard let range = ranges.first, let gateway = range.effectiveGateway, let subnet = range.subnet?.value else {
      return nil
    }
    return "\(gateway)/\(subnet.prefix)"
  }

  var oldGateway: String? { Self.gateway(old) }
  var newGateway: String? { Self.gateway(new) }

  /// What is handed out.
  var oldAddresses: [AddressRange] { old.compactMap(\.addresses) }
  var newAddresses: [AddressRange] { new.compactMap(\.addresses) }

  /// Whether an address could be given before and still can.
  var sharesAddresses: Bool { oldAddresses.contains { one in newAddresses.contains { one.overlaps($0) } } }

  /// The subnets with their places.
  func subnets(_ ranges: [AllocationRange]) -> Found.Located? {
    let found = ranges.compactMap(\.subnet)
    guard let first = found.first else { return nil }
    return Found.Located(found.map { "\($0.value)" }.joined(separator: ", "), at: first.range)
  }

  /// What is handed out with its place.
  func addresses(_ ranges: [AllocationRange]) -> Found.Located? {
    let found = ranges.compactMap(\.addresses)
    guard let first = ranges.first, !found.isEmpty else { return nil }
    let place = first.start?.range ?? first.end?.range ?? first.subnet?.range ?? first.value.range
    return Found.Located(found.map { "\($0)" }.joined(separator: ", "), at: place)
  }

  /// The gateway with its place: where it is stated, else the subnet that it follows from.
  func gateway(of ranges: [AllocationRange]) -> Found.Located? {
    guard let first = ranges.first, let text = Self.gateway(ranges) else { return nil }
    return Found.Located(text, at: first.gateway?.range ?? first.subnet?.range)
  }
}

extension NetworkPair {
  /// What host-local allocates from on both sides, a pair for each family.
  var ranges: [RangePair] { interface.map(RangePair.all) ?? [] }

  /// Whether the leases of the two sides lie in one store: the same network name under the same folder.
  var sharesLeases: Bool { old.name == new.name && Self.store(old) == Self.store(new) }

  private static func store(_ network: NetworkState) -> String {
    network.list.interfacePlugin?.ipam?["dataDir"]?.string ?? "/var/lib/cni/networks"
  }

  /// Whether addresses that host-local gave away before can be given again, were its store lost: it is host-local on
  /// both sides, and ranges meet.
  var couldGiveTwice: Bool {
    guard let before = old.list.interfacePlugin?.ipam, let after = new.list.interfacePlugin?.ipam,
      before.type == "host-local", after.type == "host-local"
    else { return false }
    let old = before.rangeSets.flatMap(\.ranges).compactMap(\.addresses)
    let new = after.rangeSets.flatMap(\.ranges).compactMap(\.addresses)
    return old.contains { one in new.contains { one.overlaps($0) } }
  }

  /// The name of the bridge that both sides share; `nil` where there is none.
  var sharedBridge: String? {
    guard let interface, interface.type == "bridge" else { return nil }
    let before = interface.old["bridge"]?.string ?? "cni0"
    let after = interface.new["bridge"]?.string ?? "cni0"
    return before == after ? after : nil
  }

  /// Whether the bridge has the gateway's address, before and after.
  var keepsGatewayOnBridge: Bool {
    guard let interface, sharedBridge != nil else { return false }
    let isOn = { (plugin: Plugin) in plugin.isOn("isGateway") || plugin.isOn("isDefaultGateway") }
    return isOn(interface.old) && isOn(interface.new)
  }
}

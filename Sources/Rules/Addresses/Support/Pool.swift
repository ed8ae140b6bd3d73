import CNIModel
import Diagnostics
import NetworkTypes

/// A range as host-local of a release takes it, with everything filled in that the file leaves out. There is none for
/// a range that host-local refuses; other rules say why.
struct Pool: Sendable {
  let range: AllocationRange
  /// The network, host bits cleared.
  let network: CIDR
  /// From the first to the last address that is handed out; the gateway among them is skipped.
  let addresses: AddressRange
  let gateway: IPAddress

  /// Up to this release the address as written counts where a subnet has host bits; from the next on it is refused.
  static let lastWithHostBits: Version = "0.7.6"

  init?(_ range: AllocationRange, in release: Version) {
    guard let subnet = range.subnet?.value, subnet.hostBits >= 2 else { return nil }
    guard subnet.isNetwork || release <= Self.lastWithHostBits else { return nil }
    let named = [("rangeStart", range.start), ("rangeEnd", range.end), ("gateway", range.gateway)]
    guard named.allSatisfy({ key, address in address != nil || range.isUnset(key) }) else { return nil }
    guard let afterSubnet = subnet.address.successor else { return nil }
    let start = range.start?.value ?? afterSubnet
    let end = range.end?.value ?? subnet.lastHost
    guard subnet.contains(start), subnet.contains(end), let addresses = AddressRange(start, end) else { return nil }
    self.range = range
    network = subnet.network
    self.addresses = addresses
    gateway = range.gateway?.value ?? afterSubnet
  }

  /// Whether no container can have an address from it: it holds nothing but its gateway.
  var isEmpty: Bool { addresses.count == 1 && addresses.contains(gateway) }
}

extension CIDR {
  /// The address that nobody can have, which reaches all of an IPv4 network; `nil` where there is none.
  var broadcast: IPAddress? { family == .ipv4 && hostBits >= 2 ? last : nil }

  /// The last address that host-local hands out unless told otherwise.
  var lastHost: IPAddress { broadcast?.predecessor ?? last }
}

extension AddressPlan {
  /// The pools of a set; `nil` unless host-local takes every range of it.
  func pools(of set: NumberedSet) -> [Pool]? {
    let pools = set.set.ranges.compactMap { Pool($0, in: ipamRelease) }
    let elements = set.isOldForm ? 1 : set.set.value.array?.count ?? 0
    return pools.count == elements && !pools.isEmpty ? pools : nil
  }

  func findPools() -> [(set: NumberedSet, pool: Pool)] {
    ranges.compactMap { set, range in Pool(range, in: ipamRelease).map { (set, $0) } }
  }
}

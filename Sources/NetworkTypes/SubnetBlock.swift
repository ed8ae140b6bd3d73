/// A network that is cut into subnets of one size, numbered from 0 by their addresses.
package struct SubnetBlock: Sendable, Hashable {
  /// The whole network; no host bit is set.
  package let network: CIDR
  /// The prefix length of each subnet.
  package let prefix: Int

  /// `nil` where the network has host bits, or the subnets would be wider than it or longer than an address.
  package init?(_ network: CIDR, prefix: Int) {
    guard network.isNetwork, prefix >= network.prefix, prefix <= network.family.bits else { return nil }
    self.network = network
    self.prefix = prefix
  }

  package var family: IPAddress.Family { network.family }

  /// How many subnets there are; `Int.max` stands for that many and more.
  package var count: Int {
    let bits = prefix - network.prefix
    return bits >= Int.bitWidth - 1 ? .max : 1 << bits
  }

  /// The subnet of a number, which must be below `count`.
  package subscript(number: Int) -> CIDR {
    let first = network.first.value | UInt128(number) << UInt128(hostBits)
    return CIDR(firstAddress: IPAddress(family, first), prefix: prefix)
  }

  /// The number of a subnet; `nil` for one of another size, with host bits, outside of the block, or behind those that
  /// can be counted.
  package func number(of subnet: CIDR) -> Int? {
    guard subnet.prefix == prefix, subnet.isNetwork, network.contains(subnet),
      let number = Int(exactly: (subnet.first.value - network.first.value) >> UInt128(hostBits)), number < count
    else { return nil }
    return number
  }

  /// The numbers of the subnets that a range of addresses touches; `nil` where it touches none.
  package func numbers(touchedBy range: AddressRange) -> ClosedRange<Int>? {
    guard let shared = network.range.intersection(range) else { return nil }
    let first = (shared.first.value - network.first.value) >> UInt128(hostBits)
    let last = (shared.last.value - network.first.value) >> UInt128(hostBits)
    // Of more subnets than can be counted the last ones count as one.
    return min(Int(clamping: first), count - 1)...min(Int(clamping: last), count - 1)
  }

  /// The bits of an address that count within a subnet.
  private var hostBits: Int { family.bits - prefix }
}

extension SubnetBlock: CustomStringConvertible {
  /// As people say it: `10.244.0.0/16 in /24`.
  package var description: String { "\(network) in /\(prefix)" }
}

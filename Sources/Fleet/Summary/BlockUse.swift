package import NetworkTypes

/// How much of a block is given away.
package struct BlockUse: Sendable, Equatable {
  package let subnets: SubnetBlock
  /// Subnets that nodes of the fleet have.
  package let used: Int
  /// Subnets that nobody can get: they meet something reserved, or a node that left keeps them.
  package let heldBack: Int

  /// Subnets that the next nodes can get; `Int.max` stands for that many and more.
  package var free: Int { subnets.count == .max ? .max : subnets.count - used - heldBack }

  /// How many pods a node can have: the addresses of its subnet without those of network, broadcast and gateway.
  /// `nil` where there are more than any node could use.
  package var addressesOfNode: Int? {
    let bits = subnets.family.bits - subnets.prefix
    guard bits < 32 else { return nil }
    return max(0, (1 << bits) - (subnets.family == .ipv4 ? 3 : 2))
  }
}

extension AddressPlan {
  /// How much of each block is given away.
  func uses(nodes: Int) -> [BlockUse] {
    blocks.indices.map { block in
      let used = (0..<nodes).count { has($0, in: block) }
      // What is held back may overlap, and may be what a node was given all the same: its subnet is stated.
      var held = 0
      var end = -1
      for range in heldBack[block].sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
        held += range.upperBound - max(range.lowerBound, end + 1) + 1
        end = range.upperBound
      }
      return BlockUse(subnets: blocks[block].subnets, used: used, heldBack: held)
    }
  }
}

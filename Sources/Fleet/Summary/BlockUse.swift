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
  func uses() -> [BlockUse] {
    blocks.indices.map { block in
      let used = Self.joined(given(in: block))
      let taken = Self.joined(used + heldBack[block])
      return BlockUse(
        subnets: blocks[block].subnets, used: Self.count(used), heldBack: Self.count(taken) - Self.count(used))
    }
  }

  /// The ranges in order, and each number in one of them alone: subnets of nodes may overlap where something is wrong,
  /// and what is held back may be what a node was given all the same.
  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    // Most fleets were given their subnets in order.
    let isInOrder = zip(ranges, ranges.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
    var joined: [ClosedRange<Int>] = []
    for range in isInOrder ? ranges : ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// How many numbers lie in ranges that do not overlap.
  private static func count(_ ranges: [ClosedRange<Int>]) -> Int {
    ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound + 1) }
  }
}

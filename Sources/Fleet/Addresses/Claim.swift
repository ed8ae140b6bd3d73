package import Diagnostics
package import NetworkTypes

/// A subnet that a node has, and where that is said.
package struct Claim: Sendable {
  /// The node's number.
  package let node: Int
  package let subnet: CIDR
  /// Where it is stated; `nil` for what was allocated in this run.
  package let place: SourceRange?
  package let origin: Origin

  /// Who says it. What stands first goes before the others.
  package enum Origin: UInt8, Sendable, Comparable {
    case stated
    case inventory
    case lock
    case allocated

    package static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  package init(node: Int, subnet: CIDR, place: SourceRange?, origin: Origin) {
    self.node = node
    self.subnet = subnet
    self.place = place
    self.origin = origin
  }
}

/// A range of addresses with something that belongs to it.
struct Spread<Owner> {
  let range: AddressRange
  let owner: Owner
}

/// Finds ranges that share addresses, in O(n log n).
enum Overlaps {
  /// Pairs of ranges that overlap: each range with the one that reaches furthest among those that begin before it. All
  /// ranges that overlap any other are in some pair.
  static func pairs<Owner>(among ranges: [Spread<Owner>]) -> [(Spread<Owner>, Spread<Owner>)] {
    let sorted = sorted(ranges)
    var found: [(Spread<Owner>, Spread<Owner>)] = []
    guard var furthest = sorted.first else { return [] }
    for next in sorted.dropFirst() {
      if furthest.range.overlaps(next.range) { found.append((furthest, next)) }
      if next.range.family != furthest.range.family || next.range.last > furthest.range.last { furthest = next }
    }
    return found
  }

  /// Pairs of a range and one of a few others that it overlaps.
  static func pairs<Owner, Other>(
    of ranges: [Spread<Owner>], with others: [Spread<Other>]
  ) -> [(Spread<Owner>, Spread<Other>)] {
    guard !others.isEmpty else { return [] }
    return ranges.compactMap { range in
      others.first { $0.range.overlaps(range.range) }.map { (range, $0) }
    }
  }

  private static func sorted<Owner>(_ ranges: [Spread<Owner>]) -> [Spread<Owner>] {
    for index in ranges.indices.dropFirst() where ranges[index].range.first < ranges[index - 1].range.first {
      return ranges.sorted { $0.range.first < $1.range.first }
    }
    return ranges
  }
}

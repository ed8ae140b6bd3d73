import NetworkTypes

/// Pairs of nodes of which one tells what changes for all: the two sides' kinds are the same, and so is what their own
/// subnets are to each other.
struct PairClasses {
  private let old: Side
  private let new: Side
  private var numbers: [Key: Int] = [:]
  private(set) var all: [PairClass] = []

  /// Some pairs of nodes.
  struct PairClass {
    /// The first of them.
    let old: Int
    let new: Int
    /// The numbers of all of them on the new side.
    var nodes: [UInt32]
  }

  private struct Key: Hashable {
    let old: UInt32
    let new: UInt32
    /// What every value of the one node is to every value of the other.
    let relations: [UInt8]
  }

  init(_ old: Side, _ new: Side) {
    self.old = old
    self.new = new
  }

  mutating func add(_ before: Int, _ after: Int) {
    let key = Key(
      old: old.kinds[before], new: new.kinds[after], relations: relations(old.values(of: before), new.values(of: after))
    )
    if let number = numbers[key] {
      all[number].nodes.append(UInt32(after))
      return
    }
    numbers[key] = all.count
    all.append(PairClass(old: before, new: after, nodes: [UInt32(after)]))
  }

  private func relations(_ old: ArraySlice<CIDR>, _ new: ArraySlice<CIDR>) -> [UInt8] {
    var relations: [UInt8] = []
    relations.reserveCapacity(old.count * new.count)
    for before in old {
      for after in new { relations.append(relation(before, after)) }
    }
    return relations
  }

  private func relation(_ before: CIDR, _ after: CIDR) -> UInt8 {
    if before == after { return 0 }
    if before.family != after.family { return 4 }
    if before.contains(after) { return 1 }
    return after.contains(before) ? 2 : 3
  }
}

package import Diagnostics
package import NetworkTypes
import ProfileLanguage

/// Which node has which subnet of each block.
package struct AddressPlan: Sendable {
  /// The blocks that nodes get a subnet from, in the order of the fleet.
  package let blocks: [Block]
  /// The number of each node's subnet within each block, by block and node; -1 for none.
  private var numbers: [[Int]]
  /// Nodes whose subnets are stated, and are not one of each of some blocks: the claims that hold all their subnets, in
  /// the order of the numbers of the nodes.
  private var elsewhere: [Elsewhere] = []
  /// All claims that are stated.
  private let stated: [Claim]
  /// Subnets of blocks that nobody can get: those of nodes that left and keep them, and those that meet something
  /// reserved.
  private(set) var heldBack: [[ClosedRange<Int>]]

  /// A block and where it stands.
  package struct Block: Sendable {
    package let subnets: SubnetBlock
    package let place: SourceRange

    package init(_ subnets: SubnetBlock, at place: SourceRange) {
      self.subnets = subnets
      self.place = place
    }
  }

  /// A node and its claims.
  private struct Elsewhere {
    let node: UInt32
    let claims: Range<UInt32>
  }

  /// - Parameter stated: the claims that are stated, in the order of the nodes' numbers.
  init(_ blocks: [Block], nodes: Int, stated: [Claim]) {
    self.blocks = blocks
    self.stated = stated
    numbers = blocks.map { _ in Array(repeating: -1, count: nodes) }
    heldBack = blocks.map { _ in [] }
  }

  /// The subnets of a node, in the order of the blocks.
  package func subnets(of node: Int) -> [CIDR] {
    var subnets: [CIDR] = []
    forEachSubnet(of: node) { subnets.append($0) }
    return subnets
  }

  /// Calls the body with each subnet of a node, in the order of the blocks.
  func forEachSubnet(of node: Int, _ body: (CIDR) -> Void) {
    if let index = elsewhereIndex(of: node) {
      let claims = elsewhere[index].claims
      for claim in stated[Int(claims.lowerBound)..<Int(claims.upperBound)] { body(claim.subnet) }
      return
    }
    for index in blocks.indices {
      let number = numbers[index][node]
      if number >= 0 { body(blocks[index].subnets[number]) }
    }
  }

  /// Whether a node has no subnet at all.
  func hasNone(_ node: Int) -> Bool { mayGive(to: node) && !blocks.indices.contains { has(node, in: $0) } }

  /// From which blocks a node has a subnet, a bit for each; `nil` where its subnets do not come from the blocks, or
  /// there are too many of these.
  func mask(of node: Int) -> UInt64? {
    guard blocks.count <= 64, mayGive(to: node) else { return nil }
    var mask: UInt64 = 0
    for index in blocks.indices where numbers[index][node] >= 0 { mask |= 1 << UInt64(index) }
    return mask
  }

  private func elsewhereIndex(of node: Int) -> Int? {
    var low = 0
    var high = elsewhere.count
    while low < high {
      let middle = (low + high) / 2
      if elsewhere[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < elsewhere.count && elsewhere[low].node == node ? low : nil
  }

  /// Whether a node has a subnet of a block.
  func has(_ node: Int, in block: Int) -> Bool { numbers[block][node] >= 0 }

  /// Whether a node takes subnets of blocks at all; one whose subnets are stated in a way of their own does not.
  func mayGive(to node: Int) -> Bool { elsewhereIndex(of: node) == nil }

  /// Gives a node the subnet of a number.
  mutating func give(_ number: Int, of block: Int, to node: Int) { numbers[block][node] = number }

  /// Takes away what a node has of the blocks.
  mutating func takeBack(from node: Int) {
    for block in numbers.indices { numbers[block][node] = -1 }
  }

  /// Takes down a node whose subnets do not come from the blocks. To be called in the order of the nodes' numbers.
  ///
  /// - Parameter claims: its claims among those that are stated.
  mutating func place(_ node: Int, elsewhere claims: Range<Int>) {
    elsewhere.append(
      Elsewhere(node: UInt32(node), claims: UInt32(claims.lowerBound)..<UInt32(claims.upperBound)))
  }

  /// Keeps subnets of a block from being given away.
  mutating func holdBack(_ range: ClosedRange<Int>, of block: Int) { heldBack[block].append(range) }

  /// The numbers of a block that nodes have, those of subnets of other sizes included.
  func given(in block: Int) -> [ClosedRange<Int>] {
    var given = numbers[block].filter { $0 >= 0 }.map { $0...$0 }
    for entry in elsewhere {
      given += stated[Int(entry.claims.lowerBound)..<Int(entry.claims.upperBound)]
        .compactMap { blocks[block].subnets.numbers(touchedBy: $0.subnet.range) }
    }
    return given
  }

  /// The numbers of a block that are given away or held back.
  func taken(in block: Int) -> [ClosedRange<Int>] {
    heldBack[block] + numbers[block].filter { $0 >= 0 }.map { $0...$0 }
  }
}

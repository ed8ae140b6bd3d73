import NetworkTypes
import ProfileLanguage
import Syntax

/// Sorts the nodes of a fleet into classes.
struct NodeClasses {
  private let fleet: OpenFleet
  /// Whether files hold more of a node than its subnets; then no node is like another.
  private let namesNodes: Bool
  private var classes: [NodeClass] = []
  private var numbers: [NodeClass.Key: Int] = [:]
  /// The class of the last node, which most often is that of the next one.
  private var last: (pools: [Int], own: String, mask: UInt64, number: Int)?
  /// By class, whether all subnets of all blocks are plain for it; known with its form.
  private var isPlain: [Bool] = []

  init(_ fleet: OpenFleet) {
    self.fleet = fleet
    namesNodes = fleet.namesNodes
  }

  subscript(number: Int) -> NodeClass { classes[number] }

  /// The number of a node's class; `nil` for a node that is like no other.
  mutating func number(of node: Int) -> Int? {
    guard !namesNodes, let own = own(of: node) else { return nil }
    let pools = fleet.poolIndices(of: node)
    let mask = fleet.plan.mask(of: node)
    if let last, last.mask == mask, last.pools == pools, last.own == own { return last.number }
    let subnets = fleet.plan.subnets(of: node)
    guard !subnets.isEmpty else { return nil }
    let key = NodeClass.Key(
      pools: pools, own: own, shapes: subnets.map { NodeClass.Shape(family: $0.family, prefix: $0.prefix) })
    let number = numbers[key] ?? add(key)
    last = mask.map { (pools, own, $0, number) }
    return number
  }

  /// What a node lays over the profile itself, and the releases that it reports, as text; `nil` where that holds more of
  /// the node.
  private func own(of node: Int) -> String? {
    guard let detail = fleet.nodes.detail(of: node) else { return "" }
    let members = detail.overlay.members + (detail.reported?.members ?? [])
    guard let first = members.first else { return "" }
    guard members.allSatisfy({ !ProfileTree.namesNodes($0.value) }) else { return nil }
    // What is wrong with a release is told at its inventory.
    let inventory = detail.reported?.members.first.map { "\($0.keyRange) " } ?? ""
    return inventory + Node(.mapping(members), at: first.keyRange).flowText
  }

  /// The form of a node of a class, where it is known and the node's subnets are plain.
  func form(of node: Int, in number: Int) -> Int? {
    guard let form = classes[number].form else { return nil }
    if isPlain[number], fleet.plan.mask(of: node) != nil { return form }
    return fleet.plan.subnets(of: node).allSatisfy(classes[number].isPlain) ? form : nil
  }

  /// Learns from a node of a class, and tells the form of all its nodes where this node shows it.
  mutating func learn(_ sample: NodeClass.Sample, in number: Int) -> (number: Int, form: NodeForm)? {
    let learnt = classes[number].learn(sample)
    if learnt != nil {
      isPlain[number] = fleet.plan.blocks.allSatisfy { classes[number].isPlain($0.subnets.network) }
    }
    return learnt
  }

  private mutating func add(_ key: NodeClass.Key) -> Int {
    classes.append(NodeClass())
    isPlain.append(false)
    numbers[key] = classes.count - 1
    return classes.count - 1
  }
}

package import Diagnostics
import NetworkTypes
package import ProfileLanguage

/// One side of a comparison: nodes, and what each of them has. Nodes that differ in their subnets alone are of one kind,
/// so that very many of them can be compared by a few.
package struct Side: Sendable {
  /// What the user calls it.
  package let title: String
  /// What it was made from.
  package let origin: Origin
  /// The names of the nodes, in the order of the side; a single empty one for files that belong to no node in
  /// particular. Where a node has several targets it stands here once for each: `edge-1/old`.
  package let names: [String]
  /// By node, the number of its kind.
  let kinds: [UInt32]
  /// By node, where its values begin among all; one more than there are nodes.
  private let ends: [UInt32]
  private let values: [CIDR]
  private let source: any NodeStateSource

  /// What a side was made from.
  package enum Origin: String, Sendable {
    case profile
    case fleet
    /// A folder or a tar that a build has made.
    case build
    /// A folder of networks as it lies on a node.
    case folder
    /// A single conflist or configuration.
    case network
  }

  init(_ title: String, _ origin: Origin, _ nodes: SideNodes, from source: any NodeStateSource) {
    self.title = title
    self.origin = origin
    names = nodes.names
    kinds = nodes.kinds
    ends = nodes.ends
    values = nodes.values
    self.source = source
  }

  /// The side with some of its nodes alone, where it has several; `nil` where it has none of these.
  package func only(_ wanted: [String]) -> Side? {
    guard !wanted.isEmpty, !isSingle else { return self }
    let chosen = names.indices.filter { wanted.contains(names[$0]) }
    guard !chosen.isEmpty else { return nil }
    var nodes = SideNodes()
    for node in chosen { nodes.add(names[node], kind: Int(kinds[node]), values: values(of: node)) }
    return Side(title, origin, nodes, from: ChosenStates(source: source, nodes: chosen))
  }

  package var count: Int { names.count }

  /// Whether it is one node, or files without any.
  package var isSingle: Bool { count == 1 }

  /// What nodes of one kind differ in: a node's own subnets, and what else changes from node to node in its files.
  func values(of node: Int) -> ArraySlice<CIDR> { values[Int(ends[node])..<Int(ends[node + 1])] }

  /// What a node has; `nil` where that cannot be said, which is in the bag.
  package func state(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState? {
    source.state(of: node, from: &documents, into: &bag)
  }

  /// The pools that a node is in, and its labels; both empty where the side does not tell.
  package func membership(of node: Int) -> NodeMembership { source.membership(of: node) }

  /// The names of all pools, in the order of the fleet; empty where the side does not tell.
  package var pools: [String] { source.pools }
}

/// Where the states of a side's nodes come from.
protocol NodeStateSource: Sendable {
  func state(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState?

  func membership(of node: Int) -> NodeMembership

  var pools: [String] { get }
}

/// Some nodes of a source.
private struct ChosenStates: NodeStateSource {
  let source: any NodeStateSource
  let nodes: [Int]

  func state(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState? { source.state(of: nodes[node], from: &documents, into: &bag) }

  func membership(of node: Int) -> NodeMembership { source.membership(of: nodes[node]) }

  var pools: [String] { source.pools }
}

extension NodeStateSource {
  func membership(of node: Int) -> NodeMembership { NodeMembership() }

  var pools: [String] { [] }
}

/// The pools of a node and its labels.
package struct NodeMembership: Sendable {
  /// The names of the pools, in the order of the fleet.
  package let pools: [String]
  package let labels: [(key: String, value: String)]

  package init(pools: [String] = [], labels: [(key: String, value: String)] = []) {
    self.pools = pools
    self.labels = labels
  }

  /// The value of a label.
  package func label(_ key: String) -> String? { labels.first { $0.key == key }?.value }
}

/// The nodes of a side while they are put together.
struct SideNodes {
  private(set) var names: [String] = []
  private(set) var kinds: [UInt32] = []
  private(set) var values: [CIDR] = []
  private(set) var ends: [UInt32] = [0]

  /// Adds a node.
  ///
  /// - Parameters:
  ///   - kind: the number of its kind.
  ///   - values: what it has of its own.
  mutating func add(_ name: String, kind: Int, values own: some Sequence<CIDR> = EmptyCollection()) {
    names.append(name)
    kinds.append(UInt32(kind))
    values.append(contentsOf: own)
    ends.append(UInt32(values.count))
  }
}

import CNIModel
package import Diagnostics
package import NetworkTypes
package import ProfileLanguage
package import Syntax

/// Everything that is known of a fleet, for those who show it: its nodes, their subnets, pools and targets, and how far
/// its blocks are used. What is wrong with the fleet does not keep it from being shown: that is when people look at it.
package struct FleetSurvey: Sendable {
  let fleet: OpenFleet
  private let overrides: TargetOverrides
  /// What the nodes' files look like; empty where faults keep the fleet from being compiled.
  package let forms: [NodeForm]
  private let formOfNode: [UInt32]
  /// How much of each block is given away.
  package let blockUses: [BlockUse]
  /// The numbers of the nodes in the natural order of their names.
  package let inNaturalOrder: [Int]

  /// Surveys a fleet; `nil` where it could not be read far enough to know its nodes. What is wrong is in the bag.
  ///
  /// - Parameters:
  ///   - file: the fleet's document.
  ///   - overrides: releases from the command line; they stand above those of profile and pools.
  ///   - documents: opens the profile, the inventories and the lock.
  package static func take(
    _ tree: Node, of file: OpenDocument, overrides: TargetOverrides, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> FleetSurvey? {
    var found = DiagnosticBag()
    defer { bag.add(found) }
    guard let fleet = OpenFleet.open(tree, of: file, readsInput: true, from: &documents, into: &found) else {
      return nil
    }
    var assembly = FleetAssembly(fleet, overrides: overrides)
    if !found.hasErrors {
      for node in 0..<fleet.nodes.names.count { assembly.add(node, from: &documents) }
      found.add(assembly.findings)
    }
    return FleetSurvey(fleet, assembly, overrides)
  }

  private init(_ fleet: OpenFleet, _ assembly: FleetAssembly, _ overrides: TargetOverrides) {
    self.fleet = fleet
    self.overrides = overrides
    forms = assembly.forms
    formOfNode = assembly.formOfNode
    blockUses = fleet.plan.uses()
    inNaturalOrder = fleet.nodes.names.inNaturalOrder
  }

  package var name: String { fleet.fleet.name?.value ?? "" }

  /// How many nodes there are. They are numbered in the order of the document.
  package var count: Int { fleet.nodes.names.count }

  /// The blocks that nodes have subnets of, with their places.
  package var blocks: [AddressPlan.Block] { fleet.plan.blocks }

  /// Networks that no pod subnet may meet, by what they are for.
  package var reserved: [FleetSpec.Reserved] { fleet.fleet.reserved }

  /// The pools in the order of the document.
  package var pools: [FleetSpec.Pool] { fleet.fleet.pools }

  /// The name of a node.
  package func name(of node: Int) -> String { fleet.nodes.names.text(node) }

  /// The bytes of a node's name.
  package func nameBytes(of node: Int) -> ArraySlice<UInt8> { fleet.nodes.names[node] }

  /// Where a node comes from.
  package func place(of node: Int) -> SourceRange? { fleet.nodes.place(node) }

  /// The number of a node's form; `nil` where the fleet could not be compiled.
  package func form(of node: Int) -> Int? { node < formOfNode.count ? Int(formOfNode[node]) : nil }

  /// The numbers of the pools that a node is in, in their order.
  package func pools(of node: Int) -> [Int] { fleet.poolIndices(of: node) }

  /// A node's labels.
  package func labels(of node: Int) -> [(key: String, value: String)] {
    fleet.nodes.list.labels.of(node).map { ($0.key, $0.value) }
  }

  /// A node's subnets, in the order of the blocks.
  package func subnets(of node: Int) -> [CIDR] { fleet.plan.subnets(of: node) }

  /// What belongs into the holes of a node's files.
  package func values(of node: Int) -> NodeValues {
    var values = NodeValues()
    fleet.plan.forEachSubnet(of: node) { subnet in values.add { subnet.append(to: &$0) } }
    return values
  }

  /// The number of the node of a name, or of the one whose subnets hold an address or a whole subnet; `nil`, and a
  /// finding, where there is none.
  package func node(named name: String, into bag: inout DiagnosticBag) -> Int? {
    var missing = DiagnosticBag()
    if let node = NodeSelection(names: [name]).numbers(in: fleet, into: &missing)?.first { return node }
    let network = CIDR(name) ?? IPAddress(name).flatMap { CIDR($0, prefix: $0.family.bits) }
    guard let network else {
      bag.add(missing)
      return nil
    }
    if let node = (0..<count).first(where: { subnets(of: $0).contains { $0.contains(network) } }) { return node }
    let block = blocks.first { $0.subnets.network.contains(network) }
    bag.error(
      "unknown-node", "no node has \(name)", at: block?.place ?? fleet.fleet.nodesPlace,
      help: block.map { "it lies in the block \($0.subnets), which has not given it away" } ?? "it lies in no block")
    return nil
  }

  /// The profile of a node, with what pools and node lay over it; what is wrong with it has been told.
  package func profile(of node: Int, from documents: inout some DocumentSource) -> Profile? {
    var told = DiagnosticBag()
    return NodeCompiler(fleet, overrides: overrides)
      .profile(fleet.tree(for: node), for: node, from: &documents, into: &told)
  }
}

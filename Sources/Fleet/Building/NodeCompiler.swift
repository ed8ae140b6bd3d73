import CNIModel
import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax

/// Compiles the profile of a fleet for one of its nodes.
struct NodeCompiler {
  let fleet: OpenFleet
  let overrides: TargetOverrides
  private let text: ProfileText

  init(_ fleet: OpenFleet, overrides: TargetOverrides) {
    self.fleet = fleet
    self.overrides = overrides
    text = ProfileText(fleet.profile.file)
  }

  /// Compiles a tree, which is the profile's with what pools and node lay over it.
  func compile(
    _ tree: LayeredTree, for node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> [CompiledTarget] {
    let read = profile(tree, for: node, from: &documents, into: &bag)
    return read.map { Compiler.compile($0, overrides: overrides, into: &bag) } ?? []
  }

  /// Reads such a tree.
  func profile(
    _ tree: LayeredTree, for node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> Profile? {
    let subnets = subnets(of: node)
    var tree = tree
    tree.subnets = subnets
    return ProfileReader.read(tree, of: text, scope: scope(of: node, subnets), from: &documents, into: &bag)
  }

  /// A node's subnets, each at the place where it was stated, else at that of its block.
  private func subnets(of node: Int) -> [Located<CIDR>] {
    let place = fleet.nodes.place(node) ?? fleet.fleet.nodesPlace
    let claims = fleet.nodes.claims(of: node)
    return fleet.plan.subnets(of: node).map { subnet in
      let stated = claims.first { $0.subnet == subnet }?.place
      let block = fleet.plan.blocks.first { $0.subnets.network.contains(subnet) }
      return Located(subnet, at: stated ?? block?.place ?? place)
    }
  }

  /// What the names of a node stand for.
  private func scope(of node: Int, _ subnets: [Located<CIDR>]) -> Scope {
    let place = fleet.nodes.place(node) ?? fleet.fleet.nodesPlace
    let name = fleet.nodes.names.text(node)
    let text = { (text: String) in Scope.Meaning.value(Node(.scalar(Node.Scalar(text, isPlain: false)), at: place)) }
    let subnet = { (family: IPAddress.Family) in
      subnets.first { $0.value.family == family }.map { text($0.value.description) } ?? .absent
    }
    var entries = [
      Scope.Entry("node.name", at: nil, text(name)),
      Scope.Entry("node.index", at: nil, .value(Node(.scalar(Node.Scalar("\(node)", isPlain: true)), at: place))),
      Scope.Entry("node.pool", at: nil, text(fleet.pools(of: node).last?.name?.value ?? "default")),
      Scope.Entry("node.subnets", at: nil, .value(ProfileTree.list(subnets, at: place))),
      Scope.Entry("node.ipv4", at: nil, subnet(.ipv4)), Scope.Entry("node.ipv6", at: nil, subnet(.ipv6)),
    ]
    for label in fleet.nodes.detail(of: node)?.labels ?? [] {
      entries.append(Scope.Entry("node.labels.\(label.key)", at: nil, text(label.value)))
    }
    return Scope(
      entries, owner: "the node \(name)",
      advice: "names are node.name, node.index, node.pool, node.subnets, node.ipv4, node.ipv6 and node.labels.KEY")
  }
}

import CNIModel
import ProfileLanguage
import Syntax

/// What stands over the profile for a node.
extension OpenFleet {
  /// The pools that a node is in, in the order of the document.
  func pools(of node: Int) -> [FleetSpec.Pool] { poolIndices(of: node).map { fleet.pools[$0] } }

  /// The places of these pools among those of the fleet.
  func poolIndices(of node: Int) -> [Int] {
    fleet.pools.indices.filter { index in
      let pool = fleet.pools[index]
      if let name = pool.name?.value, nodes.names(pool: name, for: node) { return true }
      guard let match = pool.match else { return false }
      return match.takes(name: nodes.names[node]) { nodes.label($0, of: node) }
    }
  }

  /// Whether anything in profile or pools stands for more of a node than its subnets.
  var namesNodes: Bool {
    ProfileTree.namesNodes(profile.tree)
      || fleet.pools.contains { pool in pool.overlay.members.contains { ProfileTree.namesNodes($0.value) } }
  }

  /// The profile's tree with the releases that the node reports, its pools in their order, and its own overlay.
  func tree(for node: Int) -> LayeredTree {
    let detail = nodes.detail(of: node)
    var overlays = pools(of: node).map(\.overlay)
    if let own = detail?.overlay { overlays.append(own) }
    if let reported = detail?.reported,
      let target = ReportedTarget.overlay(reported, beside: overlays, over: profile.tree)
    {
      overlays.append(target)
    }
    return LayeredTree(profile.tree, overlays: overlays.filter { !$0.members.isEmpty })
  }
}

import CNIModel
import ProfileLanguage
import Syntax

/// What stands over the profile for a node.
extension OpenFleet {
  /// The pools that a node is in, in the order of the document.
  func pools(of node: Int) -> [FleetSpec.Pool] {
    let detail = nodes.detail(of: node)
    return fleet.pools.filter { pool in
      if let name = pool.name?.value, detail?.pools.contains(where: { $0.value == name }) ?? false { return true }
      guard let match = pool.match else { return false }
      return match.takes(name: nodes.names[node]) { key in detail?.labels.first { $0.key == key }?.value }
    }
  }

  /// The profile's tree with the releases that the node reports, its pools in their order, and its own overlay.
  func tree(for node: Int) -> Node {
    let detail = nodes.detail(of: node)
    var overlays = pools(of: node).map(\.overlay)
    if let own = detail?.overlay { overlays.append(own) }
    // What a node reports counts where nobody states a target.
    let isStated = profile.tree["target"] != nil || overlays.contains { $0.target != nil }
    if let reported = detail?.reported, !isStated { overlays.insert(reported, at: 0) }
    return overlays.reduce(profile.tree) { tree, overlay in
      var overlay = overlay
      // Values are for a template's parameters.
      if tree["template"] == nil { overlay.members.removeAll { $0.key == "with" } }
      return overlay.members.isEmpty ? tree : ProfileTree.laying(overlay, over: tree)
    }
  }
}

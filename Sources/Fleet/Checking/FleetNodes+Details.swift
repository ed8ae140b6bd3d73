import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// What is known of a node beside its name and its subnets.
extension FleetNodes {
  /// What is known of a node.
  struct Detail {
    let labels: [Label]
    let pools: [Located<String>]
    /// What the node itself lays over the profile.
    let overlay: FleetSpec.Overlay
    /// The releases that the node reports, as a target; `nil` where it reports none.
    let reported: FleetSpec.Overlay?
  }

  /// A label of a node.
  struct Label {
    let key: String
    let value: String
  }

  /// What is known of a node beside its name and its subnets; `nil` where that is nothing.
  func detail(of node: Int) -> Detail? {
    let overlay = overlay(of: node)
    guard overlay != nil || list.labels.has(node) || list.pools.has(node) || list.releases.has(node) else { return nil }
    return Detail(
      labels: list.labels.of(node).map { Label(key: $0.key, value: $0.value) },
      pools: list.pools.of(node).map { Located($0.key, at: $0.place) }, overlay: overlay ?? FleetSpec.Overlay(),
      reported: reported(by: node))
  }

  private func overlay(of node: Int) -> FleetSpec.Overlay? {
    let index = overlays.partition(below: node)
    if index < overlays.count, overlays[index].node == node { return overlays[index].overlay }
    let parameters = list.parameters.of(node)
    guard !parameters.isEmpty else { return nil }
    let values = parameters.map { name, value, place in
      // A table has no types: the parameter's own says what the text is.
      Node.Member(key: name, keyRange: place, value: Node(.scalar(Node.Scalar(value, isPlain: true)), at: place))
    }
    let place = list.place(node)
    var overlay = FleetSpec.Overlay()
    overlay.members = [Node.Member(key: "with", keyRange: place, value: Node(.mapping(values), at: place))]
    return overlay
  }

  /// The releases that a node reports, as a target. What is wrong with a release concerns all nodes that have it, and is
  /// told where the fleet names the inventory.
  private func reported(by node: Int) -> FleetSpec.Overlay? {
    let releases = list.releases.of(node)
    guard !releases.isEmpty, let place = inventories.first(where: { $0.nodes.contains(node) })?.place else {
      return nil
    }
    let stated = releases.map { key, value, _ in
      Node.Member(key: key, keyRange: place, value: Node(.scalar(Node.Scalar(value, isPlain: true)), at: place))
    }
    var overlay = FleetSpec.Overlay()
    overlay.members = [Node.Member(key: "target", keyRange: place, value: Node(.mapping(stated), at: place))]
    return overlay
  }
}

extension [FleetSpec.NodeOverlay] {
  /// The place of the first overlay of a node that is not below a number.
  fileprivate func partition(below node: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

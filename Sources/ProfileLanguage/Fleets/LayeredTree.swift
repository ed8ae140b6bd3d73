package import CNIModel
import Diagnostics
package import NetworkTypes
package import Syntax

/// The tree of a profile with what a fleet puts over it for a node: the overlays of its pools and its own, one after the
/// other, and its subnets. A template comes below all of them, so an overlay can take away what the template brings.
package struct LayeredTree: Sendable {
  /// The profile as it stands in its document.
  package let profile: Node
  /// What is laid over it; later ones win.
  package var overlays: [FleetSpec.Overlay]
  /// What takes the place of the network's `ranges`, unless the profile says itself where it belongs.
  package var subnets: [Located<CIDR>] = []

  package init(_ profile: Node, overlays: [FleetSpec.Overlay] = []) {
    self.profile = profile
    self.overlays = overlays
  }

  /// The same with names replaced in all layers.
  func filled(_ scope: Scope, inProfile: Bool, _ bag: inout DiagnosticBag) -> LayeredTree {
    var substitution = Substitution(scope)
    var filled = LayeredTree(inProfile ? substitution.apply(to: profile) ?? profile : profile)
    filled.subnets = placesSubnets ? [] : subnets
    filled.overlays = overlays.map { overlay in
      var overlay = overlay
      overlay.members = substitution.apply(to: overlay.members)
      return overlay
    }
    bag.add(substitution.bag)
    return filled
  }

  /// Whether the profile, or what is laid over it, says itself where a node's subnets belong.
  private var placesSubnets: Bool {
    guard !subnets.isEmpty else { return false }
    return ProfileTree.placesSubnets(overlays.reduce(profile) { ProfileTree.laying($1, over: $0) })
  }

  /// The values that all layers give to a template.
  var values: Node.Member? {
    var values = profile.mapping?.first { $0.key == "with" }
    for given in overlays.compactMap(\.values) {
      values = DeepMerge.merge([given], over: values.map { [$0] } ?? []).first
    }
    return values
  }

  /// The overlays and subnets over a tree into which the template was put.
  func laid(over expanded: Node) -> Node {
    withSubnets(overlays.reduce(expanded) { ProfileTree.laying($1.withoutValues, over: $0) })
  }

  /// The overlays and subnets over a profile without a template, whose network takes the values.
  func laidOverProfile(_ bag: inout DiagnosticBag) -> Node {
    var tree = profile
    for overlay in overlays {
      let whole = ProfileTree.laying(overlay.withoutValues, over: tree)
      guard let values = overlay.values, let network = InterfaceValues.network(values, for: whole, &bag) else {
        tree = whole
        continue
      }
      // What the overlay itself says of the network goes before its values, as it does with a template.
      var placed = FleetSpec.Overlay()
      placed.members = [network]
      tree = ProfileTree.laying(overlay.withoutValues, over: ProfileTree.laying(placed, over: tree))
    }
    if !subnets.isEmpty, let ranges = tree["network"]?["addresses"]?["ranges"] { Self.check(ranges, &bag) }
    return withSubnets(tree)
  }

  /// Ranges that are replaced still have to be some.
  private static func check(_ ranges: Node, _ bag: inout DiagnosticBag) {
    guard !Ranges.areAssigned(ranges, &bag) else { return }
    _ = Ranges.read(Node.Member(key: "ranges", keyRange: ranges.range, value: ranges), &bag)
    for entry in (ranges.sequence ?? []).flatMap({ $0.sequence ?? [$0] })
    where entry.mapping != nil && entry["subnet"] == nil {
      bag.error(
        "required-key-missing", "this range has no subnet", at: entry.range,
        help: "write one, or leave the entry out: the node's subnets take the place of all ranges")
    }
  }

  private func withSubnets(_ tree: Node) -> Node {
    subnets.isEmpty ? tree : ProfileTree.replacingRanges(in: tree, with: subnets)
  }
}

extension FleetSpec.Overlay {
  /// The member `with`.
  fileprivate var values: Node.Member? { members.first { $0.key == "with" } }

  fileprivate var withoutValues: FleetSpec.Overlay {
    guard values != nil else { return self }
    var rest = self
    rest.members.removeAll { $0.key == "with" }
    return rest
  }
}

package import CNIModel
package import Diagnostics
package import NetworkTypes
package import Syntax

/// The tree of a fleet's profile, before it is read: what pools and nodes lay over it, and the subnets that it gets.
package enum ProfileTree {
  /// The document of a profile that stands in the fleet itself: its sections with the head that every document has, and
  /// the fleet's name where it has none.
  package static func document(_ body: Node, named name: Located<String>?) -> Node {
    let members = body.mapping ?? []
    let place = members.first?.keyRange ?? body.range
    var head = [
      member("apiVersion", DocumentHeader.apiVersion, at: place), member("kind", "Profile", at: place),
    ]
    if let name { head.append(member("name", name.value, at: name.range)) }
    let missing = head.filter { member in !members.contains { $0.key == member.key } }
    return Node(.mapping(missing + members), at: body.range)
  }

  /// The tree with an overlay: its target takes the place of the profile's, the rest is merged.
  package static func laying(_ overlay: FleetSpec.Overlay, over tree: Node) -> Node {
    guard let members = tree.mapping else { return tree }
    let targets = ["target", "targets"]
    let hasTarget = overlay.members.contains { $0.key == "target" }
    let kept = hasTarget ? members.filter { !targets.contains($0.key) } : members
    return Node(
      .mapping(DeepMerge.merge(DeepMerge.dropping(overlay.members, over: kept), over: kept)), at: tree.range)
  }

  /// Whether the profile says itself where a node's subnets belong.
  package static func placesSubnets(_ node: Node) -> Bool { uses(node) { subnetNames.contains($0) } }

  /// Whether anything stands for more of a node than its subnets: its name, its labels.
  package static func namesNodes(_ node: Node) -> Bool { uses(node) { !subnetNames.contains($0) } }

  private static let subnetNames = ["node.subnets", "node.ipv4", "node.ipv6"]

  /// Whether a name stands anywhere in a tree.
  private static func uses(_ node: Node, where isWanted: (String) -> Bool) -> Bool {
    switch node.content {
    case .scalar(let scalar):
      guard Placeholder.occurs(in: scalar.text.utf8), let parts = try? Placeholder.parts(of: scalar.text) else {
        return false
      }
      return parts.contains { part in if case .name(let name) = part { isWanted(name) } else { false } }
    case .sequence(let nodes): return nodes.contains { uses($0, where: isWanted) }
    case .mapping(let members): return members.contains { uses($0.value, where: isWanted) }
    }
  }

  /// The tree with subnets in the place of the network's `ranges`; as it is where it has no such place.
  package static func replacingRanges(in tree: Node, with subnets: [Located<CIDR>]) -> Node {
    replacing("network", in: tree) { network in
      replacing("addresses", in: network) { addresses in
        replacing("ranges", in: addresses) { _ in list(subnets, at: addresses.range) }
      }
    }
  }

  /// Subnets as a list of the language.
  package static func list(_ subnets: [Located<CIDR>], at place: SourceRange) -> Node {
    let entries = subnets.map { Node(.scalar(Node.Scalar($0.value.description, isPlain: false)), at: $0.range) }
    return Node(.sequence(entries), at: subnets.first?.range ?? place)
  }

  private static func replacing(_ key: String, in node: Node, _ change: (Node) -> Node) -> Node {
    guard let members = node.mapping else { return node }
    let changed = members.map { member in
      member.key == key ? Node.Member(key: key, keyRange: member.keyRange, value: change(member.value)) : member
    }
    return Node(.mapping(changed), at: node.range)
  }

  private static func member(_ key: String, _ text: String, at place: SourceRange) -> Node.Member {
    Node.Member(key: key, keyRange: place, value: Node(.scalar(Node.Scalar(text, isPlain: false)), at: place))
  }
}

import NetworkTypes

/// What nodes that come, go, or take over another node's subnet mean.
enum SideChanges {
  static let kinds = [
    ChangeKind(
      "node-added", "a node is new", "It has no pods yet; its files are there before its first one.", .node { _ in [] }),
    ChangeKind(
      "node-removed", "a node is gone",
      "Its files are no longer made. What lies on the machine stays, and its pods run on until it is drained.",
      .node { _ in [] }),
    ChangeKind(
      "subnet-handed-over", "a node gets the subnet that another one had",
      """
      As long as pods of the one before run, both give the same addresses to pods, and the network sends what is for \
      one to the other.
      """, .node { _ in [] }),
  ]

  /// How many nodes are named where there are many.
  private static let namesShown = 3

  static func changes(_ old: Side, _ new: Side, _ match: NodeMatch) -> [NodeChange] {
    var changes: [NodeChange] = []
    if let change = handedOver(old, new, match) { changes.append(change) }
    if !match.added.isEmpty {
      changes.append(
        change(
          "node-added", .none, "nodes", new: names(match.added.map { new.names[$0] }),
          "they have no pods yet; write their files before their first ones"))
    }
    if !match.removed.isEmpty {
      changes.append(
        change(
          "node-removed", .none, "nodes", old: names(match.removed.map { old.names[$0] }),
          "their files are no longer made; what lies on the machines stays",
          help: "drain them before anybody else gets their subnets"))
    }
    return changes
  }

  /// Names one after the other, of many the first.
  private static func names(_ names: [String]) -> String {
    let rest = names.count - namesShown
    return names.prefix(namesShown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Nodes whose new subnet is one that another node had.
  private static func handedOver(_ old: Side, _ new: Side, _ match: NodeMatch) -> NodeChange? {
    guard old.origin == .fleet, new.origin == .fleet else { return nil }
    var before = [Int?](repeating: nil, count: new.count)
    for pair in match.pairs { before[pair.new] = pair.old }
    // Most often nobody has another subnet than before.
    let moved = new.names.indices.filter { node in
      before[node].map { !old.values(of: $0).elementsEqual(new.values(of: node)) } ?? true
    }
    guard !moved.isEmpty else { return nil }
    var owners: [CIDR: Int] = [:]
    for node in old.names.indices {
      for value in old.values(of: node) { owners[value.network] = node }
    }
    var found: [(node: String, owner: String, subnet: CIDR)] = []
    for node in moved {
      for value in new.values(of: node) {
        guard let owner = owners[value.network], old.names[owner] != new.names[node] else { continue }
        // Targets of one node have its subnets in common.
        if before[node].map({ old.values(of: $0).contains(value) }) ?? false { continue }
        found.append((new.names[node], old.names[owner], value))
      }
    }
    guard let first = found.first else { return nil }
    return change(
      "subnet-handed-over", .duplicateAddresses, "nodes.subnet", old: "\(first.subnet) of \(first.owner)",
      new: "\(first.subnet) of \(first.node)",
      """
      \(found.count == 1 ? "a node gets a subnet" : "\(found.count) nodes get subnets") that another one had; as long as \
      pods of the one before run, both give away the same addresses
      """,
      help: """
        drain \(first.owner)\(found.count > 1 ? " and the other owners" : "") first; a lock keeps subnets where they are
        """)
  }

  private static func change(
    _ kind: String, _ effect: Effect, _ path: String, old: String? = nil, new: String? = nil, _ reason: String,
    help: String? = nil
  ) -> NodeChange {
    NodeChange(
      kind: kind, effect: effect, network: nil, path: path, word: nil, old: old, new: new, oldPlace: nil, newPlace: nil,
      reason: reason, help: help)
  }
}

import Syntax

/// Lays one tree over another: mappings are merged key by key, everything else is replaced, and `null` removes.
enum DeepMerge {
  /// The merged node. Where both have a key its place is that of the upper one, which is nearer to the user.
  static func merge(_ upper: Node, over lower: Node) -> Node {
    guard let above = upper.mapping, let below = lower.mapping else { return upper }
    return Node(.mapping(merge(above, over: below)), at: upper.range)
  }

  /// Sections of a profile without each `null` that finds nothing to remove below: somebody who takes a key away, in
  /// case that it is there, has what he wants. A `null` behind a key that nobody knows stays, and is told as such.
  static func dropping(_ upper: [Node.Member], over lower: [Node.Member]) -> [Node.Member] {
    dropping(upper, over: lower, under: [])
  }

  private static func dropping(
    _ upper: [Node.Member], over lower: [Node.Member], under path: [String]
  ) -> [Node.Member] {
    var kept: [Node.Member] = []
    for member in upper {
      let below = lower.first { $0.key == member.key }
      if let members = member.value.mapping {
        let inner = dropping(members, over: below?.value.mapping ?? [], under: path + [member.key])
        kept.append(
          Node.Member(
            key: member.key, keyRange: member.keyRange, value: Node(.mapping(inner), at: member.value.range)))
      } else if below != nil || !member.value.isNull || path.isEmpty
        || !Shape.section(Sections.profile).knows((path + [member.key])[...])
      {
        kept.append(member)
      }
    }
    return kept
  }

  /// The merged members: those of the lower mapping in their order, then what the upper one adds.
  static func merge(_ upper: [Node.Member], over lower: [Node.Member]) -> [Node.Member] {
    var members: [Node.Member] = []
    for member in lower {
      guard let over = upper.first(where: { $0.key == member.key }) else {
        members.append(member)
        continue
      }
      guard !over.value.isNull else { continue }
      members.append(
        Node.Member(key: over.key, keyRange: over.keyRange, value: merge(over.value, over: member.value)))
    }
    for member in upper where !lower.contains(where: { $0.key == member.key }) { members.append(member) }
    return members
  }
}

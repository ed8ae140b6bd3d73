/// Finds a key that an object has already. Small objects are searched, large ones indexed, so that an object of
/// 100,000 keys stays linear.
struct KeyIndex {
  private var firsts: [Spelling: Int] = [:]

  private static let searchedUpTo = 16

  /// A key by its bytes. Swift calls two strings equal that differ in bytes when they show the same characters; to
  /// JSON they are two keys.
  private struct Spelling: Hashable {
    let text: String

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
  }

  /// The first of the members that has the key of a new one; the caller then appends the new one to them.
  mutating func firstMember(like new: Node.Member, in members: [Node.Member]) -> Node.Member? {
    let wanted = Spelling(text: new.key)
    if members.count < Self.searchedUpTo {
      for index in members.indices where Spelling(text: members[index].key) == wanted { return members[index] }
      return nil
    }
    if members.count == Self.searchedUpTo {
      for (position, member) in members.enumerated() { note(Spelling(text: member.key), at: position) }
    }
    guard let first = firsts[wanted] else {
      firsts[wanted] = members.count
      return nil
    }
    return members[first]
  }

  private mutating func note(_ key: Spelling, at position: Int) {
    if firsts[key] == nil { firsts[key] = position }
  }
}

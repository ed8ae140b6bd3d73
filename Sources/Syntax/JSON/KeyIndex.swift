/// Finds a key that an object has already. Small objects are searched, large ones indexed, so that an object of
/// 100,000 keys stays linear.
struct KeyIndex {
  /// Where the members of the object begin on the pile.
  private let bottom: Int
  private var firsts: [Spelling: Int] = [:]

  private static let searchedUpTo = 16

  init(bottom: Int) {
    self.bottom = bottom
  }

  /// A key by its bytes. Swift calls two strings equal that differ in bytes when they show the same characters; to
  /// JSON they are two keys.
  private struct Spelling: Hashable {
    let text: String

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
  }

  /// The first of the members that has the key of a new one; the caller then puts the new one on top of them.
  mutating func firstMember(like new: Node.Member, in members: Pile<Node.Member>) -> Node.Member? {
    let wanted = Spelling(text: new.key)
    let count = members.count - bottom
    if count < Self.searchedUpTo {
      for index in bottom..<members.count where Spelling(text: members[index].key) == wanted { return members[index] }
      return nil
    }
    if count == Self.searchedUpTo {
      for index in bottom..<members.count { note(Spelling(text: members[index].key), at: index) }
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

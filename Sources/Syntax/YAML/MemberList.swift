import Diagnostics

/// The members of a mapping while it is read: in order, each key once. Small mappings are searched, large ones
/// indexed, so that a list of 100,000 keys stays linear.
struct MemberList {
  private(set) var members: [Node.Member] = []
  private var index: [String: Int] = [:]

  private static let searchedUpTo = 16

  /// Adds a member. Where its key is there already, adds nothing and returns the place of the first one.
  mutating func add(_ member: Node.Member) -> SourceRange? {
    if let known = position(of: member.key) { return members[known].keyRange }
    members.append(member)
    if members.count == Self.searchedUpTo + 1 {
      for (position, member) in members.enumerated() { index[member.key] = position }
    } else if members.count > Self.searchedUpTo {
      index[member.key] = members.count - 1
    }
    return nil
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { position(of: key) != nil }

  private func position(of key: String) -> Int? {
    members.count > Self.searchedUpTo ? index[key] : members.firstIndex { $0.key == key }
  }
}

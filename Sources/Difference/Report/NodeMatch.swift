/// Two sides that cannot be held against each other, in a sentence that says what to do.
package struct SideMismatch: Error {
  package let description: String
}

/// Which node of one side is which of the other.
struct NodeMatch {
  /// Nodes of both sides, in the order of the new one.
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var added: [Int] = []
  private(set) var removed: [Int] = []

  /// Matches nodes by their names; two single ones whatever they are called, and files of no node with each target of a
  /// profile.
  init(_ old: Side, _ new: Side) throws(SideMismatch) {
    if old.isSingle, new.isSingle {
      pairs = [(0, 0)]
      return
    }
    if let single = [old, new].first(where: { $0.isSingle && $0.names == [""] }) {
      let other = single.count == old.count && old.isSingle ? new : old
      guard other.origin == .profile || other.origin == .build && other.count <= 16 else {
        throw SideMismatch(
          description: """
            \(other.title) is \(other.count) nodes, and \(single.title) is one; say which is meant, with --node NAME.
            """)
      }
      pairs = (0..<other.count).map { old.isSingle ? (0, $0) : ($0, 0) }
      return
    }
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(old.count)
    for (number, name) in old.names.enumerated() { numbers[name] = number }
    var isKept = [Bool](repeating: false, count: old.count)
    for (number, name) in new.names.enumerated() {
      guard let before = numbers[name] else {
        added.append(number)
        continue
      }
      isKept[before] = true
      pairs.append((before, number))
    }
    removed = isKept.indices.filter { !isKept[$0] }
  }
}

import CNIModel

/// The members of an object as a reader takes them: of several with one name the last. Names are one only where their
/// bytes are the same. Looking one up costs the same in large objects.
struct EffectiveMembers {
  private let all: [Value.Member]
  private let last: [[UInt8]: Int]

  init(_ members: [Value.Member]) {
    all = members
    var last: [[UInt8]: Int] = [:]
    for (index, member) in members.enumerated() { last[Array(member.name.utf8)] = index }
    self.last = last
  }

  /// The members that count, in the order of the file.
  var members: [Value.Member] { all.indices.filter { last[Array(all[$0].name.utf8)] == $0 }.map { all[$0] } }

  /// The member that counts.
  subscript(name: String) -> Value.Member? { last[Array(name.utf8)].map { all[$0] } }

  /// The member that counts in place of the one at a position; `nil` where it is this one.
  func successor(of index: Int) -> Value.Member? {
    last[Array(all[index].name.utf8)].flatMap { $0 == index ? nil : all[$0] }
  }
}

package import Diagnostics

extension Node {
  /// The JSON pointer (RFC 6901) from this node to the value or the key that has exactly this range; where none has,
  /// to the smallest one that contains it. A key has the pointer of its value. `nil` for a place outside of the node.
  package func pointer(to range: SourceRange) -> String? {
    guard self.range != range else { return "" }
    var path: [String] = []
    if Self.descend(from: self, to: range, &path) { return Self.pointer(path) }
    let nearest = self.range.contains(range) ? Self.pointer(path) : nil
    // An alias keeps the range of the node that it names, which lies outside of what holds the alias.
    var wholePath: [String] = []
    return Self.search(self, for: range, &wholePath) ? Self.pointer(wholePath) : nearest
  }

  /// Follows the parts that contain a range as deep as they go; `true` where one has exactly this range.
  private static func descend(from root: Node, to range: SourceRange, _ path: inout [String]) -> Bool {
    var node = root
    while let part = node.parts.first(where: { $0.contains(range) }) {
      path.append(part.step)
      if part.isExactly(range) { return true }
      guard part.node.range.contains(range) else { return false }
      node = part.node
    }
    return false
  }

  /// Looks at every part of a node for one that has exactly a range.
  private static func search(_ node: Node, for range: SourceRange, _ path: inout [String]) -> Bool {
    for part in node.parts {
      path.append(part.step)
      if part.isExactly(range) || search(part.node, for: range, &path) { return true }
      path.removeLast()
    }
    return false
  }

  /// An element or a member, with its step in a pointer.
  private struct Part {
    let step: String
    let keyRange: SourceRange?
    let node: Node

    func isExactly(_ range: SourceRange) -> Bool { node.range == range || keyRange == range }

    func contains(_ range: SourceRange) -> Bool {
      node.range.contains(range) || (keyRange?.contains(range) ?? false)
    }
  }

  private var parts: [Part] {
    switch content {
    case .scalar: []
    case .sequence(let nodes):
      nodes.enumerated().map { index, node in Part(step: String(index), keyRange: nil, node: node) }
    case .mapping(let members):
      members.map { Part(step: $0.key, keyRange: $0.keyRange, node: $0.value) }
    }
  }

  private static func pointer(_ path: [String]) -> String {
    path.map { step in
      "/" + step.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    }.joined()
  }
}

import Diagnostics
import Syntax

/// Puts values in place of `${name}`, on the tree that was parsed. A value takes the place of a scalar and can change
/// nothing around it.
struct Substitution {
  private let scope: Scope
  /// The scalars that a name is only a part of, and the names in them: what is wrong with such a text may lie in any.
  private(set) var mixtures: [Mixture] = []
  /// The names that were asked for.
  private(set) var used: [String] = []
  private(set) var bag = DiagnosticBag()
  /// How many bytes were put together, and how many may be: names can multiply a text.
  private var grown = 0
  static let maximumGrowth = 4 << 20
  private var isExhausted = false

  /// A text that was put together.
  struct Mixture: Sendable {
    let range: SourceRange
    let names: [String]
  }

  init(_ scope: Scope) {
    self.scope = scope
  }

  /// The node with all names replaced; `nil` where nothing is left of it.
  mutating func apply(to node: Node) -> Node? {
    switch node.content {
    case .scalar(let scalar):
      guard Placeholder.occurs(in: scalar.text.utf8) else { return node }
      return replace(scalar, at: node.range)
    case .sequence(let nodes):
      var kept: [Node] = []
      for node in nodes {
        if let node = apply(to: node) { kept.append(node) }
      }
      return Node(.sequence(kept), at: node.range)
    case .mapping(let members): return Node(.mapping(apply(to: members)), at: node.range)
    }
  }

  /// The members of a mapping without those that nothing is left of. Keys are taken as they are.
  mutating func apply(to members: [Node.Member]) -> [Node.Member] {
    var kept: [Node.Member] = []
    for member in members {
      if Placeholder.occurs(in: member.key.utf8) { reportKey(member) }
      guard let value = apply(to: member.value) else { continue }
      kept.append(Node.Member(key: member.key, keyRange: member.keyRange, value: value))
    }
    return kept
  }

  private mutating func replace(_ scalar: Node.Scalar, at range: SourceRange) -> Node? {
    do {
      let parts = try Placeholder.parts(of: scalar.text)
      if case .name(let name) = parts[0], parts.count == 1 { return whole(name, at: range) }
      return mixture(parts, scalar, at: range)
    } catch {
      report(error, at: range)
      return nil
    }
  }

  private mutating func report(_ fault: Placeholder.Fault, at range: SourceRange) {
    switch fault {
    case .unclosed:
      bag.error(
        "invalid-placeholder", "a ${ stands here without its }", at: range,
        help: "close it, or write $${ for the characters themselves")
    case .invalidName(let name):
      bag.error(
        "invalid-placeholder", "${\(name)} holds no name", at: range,
        help: "a name has letters, digits, dots and dashes; write $${ for the characters ${ themselves")
    }
  }

  private mutating func whole(_ name: String, at range: SourceRange) -> Node? {
    guard let entry = find(name, at: range), case .value(let node) = entry.meaning else { return nil }
    return node
  }

  /// A text of several parts is text, whatever its parts are: a value inside of it has no type of its own.
  private mutating func mixture(_ parts: [Placeholder.Part], _ scalar: Node.Scalar, at range: SourceRange) -> Node? {
    var text = ""
    var names: [String] = []
    var isComplete = true
    for part in parts {
      guard grown + text.utf8.count <= Self.maximumGrowth else {
        if !isExhausted {
          isExhausted = true
          bag.error(
            "too-many-entries", "what is put together here and before is longer than \(Self.maximumGrowth >> 20) MiB",
            at: range, help: "no text of a network is that long; shorten the values")
        }
        return nil
      }
      switch part {
      case .text(let literal): text += literal
      case .name(let name):
        names.append(name)
        guard let entry = find(name, at: range), case .value(let node) = entry.meaning else {
          isComplete = false
          continue
        }
        if let inner = node.scalar {
          text += inner.text
        } else {
          isComplete = false
          reportStructure(name, entry, node, at: range)
        }
      }
    }
    grown += text.utf8.count
    guard isComplete else { return nil }
    if !names.isEmpty { mixtures.append(Mixture(range: range, names: names)) }
    return Node(.scalar(Node.Scalar(text, isPlain: names.isEmpty && scalar.isPlain)), at: range)
  }

  private mutating func find(_ name: String, at range: SourceRange) -> Scope.Entry? {
    if !used.contains(name) { used.append(name) }
    if let entry = scope[name] { return entry }
    let near = Spelling.nearest(to: name, among: scope.entries.map(\.name))
    bag.error(
      "unknown-parameter", "nothing is named \(name) in \(scope.owner)", at: range,
      help: near.map { "write ${\($0)}" } ?? scope.advice)
    return nil
  }

  private mutating func reportStructure(_ name: String, _ entry: Scope.Entry, _ node: Node, at range: SourceRange) {
    bag.error(
      "invalid-placeholder", "${\(name)} is \(node.kindWord), which cannot be a part of a text", at: range,
      notes: entry.place.map { [Diagnostic.Note("\(name) is declared here", at: $0)] } ?? [],
      help: "let ${\(name)} stand alone, or make the parameter a single value")
  }

  private mutating func reportKey(_ member: Node.Member) {
    bag.error(
      "invalid-placeholder", "a key cannot hold ${…}: \(member.key)", at: member.keyRange,
      help: "write the key out; only values are replaced")
  }
}

package import CNIModel
package import Diagnostics
import NetworkTypes
import PlainText
package import ProfileLanguage

/// What is different between two sides, grouped over the nodes for which it is the same.
package struct DifferenceReport: Sendable {
  package let oldTitle: String
  package let newTitle: String
  /// Nodes that something changes for, the worst first.
  package let groups: [Group]
  /// How many nodes both sides have, and how many of them nothing changes for.
  package let comparedCount: Int
  package let unchangedCount: Int
  /// Nodes that one side has alone, in its order.
  package let added: [String]
  package let removed: [String]
  /// What nodes that come or go mean for the others.
  package let sideChanges: [NodeChange]

  /// Nodes with the same changes.
  package struct Group: Sendable {
    /// Their names, in the order of the new side; a single empty one for files of no node in particular.
    package fileprivate(set) var nodes: [String]
    /// The changes, the worst first. Values of single nodes are those of the first.
    package let changes: [NodeChange]
    /// The files of the first node that are other ones.
    package let files: [FileChange]
    /// The releases before and after; `nil` where a side does not state them.
    package let oldTarget: Target?
    package let newTarget: Target?

    package var effect: Effect { changes.first?.effect ?? .none }

    /// Every effect that any of the changes has, the worst first.
    package var effects: [Effect] {
      Effect.allCases.reversed().filter { effect in changes.contains { $0.effect == effect } }
    }

    /// Whether the node gets another containerd, and other plugins; the versions stand in the targets.
    package var changesContainerd: Bool { changes.contains(where: \.isContainerdRelease) }
    package var changesPlugins: Bool { changes.contains(where: \.isPluginsRelease) }

    /// Whether the config of containerd is another one.
    package var changesConfig: Bool { changes.contains { $0.path.hasPrefix("containerd") } }
  }

  /// A file that is another one.
  package struct FileChange: Sendable, Equatable {
    package let path: String
    package let kind: Kind

    package enum Kind: String, Sendable {
      case added
      case removed
      case changed
    }
  }

  /// The worst of all changes.
  package var effect: Effect {
    max(groups.map(\.effect).max() ?? .none, sideChanges.map(\.effect).max() ?? .none)
  }

  /// Compares two sides. `nil` where what a node has cannot be said, which is in the bag.
  package static func make(
    from old: Side, to new: Side, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) throws(SideMismatch) -> DifferenceReport? {
    let match = try NodeMatch(old, new)
    var classes = PairClasses(old, new)
    for (before, after) in match.pairs { classes.add(before, after) }
    var groups: [Group] = []
    var numbers: [String: Int] = [:]
    var unchanged = 0
    for pairClass in classes.all {
      guard let before = old.state(of: pairClass.old, from: &documents, into: &bag),
        let after = new.state(of: pairClass.new, from: &documents, into: &bag)
      else { return nil }
      let changes = NodeComparison.changes(from: before, to: after)
      guard !changes.isEmpty else {
        unchanged += pairClass.nodes.count
        continue
      }
      let names = pairClass.nodes.map { new.names[Int($0)] }
      let key = outline(changes, old.values(of: pairClass.old), new.values(of: pairClass.new))
      if let number = numbers[key] {
        groups[number].nodes += names
        continue
      }
      numbers[key] = groups.count
      groups.append(
        Group(
          nodes: names, changes: changes, files: fileChanges(before, after),
          oldTarget: before.knowsTarget ? before.target : nil, newTarget: after.knowsTarget ? after.target : nil))
    }
    let sorted = groups.enumerated().sorted { left, right in
      left.element.effect == right.element.effect
        ? left.offset < right.offset : left.element.effect > right.element.effect
    }.map(\.element)
    return DifferenceReport(
      oldTitle: old.title, newTitle: new.title, groups: sorted, comparedCount: match.pairs.count,
      unchangedCount: unchanged, added: match.added.map { new.names[$0] }, removed: match.removed.map { old.names[$0] },
      sideChanges: SideChanges.changes(old, new, match))
  }

  /// Changes as text, by which nodes are put together: what is a node's own stands as its number among the node's values.
  private static func outline(_ changes: [NodeChange], _ old: ArraySlice<CIDR>, _ new: ArraySlice<CIDR>) -> String {
    let own = { (values: ArraySlice<CIDR>) in values.enumerated().map { ("\($1)", "\u{1}\($0)") } }
    let marks = own(old) + own(new)
    let plain = { (text: String?) -> String in
      guard let text else { return "-" }
      return marks.reduce(text) { $0.replacing(text: $1.0, with: $1.1) }
    }
    return changes.map { change in
      // Reasons follow from kinds and values.
      let values = isOwn(change, marks) ? [] : [plain(change.old), plain(change.new)]
      return ([change.kind, change.effect.word, change.network ?? "", change.path] + values).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Whether the values of a change follow from a node's own: subnets, and the gateways and ranges in them.
  private static func isOwn(_ change: NodeChange, _ marks: [(String, String)]) -> Bool {
    let networks = marks.compactMap { CIDR($0.0) }
    let lies = { (text: String?) -> Bool in
      guard let text, let first = text.split(whereSeparator: { "-, /".contains($0) }).first,
        let address = IPAddress(first)
      else { return false }
      return networks.contains { $0.prefix > 0 && $0.contains(address) }
    }
    return lies(change.old) || lies(change.new)
  }

  private static func fileChanges(_ old: NodeState, _ new: NodeState) -> [FileChange] {
    guard old.isWhole, new.isWhole else { return [] }
    let changed = new.files.compactMap { file -> FileChange? in
      guard let before = old.files.first(where: { $0.path == file.path }) else {
        return FileChange(path: file.path, kind: .added)
      }
      return before.bytes == file.bytes ? nil : FileChange(path: file.path, kind: .changed)
    }
    let gone = old.files.filter { file in !new.files.contains { $0.path == file.path } }
    return changed + gone.map { FileChange(path: $0.path, kind: .removed) }
  }
}

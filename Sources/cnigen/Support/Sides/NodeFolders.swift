import ArgumentParser
import ArtifactIO
import CNIModel
import Difference
import Fleet

/// Sorts the files of a tree by the nodes that they belong to: a node's files come one after the other.
struct NodeFolders {
  private var tree: TreeSide
  /// The nodes that are wanted; all where there are none.
  private let wanted: [String]
  private var name: String?
  private var files: [(path: String, shown: String, piece: TreeSide.Piece)] = []
  private var known: [String: TreeSide.Piece] = [:]

  /// Where a file belongs.
  struct Place {
    /// The node, with its target where it has several; empty for a folder of no node.
    let node: String
    let path: String
  }

  init(for target: Target, _ reading: SideReading) {
    tree = TreeSide(for: target, knowsTarget: reading.statesTarget, isWhole: true)
    wanted = reading.nodes.names
  }

  /// The place of a file by its path in the tree; `nil` for one that is of no wanted node.
  func place(of path: String) -> Place? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast(), file != "SHA256SUMS" else { return nil }
    // What lies in the folder itself is of no node in particular.
    if let first = parts.first, !wanted.isEmpty, !wanted.contains(first) { return nil }
    return Place(node: parts.joined(separator: "/"), path: file)
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - shown: its name for people.
  ///   - sum: a name of its content, under which it may come again.
  mutating func add(
    _ place: Place, shown: String, _ bytes: [UInt8], sum: String? = nil
  ) throws(FileFault) {
    guard let piece = tree.piece(of: bytes) else {
      throw FileFault(
        .read, shown,
        "with it there are more than \(TreeSide.maximumSize >> 30) GiB of different files, and more is not read")
    }
    if let sum { known[sum] = piece }
    add(place, shown, piece)
  }

  /// Adds a file whose content was there before; `false` where it was not.
  mutating func addKnown(_ sum: String, _ place: Place, shown: String) -> Bool {
    guard let piece = known[sum] else { return false }
    add(place, shown, piece)
    return true
  }

  private mutating func add(_ place: Place, _ shown: String, _ piece: TreeSide.Piece) {
    if name != place.node { finishNode() }
    name = place.node
    files.append((place.path, shown, piece))
  }

  private mutating func finishNode() {
    if let name { tree.add(name, files) }
    files.removeAll(keepingCapacity: true)
  }

  /// The side of all nodes.
  mutating func side(_ title: String) throws -> Side {
    finishNode()
    name = nil
    guard !tree.names.isEmpty else {
      throw ValidationError(
        wanted.isEmpty
          ? "\(title) holds nothing that a build makes, and no network."
          : "\(title) has no node \(wanted.joined(separator: ", ")).")
    }
    return tree.side(title, .build)
  }
}

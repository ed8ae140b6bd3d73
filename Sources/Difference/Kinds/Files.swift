import CNIModel

/// Files that are made beside those that containerd reads.
extension ChangeKind {
  static let files = [outputAdded, outputRemoved, outputChanged]

  private static let outputAdded = ChangeKind(
    "output-added", "a further file is made",
    "It lies in the build and does nothing on a node until somebody applies it.",
    .node { pair in
      guard pair.old.isWhole, pair.new.isWhole else { return [] }
      return pair.new.others.filter { file in !pair.old.others.contains { $0.path == file.path } }.map {
        Found("files", new: Found.Located($0.path, at: nil), .none, "nothing happens until somebody applies it")
      }
    })

  private static let outputRemoved = ChangeKind(
    "output-removed", "a file is no longer made",
    "What was applied from it stays on the nodes and in the cluster until somebody removes it.",
    .node { pair in
      guard pair.old.isWhole, pair.new.isWhole else { return [] }
      return pair.old.others.filter { file in !pair.new.others.contains { $0.path == file.path } }.map {
        Found(
          "files", old: Found.Located($0.path, at: nil), .none,
          "what was applied from it stays until somebody removes it")
      }
    })

  private static let outputChanged = ChangeKind(
    "output-changed", "a file that brings others to nodes is another one",
    "What it carries is compared by itself; the file does nothing on a node until somebody applies it.",
    .node { pair in
      guard pair.old.isWhole, pair.new.isWhole else { return [] }
      return pair.old.others.filter { file in
        pair.new.others.contains { $0.path == file.path && $0.bytes != file.bytes }
      }.map {
        Found(
          "files", old: Found.Located($0.path, at: nil), new: Found.Located($0.path, at: nil), .none,
          "its bytes are others; nothing happens until somebody applies it")
      }
    })
}

extension NodeState {
  /// The files that containerd does not read itself.
  var others: [File] { files.filter { !$0.isForContainerd } }
}

/// What was applied to a node, and what an interrupted run has begun to put there.
package struct AppliedStanding: Sendable {
  /// A run that was begun and is not done.
  package struct Begun: Sendable {
    /// Where it leads to.
    package let target: AppliedSet
    /// What was there before it; `nil` for nothing.
    package let origin: AppliedSet?
    /// Those of runs that were interrupted before it.
    let others: [AppliedSet]
    /// The process that began it, as far as it was noted.
    package let process: Int32?
  }

  /// The set in force; `nil` for none.
  package let current: AppliedSet?
  package let begun: Begun?

  package init(current: AppliedSet? = nil, begun: Begun? = nil) {
    self.current = current
    self.begun = begun
  }

  /// What was there before anything was begun; `nil` for nothing.
  package var origin: AppliedSet? {
    if let begun { begun.origin } else { current }
  }

  /// Everything of ours that may lie on the node, a file for each path; `nil` where that is nothing. What somebody else
  /// has got back by a rollback is not among it.
  package var everything: AppliedSet? {
    var files: [AppliedSet.File] = []
    for file in known where file.author != .somebodyElse && !files.contains(where: { $0.path == file.path }) {
      files.append(file)
    }
    return files.isEmpty ? nil : AppliedSet(files)
  }

  /// Whether we put these bytes there, or were about to. What a run that was interrupted had leave to replace is as good
  /// as that.
  package func holds(_ bytes: [UInt8], at path: String) -> Bool {
    known.contains { $0.path == path && $0.bytes == bytes && (begun != nil || $0.author == .cnigen) }
  }

  /// Whether these bytes are kept, whoever wrote them, so that a rollback brings them back.
  package func keeps(_ bytes: [UInt8], at path: String) -> Bool {
    known.contains { $0.path == path && $0.bytes == bytes }
  }

  private var known: [AppliedSet.File] {
    let sets = [begun?.origin, current, begun?.target] + (begun?.others ?? [])
    return sets.flatMap { $0?.files ?? [] }
  }
}

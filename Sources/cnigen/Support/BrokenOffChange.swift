import ArtifactIO

/// A change of a node that a fault broke off.
struct BrokenOffChange: Error {
  let fault: FileFault
  let end: End

  /// How the node is left.
  enum End {
    case undone
    /// Some files are new, and a note says so.
    case half
    /// All are new and noted as in force, and something that nobody needs any more is still there.
    case done
  }

  /// What it means that an undoing failed.
  static let unsettled = BrokenOffChange.meaning(of: .half)

  /// What that means for the node.
  var consequence: String { Self.meaning(of: end) }

  private static func meaning(of end: End) -> String {
    switch end {
    case .undone: "; everything is as it was before"
    case .half: "; some of the new files are in place: mend that and run this again, or go back with cnigen rollback"
    case .done: "; the new files are in force, and the next run tidies up"
    }
  }
}

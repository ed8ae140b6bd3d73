/// Something in an output folder that is not as a build would leave it.
package struct TreeDifference: Sendable, Equatable {
  /// The path below the output folder; of a folder with a slash at its end.
  package let path: String
  package let kind: Kind

  package enum Kind: String, Sendable {
    /// It should be there.
    case missing
    /// It is as an earlier build has left it, and another one would write it anew.
    case outdated
    /// Somebody has changed it since it was written, its contents or its mode.
    case edited
    /// An earlier build has made it, and it is made no more.
    case stale
    /// No build has made it.
    case foreign
  }

  package init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }
}

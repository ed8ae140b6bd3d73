import ContainerdConfig
import Diagnostics
package import ProfileLanguage
package import Syntax

/// A file that was checked by itself, and what of it others of the same call are held against.
package struct CheckedFile: Sendable {
  /// The tree, for pointers of places; `nil` where there is none.
  package let tree: Node?
  /// The profile, if it is one.
  package let profile: Profile?
  /// The config, if it is one of containerd's. It is checked with the others of the call, once all are there.
  let config: ConfigSource?

  init(_ tree: Node?, profile: Profile? = nil, config: ConfigSource? = nil) {
    self.tree = tree
    self.profile = profile
    self.config = config
  }
}

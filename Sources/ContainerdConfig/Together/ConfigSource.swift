package import Diagnostics
package import Syntax

/// A config file of containerd, read.
package struct ConfigSource: Sendable {
  /// The name as the user gave it.
  package let name: String
  package let tree: Node

  package init(_ name: String, _ tree: Node) {
    self.name = name
    self.tree = tree
  }

  /// The file.
  package var id: FileID { tree.range.file }

  /// Whether it is read beside another one: it lies in a folder `conf.d`, from where config files import.
  package var liesAmongDropIns: Bool { FilePath(name).folder.steps.last == "conf.d" }

  /// The last part of its name.
  package var shortName: String { FilePath(name).steps.last ?? name }
}

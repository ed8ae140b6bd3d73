package import Catalogue
package import Diagnostics
package import Syntax

/// Checks a config of containerd against what a release makes of it.
package enum ContainerdCheck {
  /// Checks the settings of CNI in a config file, and how the file itself is taken; other settings pass.
  ///
  /// - Parameter isDropIn: whether the file is read beside a root config that imports it.
  package static func check(
    _ tree: Node, for release: ContainerdRelease, isDropIn: Bool, into bag: inout DiagnosticBag
  ) {
    let file = ContainerdFile(tree: tree, release: release, isDropIn: isDropIn)
    FileSchemaCheck.check(file, &bag)
    PluginTableCheck.check(file, &bag)
    DropInFileCheck.check(file, &bag)
    ImportCheck.check(file, &bag)
    for table in file.tables {
      guard let schema = PluginTableCheck.schema(of: table, in: file) else { continue }
      if let cni = table.cni { CNITableCheck.check(cni, file, schema: schema, &bag) }
      RuntimeClassCheck.check(table, file, &bag)
    }
  }
}

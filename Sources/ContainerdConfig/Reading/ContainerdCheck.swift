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
    check(ContainerdFile(tree: tree, release: release, isDropIn: isDropIn), as: nil, &bag)
  }

  /// A file among those that it is read together with.
  struct Part {
    let reading: SetReading
    let index: Int

    init(_ reading: SetReading, _ index: Int) {
      self.reading = reading
      self.index = index
    }

    /// Whether a version of another file counts for one that states none, or 0, which is as good.
    var takesVersion: Bool {
      let file = reading.files[index]
      return (file.version == nil || file.statedSchema == 0) && reading.decisive != nil
        && reading.way?.migration != .eachFile
    }
  }

  /// - Parameter part: the files that it is read together with, as far as there are any; what they do to each other is
  ///   told elsewhere.
  static func check(_ file: ContainerdFile, as part: Part?, _ bag: inout DiagnosticBag) {
    if part?.takesVersion != true {
      FileSchemaCheck.check(file, &bag)
      PluginTableCheck.check(file, &bag)
    }
    if part == nil { DropInFileCheck.check(file, &bag) }
    ImportCheck.check(file, isAlone: part == nil, &bag)
    for table in file.tables {
      let schema =
        part.map { $0.reading.schema(of: table, in: $0.index) } ?? PluginTableCheck.schema(of: table, in: file)
      guard let schema else { continue }
      if let cni = table.cni { CNITableCheck.check(cni, file, schema: schema, &bag) }
      RuntimeClassCheck.check(table, file, &bag)
    }
  }
}

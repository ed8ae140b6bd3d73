import Catalogue
package import Diagnostics
import NetworkTypes
import Syntax

/// Checks configs that are read together: each by itself, and what becomes of them when they are merged.
package enum ConfigSetCheck {
  package static func check(_ set: ConfigSet, into bag: inout DiagnosticBag) {
    let reading = SetReading(set)
    for (index, file) in reading.files.enumerated() {
      ContainerdCheck.check(file, as: set.isMerged ? ContainerdCheck.Part(reading, index) : nil, &bag)
    }
    for source in set.unread { reportUnread(source, set, &bag) }
    guard set.isMerged else { return }
    MergedVersionCheck.check(reading, &bag)
    ReplacedSectionCheck.check(reading, &bag)
    MergedBinDirCheck.check(reading, &bag)
    OverriddenValues.report(reading, &bag)
  }

  private static func reportUnread(_ source: ConfigSource, _ set: ConfigSet, _ bag: inout DiagnosticBag) {
    let root = ContainerdFile(tree: set.root.tree, release: set.release, isDropIn: false)
    let imports = set.root.tree.mapping?.first { $0.key == "imports" }
    bag.warning(
      "dropin-not-imported",
      "\(set.root.shortName) does not import this file, so containerd \(set.release.version) does not read it",
      at: source.tree.mapping?.first?.keyRange ?? source.tree.range,
      notes: [
        Diagnostic.Note(
          imports == nil ? "it has no imports line" : "its imports line", at: imports?.keyRange ?? root.heading)
      ],
      help: #"write into \#(set.root.shortName): imports = ["/etc/containerd/conf.d/*.toml"]"#)
  }
}

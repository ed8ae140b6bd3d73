import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// A config of containerd, or a drop-in, as far as CNI is concerned. Everything else in the file is nobody's business
/// here.
struct ContainerdFile {
  let tree: Node
  let release: ContainerdRelease
  let isDropIn: Bool

  /// The table of a CRI plugin, in the name that one of the schemas gives it.
  struct Table {
    let key: Node.Member
    /// The schema that brought the name in; the name of 3 is that of 4, too.
    let schema: Int

    /// The CNI table in it.
    var cni: Node.Member? { key.value.mapping?.first { $0.key == "cni" } }

    /// The tables of its runtime classes.
    var runtimeClasses: [Node.Member] { key.value["containerd"]?["runtimes"]?.mapping ?? [] }

    /// Whether anything in it is about CNI.
    var isOurs: Bool {
      cni != nil
        || runtimeClasses.contains { member in
          Containerd.RuntimeClass.keys.contains { member.value[$0.name] != nil }
        }
    }
  }

  /// The line that states the schema.
  var version: Node.Member? { tree.mapping?.first { $0.key == "version" } }

  /// The schema that the file states; `nil` where it states none, or nothing that is a number.
  var statedSchema: Int? { version?.value.scalar.flatMap(ValueWords.integer) }

  /// What stands under `plugins`.
  var plugins: [Node.Member] { tree["plugins"]?.mapping ?? [] }

  /// The tables of CRI plugins, in the order of the file.
  var tables: [Table] {
    plugins.compactMap { member in
      let schema = Catalogue.configSchemas.first { $0.tablePath.dropFirst().first == member.key }
      return schema.map { Table(key: member, schema: $0.number) }
    }
  }

  /// The place for a finding about the file as a whole.
  var heading: SourceRange {
    version?.keyRange ?? tree.mapping?.first?.keyRange ?? tree.range
  }

  /// The name of the release for messages.
  var containerd: String { "containerd \(release.version)" }
}

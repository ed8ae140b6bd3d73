import ArtifactIO
package import Catalogue
import ContainerdConfig
package import Diagnostics
import Syntax

/// What the config of a node's containerd comes to, once some of its files are gone and a drop-in is there.
package struct ConfigOutlook {
  /// The folder of networks, and how many of its files are taken.
  package let networkFolder: String
  package let maximumNetworks: Int
  /// Where config.toml says what it imports, else its beginning; `nil` where there will be none.
  package let importsPlace: SourceRange?
  /// Whether it imports anything.
  package let hasImports: Bool
  /// Whether the drop-in is read.
  package let readsDropIn: Bool

  /// The path of the config.
  package static let config = ConfigFiles.usual

  /// - Parameters:
  ///   - gone: the paths on the node of files that will not be there.
  ///   - dropIn: a drop-in that will be there.
  /// - Returns: `nil` where the files cannot be read; whoever asked for the node's config has been told.
  package init?(
    on root: NodeRoot, for release: ContainerdRelease, without gone: [String], with dropIn: SourceFile? = nil,
    reading run: inout some NodeFiles
  ) {
    var told = DiagnosticBag()
    let without = gone + (dropIn.map { [$0.name] } ?? [])
    guard let found = try? ConfigFiles.read(on: root, without: without, reading: &run, into: &told) else { return nil }
    var sources = found.sources
    if sources.isEmpty {
      guard let none = TOMLReader.read(run.add(SourceFile(name: Self.config, bytes: [])), [], into: &told) else {
        return nil
      }
      sources.append(ConfigSource(Self.config, none))
    }
    if let dropIn {
      guard let tree = TOMLReader.read(run.add(dropIn), dropIn.bytes, into: &told) else { return nil }
      sources.append(ConfigSource(dropIn.name, tree))
    }
    guard let set = ConfigSet.set(from: sources, for: release) else { return nil }
    let values = ValuesInForce(set)
    networkFolder = values.confDir.text
    maximumNetworks = max(0, values.maxConfNum)
    readsDropIn = dropIn.map { file in set.files.contains { $0.name == file.name } } ?? false
    let imports = set.root.tree.mapping?.first { $0.key == Containerd.Imports.key }
    hasImports = imports != nil
    importsPlace = found.sources.isEmpty ? nil : imports?.keyRange ?? values.heading
  }
}

import ArtifactIO
import Catalogue
import ContainerdConfig
import Diagnostics
import NetworkTypes
import Syntax

/// The config files of containerd on a node: `config.toml` and what it imports.
struct ConfigFiles {
  /// Where containerd looks unless it is told another place.
  static let usual = "/etc/containerd/config.toml"

  /// A file, by its path on the node.
  struct File {
    let path: String
    let sha256: String
  }

  /// In the order in which containerd merges them; empty where it runs without any.
  private(set) var files: [File] = []
  /// What they come to; `nil` where some cannot be read, so that nobody can tell.
  private(set) var values: ValuesInForce?
  /// The schema that the first one states.
  private(set) var schema: Int?

  /// Reads the files. What is wrong with them goes into the bag.
  init(
    on root: NodeRoot, for release: ContainerdRelease, reading run: inout some NodeFiles, into bag: inout DiagnosticBag
  ) throws(FileFault) {
    guard let found = try Self.read(on: root, without: [], reading: &run, into: &bag) else { return }
    guard !found.sources.isEmpty else {
      values = Self.defaults(for: release, reading: &run)
      return
    }
    guard let set = ConfigSet.set(from: found.sources, for: release) else { return }
    files = set.files.compactMap { file in found.sums[file.name].map { File(path: file.name, sha256: $0) } }
    schema = set.root.tree["version"]?.scalar.flatMap { Int($0.text) } ?? 1
    values = ValuesInForce(set)
  }

  /// The config and all that its lines lead to, the config first, with their sums; none where there is no config.
  ///
  /// - Parameter gone: paths of files that are taken for not being there.
  /// - Returns: `nil` where one cannot be read as TOML, which is in the bag.
  static func read(
    on root: NodeRoot, without gone: [String], reading run: inout some NodeFiles, into bag: inout DiagnosticBag
  ) throws(FileFault) -> (sources: [ConfigSource], sums: [String: String])? {
    var sources: [ConfigSource] = []
    var sums: [String: String] = [:]
    guard !gone.contains(usual), FileReading.nature(of: root.place(of: usual)) != .danglingLink else {
      return (sources, sums)
    }
    var open = [usual]
    while !open.isEmpty {
      let path = open.removeFirst()
      guard sums[path] == nil, !gone.contains(path) else { continue }
      let bytes = try FileReading.read(root.place(of: path))
      sums[path] = SHA256.hex(bytes)
      guard let tree = TOMLReader.read(run.add(SourceFile(name: path, bytes: bytes)), bytes, into: &bag) else {
        return nil
      }
      sources.append(ConfigSource(path, tree))
      open += imports(of: tree, in: path, on: root)
    }
    return (sources, sums)
  }

  /// What holds without any file.
  private static func defaults(for release: ContainerdRelease, reading run: inout some NodeFiles) -> ValuesInForce? {
    var bag = DiagnosticBag()
    guard let tree = TOMLReader.read(run.add(SourceFile(name: usual, bytes: [])), [], into: &bag) else { return nil }
    return ConfigSet.set(from: [ConfigSource(usual, tree)], for: release).map(ValuesInForce.init)
  }

  /// The files that the lines of a config lead to. Whether its release follows them is decided when all are together.
  private static func imports(of tree: Node, in path: String, on root: NodeRoot) -> [String] {
    let folder = FilePath(path).folder
    return (tree[Containerd.Imports.key]?.sequence ?? []).compactMap(\.scalar?.text).flatMap { text in
      let pattern = FilePath(text)
      return matches(of: pattern.isAbsolute ? pattern : folder.appending(pattern.steps), on: root)
    }.filter { FileReading.nature(of: root.place(of: $0)) == .file }
  }

  private static func matches(of pattern: FilePath, on root: NodeRoot) -> [String] {
    var paths = [FilePath("/")]
    for step in pattern.steps {
      guard step.contains("*") else {
        paths = paths.map { $0.appending([step]) }
        continue
      }
      paths = paths.flatMap { folder -> [FilePath] in
        let names = (try? FileReading.allNames(in: root.place(of: folder.text))) ?? []
        return names.filter { FilePath($0).matches(FilePath(step)) }.map { folder.appending([$0]) }
      }
    }
    return paths.map(\.text)
  }
}

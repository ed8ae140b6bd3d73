import Apply
import ArtifactIO
import CNIModel
import Compilation
import ContainerdConfig
import Diagnostics
import Probe
import ProfileLanguage
import Validation

/// What a node is to get.
struct WantedSet {
  let node: NodeInput
  let set: AppliedSet
  let target: Target
  /// The folder of networks, and how many files of it containerd takes from its next start on.
  let folder: String
  let maximumNetworks: Int
  /// The folders of plugins that the profile states.
  let binDirs: [String]

  /// What containerd's config comes to with these files; `nil` where nobody can tell, or a whole config is written.
  let config: ConfigOutlook?
  /// The path of the drop-in on the node, and its settings as containerd calls them; `nil` for none.
  let dropIn: (path: String, settings: [String])?

  /// Builds a profile, or that of a node of a fleet, for what was found on the node.
  ///
  /// - Parameter old: what was applied before.
  /// - Returns: `nil` where something is wrong, which is in the bag.
  static func build(
    _ path: String, node name: String?, on node: NodeInput, replacing old: AppliedSet?, _ target: TargetStatement,
    _ input: inout Input, _ bag: inout DiagnosticBag
  ) throws -> WantedSet? {
    var statement = target
    if statement.capabilities == nil { statement.measured = node.measured }
    guard let overrides = try statement.read(from: &input, into: &bag) else { return nil }
    if overrides.containerd == nil, overrides.capabilities?.containerd == nil {
      bag.add(
        Diagnostic(
          rule: "node-without-containerd", severity: .error,
          message: node.silence == nil
            ? "no containerd was found on \(node.node.name), so nothing can be checked against it"
            : "containerd does not say which one it is, so nothing can be checked against it", at: nil,
          notes: node.silence.map { [Diagnostic.Note($0)] } ?? [],
          help: "say which one it is to have: --containerd VERSION"))
      return nil
    }
    guard let profile = try node.profile(path, node: name, overrides, &input, &bag), !bag.hasErrors else { return nil }
    let compiled = Compiler.compile(profile, overrides: overrides, into: &bag)
    guard !bag.hasErrors, let first = compiled.first else { return nil }
    guard compiled.count == 1 else {
      bag.add(
        Diagnostic(
          rule: "apply-of-several-targets", severity: .error,
          message: "\(path) has \(compiled.count) targets, and a node is on one of them", at: nil,
          help: "name it: target in place of targets"))
      return nil
    }
    // A config that we write names its folder, be it the usual one. Without one networks go where containerd will look
    // for them when those that we wrote before are gone.
    let settings = profile.containerd
    let isWhole = settings.isWanted && settings.dropIn == nil
    let written = NodeFilesOfBuild.set(first, settings, networksIn: "/").files.filter(\.isConfig)
    let gone = (old?.files ?? []).filter { file in file.isConfig && !written.contains { $0.path == file.path } }
    let config =
      isWhole
      ? nil
      : ConfigOutlook(
        on: node.root, for: first.target.containerd, without: gone.map(\.path),
        with: written.first.map { SourceFile(name: $0.path, bytes: $0.bytes) }, reading: &input)
    let folder = settings.isWanted ? settings.confDirPath : config?.networkFolder ?? node.networkFolder
    return WantedSet(
      node: node, set: NodeFilesOfBuild.set(first, settings, networksIn: folder), target: first.target, folder: folder,
      maximumNetworks: settings[.maxConfNum]?.value.integer
        ?? (isWhole ? 1 : config?.maximumNetworks ?? node.maximumNetworks),
      binDirs: settings[.binDirs]?.value.array?.compactMap(\.string) ?? [], config: config,
      dropIn: isWhole ? nil : written.first.map { ($0.path, settings.settings.map(\.word.key)) })
  }

  /// Finds a drop-in that containerd would not read.
  func checkDropIn(into bag: inout DiagnosticBag) {
    guard let dropIn, let config else { return }
    // Now it is known, and said at its place.
    bag.removeAll { $0.rule == "dropin-not-imported" }
    UnreadDropIn(path: dropIn.path, settings: dropIn.settings, networkFolder: folder, config: config).check(into: &bag)
  }

  /// What containerd will make of the folder: by the config that it runs with as far as that names the same folder, and
  /// by the one that it is to have.
  func outlooks(of set: AppliedSet, replacing old: AppliedSet?, _ input: inout Input) throws -> [NetworkOutlook] {
    let entries = try entries(&input)
    return (folder == node.networkFolder ? Set([maximumNetworks, node.maximumNetworks]).sorted() : [maximumNetworks])
      .compactMap { maximum in
        NetworkOutlook(
          of: set, replacing: old, in: folder, entries, for: target, maximumNetworks: maximum,
          adding: { input.add($0) })
      }
  }

  /// What lies in the folder of networks.
  func entries(_ input: inout Input) throws -> [FolderEntry] {
    let place = node.root.place(of: folder)
    guard FileReading.isFolder(place) else { return [] }
    do throws(FileFault) { return try FolderReading.entries(of: place, &input) } catch {
      throw AppliedNode.status(error)
    }
  }
}

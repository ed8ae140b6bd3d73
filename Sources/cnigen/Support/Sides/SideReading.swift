import ArgumentParser
import ArtifactIO
import CNIModel
import Diagnostics
import Difference
import Fleet
import ProfileLanguage
import Syntax
import Validation

/// Reads the sides of a comparison from what the command line calls them.
struct SideReading {
  /// The nodes that are wanted, of sides that have several.
  var nodes = NodeSelection()
  /// Releases from the command line.
  let overrides: TargetOverrides

  /// Reads a side. Its findings go into the bag; `nil` where there is none to go on with. What cannot be read ends the
  /// command.
  func read(_ path: String, from input: inout Input, into bag: inout DiagnosticBag) throws -> Side? {
    if let place = GitPlace(path) { return try GitSide(place, self).read(from: &input, into: &bag) }
    if FileReading.isFolder(path) { return try FolderSide(path, self).read(from: &input, into: &bag) }
    if Classifier.suffix(of: path) == "tar" { return try TarSide(path, self).read(from: &input, into: &bag) }
    let (id, file) = try input.read(path)
    return try read(file, id, called: path, from: &input, into: &bag)
  }

  /// Reads a side that is a single file.
  ///
  /// - Parameters:
  ///   - title: what the user calls it.
  ///   - documents: opens what the file names.
  func read(
    _ file: SourceFile, _ id: FileID, called title: String, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) throws -> Side? {
    guard let classified = Classifier.classify(file, id, as: nil, into: &bag) else {
      guard !bag.hasErrors else { return nil }
      throw ValidationError("\(title) is nothing that can be compared; give a profile, a fleet, a build or a network.")
    }
    switch classified.kind {
    case .profile:
      try refuseSelection(of: title)
      let profile = ProfileReader.read(classified.tree, of: file, id, from: &documents, into: &bag)
      guard let side = profile.map({ Side.profile(title, $0, overrides: overrides, into: &bag) }) else { return nil }
      guard let chosen = side.only(nodes.names) else {
        throw ValidationError("\(title) has no target \(nodes.names.joined(separator: ", ")).")
      }
      return chosen
    case .fleet:
      let build = FleetBuild.build(
        classified.tree, of: OpenDocument(file, id, plainNodes: classified.plainNodes), nodes: nodes,
        overrides: overrides, keepsDetails: true, from: &documents, into: &bag)
      return build.map { Side.fleet(title, $0, overrides: overrides) }
    case .conflist, .conf:
      guard let target = standIn(&bag) else { return nil }
      let state = NodeFiles.state(
        of: [NodeFiles.Source(file, id)], paths: [file.name], for: target, knowsTarget: statesTarget, isWhole: false,
        into: &bag)
      return Side.listed(title, .network, [("", state)])
    case .template, .capabilities, .containerd, .confTemplate:
      throw ValidationError(
        "\(title) is a \(classified.kind.rawValue) file; give a profile, a fleet, a build or a network.")
    }
  }

  /// The target of sides that state none: what the command line gives, and the newest releases for the rest.
  func standIn(_ bag: inout DiagnosticBag) -> Target? { TargetResolution.standIn(overrides, into: &bag) }

  /// Whether the command line states the releases.
  var statesTarget: Bool {
    overrides.capabilities != nil || (overrides.containerd != nil && overrides.plugins != nil)
  }

  /// Where neither side has nodes, none can be chosen.
  func requireNodes(in old: Side, _ new: Side) throws {
    guard !nodes.names.isEmpty, old.names == [""], new.names == [""] else { return }
    throw ValidationError("--node chooses nodes of a fleet, and neither \(old.title) nor \(new.title) is one.")
  }

  /// A profile has no nodes that could be chosen; where the other side has some it is compared with each.
  private func refuseSelection(of title: String) throws {
    guard nodes.pools.isEmpty else { throw ValidationError("--pool chooses nodes of a fleet, and \(title) is none.") }
  }
}

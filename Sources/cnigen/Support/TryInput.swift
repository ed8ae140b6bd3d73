import ArgumentParser
import CNIModel
import Compilation
import ContainerdConfig
import Diagnostics
import Fleet
import ProfileLanguage
import Syntax
import Validation

/// What `cnigen try` is to try: the networks of a profile or of a node of a fleet, or a conflist as it is.
struct TryInput {
  let networks: [Network]
  /// The folders of plugins that the profile states.
  let binDirs: [String]
  /// The template that the profile was made with.
  var template: TemplateUse?

  struct Network {
    /// For titles: the network's name, with its target's where there are several.
    let name: String
    let list: NetworkList
    let target: Target
  }

  /// Reads it. A profile's findings go into the bag; errors of its rules do not keep its networks from being tried, faults
  /// of its text do: then it is not known what was meant.
  static func read(
    _ path: String, node: String?, _ target: TargetStatement, from input: inout Input, into bag: inout DiagnosticBag
  ) throws -> TryInput? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let (id, file) = try input.read(path)
    guard let classified = Classifier.classify(file, id, as: nil, into: &bag) else { return nil }
    input.remember(classified.tree, of: id)
    switch classified.kind {
    case .conflist, .conf:
      return try conflist(classified, named: file.name, overrides, into: &bag)
    case .fleet:
      guard let node else {
        throw ValidationError("\(path) is a fleet; say which of its nodes is to be tried, with --node NAME.")
      }
      let profile = NodeProfile.read(
        classified.tree, of: OpenDocument(file, id), node: node, overrides: overrides, from: &input, into: &bag)
      return profile.flatMap { networks(of: $0, overrides, into: &bag) }
    case .profile:
      guard node == nil else { throw ValidationError("--node chooses a node of a fleet, and \(path) is none.") }
      let profile = ProfileReader.read(classified.tree, of: file, id, from: &input, into: &bag)
      return profile.flatMap { networks(of: $0, overrides, into: &bag) }
    case .template, .capabilities, .containerd, .confTemplate:
      throw ValidationError("\(path) is no network to try; give a profile, a fleet or a conflist.")
    }
  }

  private static func conflist(
    _ classified: Classified, named name: String, _ overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) throws -> TryInput? {
    // Of two members with one name libcni takes the last and says nothing; other faults of the text it refuses.
    let isReadable = bag.sorted().allSatisfy { $0.severity != .error || $0.rule == "duplicate-key" }
    guard isReadable, let target = TargetResolution.standIn(overrides, into: &bag) else { return nil }
    let list =
      classified.kind == .conf
      ? SinglePlugin.list(classified.tree, named: name, on: target.capabilities)
      : NetworkList(Value(json: classified.tree), fileName: name, on: target.capabilities)
    guard !list.plugins.isEmpty else { throw ValidationError("\(name) has no plugins to call.") }
    return TryInput(
      networks: [Network(name: list.name?.value ?? name, list: list, target: target)], binDirs: [])
  }

  private static func networks(
    of profile: Profile, _ overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> TryInput? {
    guard !bag.hasErrors else { return nil }
    _ = Compiler.compile(profile, overrides: overrides, into: &bag)
    let lowered = LoweredNetworks.all(of: profile, overrides: overrides)
    let networks = lowered.flatMap { networks in
      networks.lists.map { list in
        let name = list.name?.value ?? list.fileName
        let isOne = networks.target.name.isEmpty
        return Network(name: isOne ? name : "\(name) for \(networks.target.name)", list: list, target: networks.target)
      }
    }
    let folders = profile.containerd[.binDirs]?.value.array?.compactMap(\.string) ?? []
    return networks.isEmpty ? nil : TryInput(networks: networks, binDirs: folders, template: profile.templateUse)
  }
}

import Apply
import ArgumentParser
import ArtifactIO
import Diagnostics
import Fleet
import Probe
import ProfileLanguage
import Syntax
import Validation

/// What lies on a node, and what it is to get.
struct NodeInput {
  let node: FoundNode
  /// What was found, as a profile's target.
  let measured: CapabilitiesDocument
  let root: NodeRoot
  /// Why containerd, which is there, does not say what it is; `nil` where it does.
  let silence: String?

  /// Looks at the node. What is wrong with containerd's config goes into the bag.
  static func probe(_ root: NodeRoot, _ input: inout Input, _ bag: inout DiagnosticBag) -> NodeInput? {
    var wish = NodeProbe.Wish(name: Host.name(on: root), date: Host.today)
    wish.root = root
    wish.searchPath = Host.variable("CNI_PATH")
    var probe = NodeProbe(wish)
    let node = probe.run(reading: &input, into: &bag)
    let bytes = CapabilitiesText.document(node, version: Release.version)
    let id = input.add("what lies on \(node.name)", bytes)
    guard let tree = YAMLReader.read(id, bytes, into: &bag) else { return nil }
    input.remember(tree, of: id)
    let silence = probe.remarks.compactMap { remark -> String? in
      guard case .silentContainerd(let path, let reason) = remark else { return nil }
      return "\(path) is there: \(reason)"
    }.first
    return CapabilitiesReader.read(tree, into: &bag).map {
      NodeInput(node: node, measured: $0, root: root, silence: silence)
    }
  }

  /// The folder of networks that containerd reads now.
  var networkFolder: String { node.containerd?.settings?.confDir ?? "/etc/cni/net.d" }

  /// The folders in which containerd looks for plugins now; empty where nobody knows.
  var binDirs: [String] { node.containerd?.settings?.binDirs ?? [] }

  /// How many of its files it takes.
  var maximumNetworks: Int { node.containerd?.settings?.maxConfNum ?? 1 }

  /// The config of containerd as its files say it now.
  var configInForce: ConfigInForce {
    ConfigInForce(confDir: networkFolder, confTemplate: node.containerd?.settings?.confTemplate)
  }

  /// The process of a containerd that was started before its config was last written.
  var outdatedProcess: Int32? {
    node.containerd.flatMap {
      RunningContainerd.process(of: $0.path, olderThan: $0.configFiles.map(\.path), on: root)
    }
  }

  /// Reads the profile, or that of a node of a fleet; the one of this machine's name where none is named.
  func profile(
    _ path: String, node name: String?, _ overrides: TargetOverrides, _ input: inout Input, _ bag: inout DiagnosticBag
  ) throws -> Profile? {
    let (id, file) = try input.read(path)
    guard let classified = Classifier.classify(file, id, as: nil, into: &bag) else { return nil }
    input.remember(classified.tree, of: id)
    switch classified.kind {
    case .fleet:
      return NodeProfile.read(
        classified.tree, of: OpenDocument(file, id, plainNodes: classified.plainNodes), node: name ?? node.name,
        overrides: overrides, from: &input, into: &bag)
    case .profile:
      guard name == nil else { throw ValidationError("--node chooses a node of a fleet, and \(path) is none.") }
      return ProfileReader.read(classified.tree, of: file, id, from: &input, into: &bag)
    case .template, .capabilities, .containerd, .confTemplate, .conflist, .conf:
      throw ValidationError("\(path) is nothing to apply; give a profile or a fleet.")
    }
  }
}

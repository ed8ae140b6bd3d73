package import CNIModel
import ConfTemplate
import ContainerdConfig
package import Diagnostics
package import ProfileLanguage

/// What the files and folders of one call are to each other: configs that containerd reads together, and profiles and
/// folders that they must agree with.
package struct CallCheck: Sendable {
  private var configs: [ConfigSource] = []
  private var profiles: [NamedProfile] = []
  private var folders: [String] = []
  private var templates: [String] = []

  package init() {}

  /// Adds a file that was checked by itself.
  package mutating func add(_ checked: CheckedFile, _ file: SourceFile, _ id: FileID) {
    if let config = checked.config { configs.append(config) }
    if let profile = checked.profile { profiles.append(NamedProfile(name: file.name, id: id, profile: profile)) }
    if Classifier.isConfTemplate(file.name, as: nil) { templates.append(file.name) }
  }

  /// Adds a folder of networks by the path that the user gave.
  package mutating func add(folder: String) { folders.append(folder) }

  /// Checks all configs, and everything against each other.
  ///
  /// - Parameter documents: opens the templates that configs name, where they lie beside them.
  package func check(for target: Target, from documents: inout some DocumentSource, into bag: inout DiagnosticBag) {
    let (sets, alone) = ConfigSet.sets(of: configs, for: target.containerd)
    for config in alone {
      ContainerdCheck.check(config.tree, for: target.containerd, isDropIn: true, into: &bag)
    }
    let nodes = sets.map { ConfiguredNode($0) }
    for node in nodes {
      ConfigSetCheck.check(node.set, into: &bag)
      guard node.values.isRead else { continue }
      for profile in related(to: node, among: nodes) { ProfileAgreement.check(node, profile, for: target, &bag) }
      if nodes.count == 1 {
        for folder in folders { FolderAgreement.check(node, folder: folder, for: target, &bag) }
      }
      NamedTemplate.check(node, given: templates, for: target, from: &documents, &bag)
    }
  }

  /// The profiles that a config belongs to: those in its folder, or where there is one of each, that one. A call may
  /// well hold the files of many nodes.
  private func related(to node: ConfiguredNode, among nodes: [ConfiguredNode]) -> [NamedProfile] {
    if nodes.count == 1, profiles.count == 1 { return profiles }
    let folder = FilePath(node.set.root.name).folder
    let beside = profiles.filter { FilePath($0.name).folder == folder }
    let others = nodes.filter { FilePath($0.set.root.name).folder == folder }
    return beside.count == 1 && others.count == 1 ? beside : []
  }
}

/// A profile, and the file that it stands in.
struct NamedProfile: Sendable {
  let name: String
  let id: FileID
  let profile: Profile
}

/// The configs of one containerd, and what they come to.
struct ConfiguredNode: Sendable {
  let set: ConfigSet
  let values: ValuesInForce

  init(_ set: ConfigSet) {
    self.set = set
    values = ValuesInForce(set)
  }
}

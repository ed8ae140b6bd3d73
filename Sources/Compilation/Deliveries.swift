import CNIModel
import ContainerdConfig
import Diagnostics
import Outputs
import ProfileLanguage

/// Puts a target's files together for the outputs that bring them to nodes.
struct Deliveries {
  private let profile: Profile
  private let settings: ContainerdSettings
  private let target: Target

  /// - Parameter settings: what the containerd config was made from.
  init(_ profile: Profile, _ settings: ContainerdSettings, _ target: Target) {
    self.profile = profile
    self.settings = settings
    self.target = target
  }

  /// The files of the outputs that the profile asks for.
  ///
  /// - Parameters:
  ///   - networks: the files of the networks: conflists, or the template where `lists` is empty.
  ///   - lists: what the conflists hold, in the same order.
  func files(
    config: CompiledFile?, networks: [CompiledFile], lists: [NetworkList], _ bag: inout DiagnosticBag
  ) -> [OutputRendering.File] {
    guard !profile.outputs.isEmpty, let name = profile.name else { return [] }
    var files: [NodeFile] = []
    if let config {
      files.append(NodeFile(path: settings.path(ofConfig: config.name), bytes: config.bytes, role: .runtimeConfig))
    }
    for (index, network) in networks.enumerated() {
      files.append(
        index < lists.count
          ? NodeFile(path: inConfDir(network.name), bytes: network.bytes, role: .network(lists[index]))
          : NodeFile(path: templatePath(network.name), bytes: network.bytes, role: .template(assigned)))
    }
    let delivery = Delivery(
      name: name, target: target, targetPlace: targetPlace, confDir: settings.confDirPath, files: files)
    return OutputRendering.files(profile.outputs, for: delivery, into: &bag)
  }

  private var targetPlace: SourceRange? {
    profile.targets.first { $0.name?.value == target.name }?.name?.range
  }

  /// Where the profile says that Kubernetes assigns the ranges.
  private var assigned: SourceRange? { profile.networks.first { $0.assigned != nil }?.assigned?.word }

  private func inConfDir(_ name: String) -> String {
    let folder = settings.confDirPath
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private func templatePath(_ name: String) -> String {
    settings[.confTemplate]?.value.string ?? "/etc/containerd/\(name)"
  }
}

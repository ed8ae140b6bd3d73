package import ArtifactIO
import CNIModel
package import Compilation
package import ContainerdConfig

/// Where the files of a build belong on the node, as far as the node reads them itself.
package enum NodeFilesOfBuild {
  /// The set of a compiled target.
  ///
  /// - Parameters:
  ///   - settings: what the profile asks of containerd's config.
  ///   - folder: the folder of networks.
  package static func set(
    _ compiled: CompiledTarget, _ settings: ContainerdSettings, networksIn folder: String
  ) -> AppliedSet {
    AppliedSet(
      compiled.files.compactMap { file in
        let path: String
        if file.name.hasSuffix(".conflist") {
          path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
        } else if file.name.hasSuffix(".toml") {
          path = settings.path(ofConfig: file.name)
        } else if file.name.hasSuffix(".template") {
          path = settings[.confTemplate]?.value.string ?? "/etc/containerd/\(file.name)"
        } else {
          // An output that brings the others to nodes.
          return nil
        }
        return AppliedSet.File(path: path, bytes: file.bytes)
      })
  }
}

import ArgumentParser
import NetworkTypes
import ProfileLanguage

/// Releases from the command line; they stand above the profile's.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The release of containerd to build for.", valueName: "version"),
    completion: .containerdReleases)
  var containerd: Release?

  @Option(
    help: ArgumentHelp("The release of the CNI reference plugins to build for.", valueName: "version"),
    completion: .pluginReleases)
  var plugins: Release?

  @Option(
    help: ArgumentHelp("The minor version of Kubernetes to build for.", valueName: "version"),
    completion: .kubernetesVersions)
  var kubernetes: Release?

  @Option(
    help: ArgumentHelp("What was measured on the node to build for, a Capabilities document.", valueName: "file"),
    completion: .file())
  var capabilities: String?

  /// A release number on the command line.
  struct Release: ExpressibleByArgument {
    let version: Version

    init?(argument: String) {
      guard let version = Version(argument) else { return nil }
      self.version = version
    }
  }

  /// The same as a plain value.
  var stated: TargetStatement {
    TargetStatement(
      containerd: containerd?.version, plugins: plugins?.version, kubernetes: kubernetes?.version,
      capabilities: capabilities)
  }
}

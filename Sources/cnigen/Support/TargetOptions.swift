import ArgumentParser
import NetworkTypes
import ProfileLanguage

/// Releases from the command line; they stand above the profile's.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The release of containerd to build for.", valueName: "version"),
    completion: .containerdReleases, transform: Self.release)
  var containerd: Version?

  @Option(
    help: ArgumentHelp("The release of the CNI reference plugins to build for.", valueName: "version"),
    completion: .pluginReleases, transform: Self.release)
  var plugins: Version?

  @Option(
    help: ArgumentHelp("The minor version of Kubernetes to build for.", valueName: "version"),
    completion: .kubernetesVersions, transform: Self.release)
  var kubernetes: Version?

  @Option(
    help: ArgumentHelp("What was measured on the node to build for, a Capabilities document.", valueName: "file"),
    completion: .file())
  var capabilities: String?

  /// A release number on the command line, also as tags have it, with a `v`. Errors: what is wrong with the text.
  @Sendable static func release(_ text: String) throws -> Version {
    if let version = Version(text.hasPrefix("v") ? String(text.dropFirst()) : text) { return version }
    throw ValidationError(
      text == "latest"
        ? "leave the option out for the newest release that cnigen knows"
        : "it is no release number such as 1.6.20")
  }

  /// The same as a plain value.
  var stated: TargetStatement {
    TargetStatement(
      containerd: containerd, plugins: plugins, kubernetes: kubernetes,
      capabilities: capabilities)
  }
}

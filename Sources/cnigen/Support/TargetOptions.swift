import ArgumentParser
import NetworkTypes
import ProfileLanguage

/// Releases from the command line; they stand above the profile's.
struct TargetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The release of containerd to build for.", valueName: "version"))
  var containerd: Release?

  @Option(help: ArgumentHelp("The release of the CNI reference plugins to build for.", valueName: "version"))
  var plugins: Release?

  @Option(help: ArgumentHelp("The minor version of Kubernetes to build for.", valueName: "version"))
  var kubernetes: Release?

  /// A release number on the command line.
  struct Release: ExpressibleByArgument {
    let version: Version

    init?(argument: String) {
      guard let version = Version(argument) else { return nil }
      self.version = version
    }
  }

  var overrides: TargetOverrides {
    TargetOverrides(containerd: containerd?.version, plugins: plugins?.version, kubernetes: kubernetes?.version)
  }
}

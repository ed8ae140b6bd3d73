import NetworkTypes

/// What containerd says to, or does with, a config file that is wrong.
package struct ConfigFault: Sendable, Hashable {
  package let releases: [ReleaseSpan]
  /// What the file has, in a few words.
  package let given: String
  /// What is printed; empty where nothing is.
  package let error: String
  /// What happens; empty where containerd just does not start.
  package let effect: String
  /// Exit status of the daemon, or of `config dump`.
  package let exit: Int
  package let evidence: Constraint.Evidence

  package init(
    _ releases: [ReleaseSpan], given: String, error: String = "", effect: String = "", exit: Int,
    evidence: Constraint.Evidence = .measured
  ) {
    self.releases = releases
    self.given = given
    self.error = error
    self.effect = effect
    self.exit = exit
    self.evidence = evidence
  }
}

extension Containerd {
  /// What containerd does with faulty config files, by release.
  package static var configFaults: [ConfigFault] { versionFaults + tableFaults + keyFaults }

  private static let versionFaults: [ConfigFault] = [
    ConfigFault(
      [.from("1.3.0", to: "1.6.31"), .from("1.7.0", to: "1.7.16")], given: "version >= 3",
      effect: "accepted in silence and read as schema 2; a cri.v1.runtime table has no effect", exit: 0),
    ConfigFault(
      [.from("1.6.32", to: "1.6"), .from("1.7.17", to: "1.7")], given: "version >= 3",
      error: "containerd: failed to load TOML from FILE: unsupported config version `3`", exit: 1),
    ConfigFault(
      [.from("2.0", to: "2.2")], given: "version >= 4",
      error: """
        containerd: failed to load TOML from FILE: expected containerd config version equal to or less than `3`, got `4`
        """,
      exit: 1),
    ConfigFault(
      [.since("2.3")], given: "version >= 5",
      error: """
        containerd: failed to load TOML from FILE: expected containerd config version equal to or less than `4`, got `5`
        """,
      exit: 1),
  ]

  private static let tableFaults: [ConfigFault] = [
    ConfigFault(
      [.from("1.3", to: "1.7")], given: "version = 2 with a plugin key that is no URI, such as [plugins.cri]",
      error: #"invalid plugin key URI "cri" expect io.containerd.x.vx"#, exit: 1, evidence: .source),
    ConfigFault(
      [.from("1.3", to: "1.7")], given: "a table named by URI, without a version line",
      effect: "treated as schema 1: the table is ignored, defaults are used", exit: 0),
    ConfigFault(
      [.from("2.0", to: "2.2")], given: "a grpc.v1.cri.cni table in a file of version 3, or without a version",
      error: """
        level=warning msg="Ignoring unknown key in TOML for plugin" error="strict mode: fields in the document are \
        missing in the target struct" key=cni plugin=io.containerd.grpc.v1.cri
        """,
      effect: "defaults are used", exit: 0),
    ConfigFault(
      [.since("2.3")], given: "a grpc.v1.cri.cni table in a file of version 3, or without a version",
      effect: "moved to its new place and honoured", exit: 0),
    ConfigFault(
      [.since("2.3")], given: "a grpc.v1.cri.cni table in a file of version 4",
      error: """
        level=warning msg="Ignoring unknown key in TOML for plugin" error="strict mode: fields in the document are \
        missing in the target struct" key=cni plugin=io.containerd.grpc.v1.cri
        """,
      effect: "defaults are used", exit: 0),
  ]

  private static let keyFaults: [ConfigFault] = [
    ConfigFault(
      [.from("1.3", to: "1.7")], given: "an unknown or misspelt key in the cni table",
      effect: "ignored without any message", exit: 0),
    ConfigFault(
      [.since("2.0")], given: "an unknown or misspelt key in the cni table",
      error: """
        Ignoring unknown key in TOML for plugin ... key="cni conf_dirr" plugin=io.containerd.cri.v1.runtime
        """,
      effect: "ignored with a warning", exit: 0),
    ConfigFault(
      [.only("2.0")], given: "bin_dirs in the cni table",
      error: #"Ignoring unknown key in TOML for plugin ... key="cni bin_dirs""#,
      effect: "bin_dir keeps its default, /opt/cni/bin", exit: 0),
    ConfigFault(
      [.from("1.5", to: "1.7")], given: "bin_dir as an array",
      error: "containerd: (3, 3): Can't convert [/usr/lib/cni]([]interface {}) to a slice", exit: 1),
    ConfigFault(
      [.from("1.3", to: "1.4")], given: "bin_dir as an array",
      error: "containerd: toml: cannot load TOML value of type []interface {} into a Go string", exit: 1),
    ConfigFault(
      [.since("2.1")], given: "bin_dir as an array in a file of schema 2",
      error: "panic: interface conversion: interface {} is []interface {}, not string", exit: 2),
    ConfigFault(
      [.only("2.0")], given: "bin_dir as an array in a file of schema 2",
      error: """
        containerd: toml: cannot decode TOML array into struct field config.CniConfig.NetworkPluginBinDir of type string
        """,
      exit: 1),
    ConfigFault(
      [.since("2.1")], given: "bin_dirs as a string",
      error: """
        containerd: toml: cannot decode TOML string into struct field config.CniConfig.NetworkPluginBinDirs of type \
        []string
        """,
      exit: 1),
  ]
}

package import NetworkTypes

extension Containerd {
  /// What `containerd config dump` and `containerd config migrate` show, and what they hide.
  package enum ConfigCommands {
    /// The first release that has `config dump`.
    package static let dumpSince: Version = "1.3.0"

    /// What to know of its output; what a missing import does to it stands in `Imports`.
    package static let dump: [Change] = [
      Change(.always, "prints the native schema, whatever the file is"),
      Change(.always, "merges imports"),
      Change(.always, "does not validate plugins: bin_dir beside bin_dirs passes"),
      Change(.until("1.7"), "prints as imports the files that it really read"),
      Change(.since("2.0"), "prints as imports the patterns of the configuration, followed or not"),
    ]

    /// The first release that has `config migrate`; 1.x says "No help topic for 'migrate'".
    package static let migrateSince: Version = "2.0.0"

    /// What to know of its output.
    package static let migrate: [Change] = [
      Change(
        .since("2.0"),
        """
        prints the whole effective config in the native schema, with every default, drop-ins merged in and the imports \
        line kept
        """),
      Change(.only("2.0"), "grpc.v1.cri.cni becomes cri.v1.runtime.cni with all keys; bin_dir stays bin_dir"),
      Change(
        .since("2.1"),
        """
        grpc.v1.cri.cni becomes cri.v1.runtime.cni with all keys; bin_dir becomes bin_dirs = [bin_dir], with bin_dir = \
        '' beside it
        """),
      Change(.since("2.0"), "a grpc.v1.cri table stays, for streaming settings alone"),
      Change(
        .since("2.2"),
        "'/etc/containerd/conf.d/*.toml' is added to imports, so saving the output switches conf.d on"),
      Change(.from("2.0", to: "2.2"), "the CRI settings of a file of schema 1 are lost"),
      Change(.since("2.3"), "the CRI settings of a file of schema 1 are kept"),
    ]
  }
}

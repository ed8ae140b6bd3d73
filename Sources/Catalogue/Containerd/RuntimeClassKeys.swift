import NetworkTypes

extension Containerd {
  /// Keys that give one runtime class (runtime handler) a CNI folder of its own.
  package enum RuntimeClass {
    /// Releases that read them.
    package static let span = ReleaseSpan.since("1.6.0")

    /// The dotted name of the table of a runtime handler, without brackets; `nil` for schema 1, where nobody looked.
    package static func table(of handler: String, schema: Int) -> String? {
      switch schema {
      case 2: #"plugins."io.containerd.grpc.v1.cri".containerd.runtimes.\#(handler)"#
      case 3, 4: "plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.\(handler)"
      default: nil
      }
    }

    /// The keys.
    package static let keys: [ContainerdKey] = [
      ContainerdKey(
        "cni_conf_dir", .path, span, places: places, defaults: [ContainerdKey.Default(.always, #""""#)],
        "folder of the network configurations for this runtime handler, with a watch of its own",
        note: "empty stands for the global conf_dir"),
      ContainerdKey(
        "cni_max_conf_num", .integer, span, places: places, defaults: [ContainerdKey.Default(.always, "0")],
        "how many files of that folder become networks",
        note: "0 stands for the global max_conf_num; only a negative number is no limit where the global one is limited"
      ),
    ]

    private static let places: [ContainerdKey.Place] = [2, 3, 4].map { ContainerdKey.Place(schema: $0, .always) }

    /// What stays global.
    package static let notCovered: [String] = [
      "conf_template is rendered into the global conf_dir alone",
      "NetworkReady tells of the global conf_dir alone",
      "the folders of the binaries are global",
    ]
  }
}

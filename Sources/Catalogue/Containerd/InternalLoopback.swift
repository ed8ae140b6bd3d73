package import NetworkTypes

extension Containerd {
  /// The loopback network that containerd attaches to every pod before the configured ones.
  package enum Loopback {
    /// Its name, which no network of one's own should have.
    package static let networkName = "cni-loopback"

    /// The plugin that it runs, looked up among the others.
    package static let pluginType = "loopback"

    /// What it asks for in some releases.
    package struct Need: Sendable, Hashable {
      package let span: ReleaseSpan
      /// The spec version of its configuration.
      package let spec: String
      /// The first release of the reference plugins whose loopback takes it.
      package let minimumPlugins: Version

      package init(_ span: ReleaseSpan, spec: String, minimumPlugins: Version) {
        self.span = span
        self.spec = spec
        self.minimumPlugins = minimumPlugins
      }
    }

    /// What it asks for, oldest first.
    package static let needs: [Need] = [
      Need(.from("1.3.0", to: "1.6.2"), spec: "0.3.1", minimumPlugins: "0.6.0"),
      Need(.only("1.6.3"), spec: "1.0.0", minimumPlugins: "1.0.0"),
      Need(.since("1.6.4"), spec: "0.3.1", minimumPlugins: "0.6.0"),
    ]

    /// What a release asks for.
    package static func need(in release: Version) -> Need? { needs.first { $0.span.contains(release) } }

    /// How many networks NetworkReady needs: loopback and one of one's own, so a configuration is always required. The
    /// loopback binary is needed only when a pod starts.
    package static func minimumNetworks(internalLoopback: Bool) -> Int { internalLoopback ? 1 : 2 }

    /// The first release that can bring lo up by itself (use_internal_loopback), without the plugin; off by default.
    package static let internalSince: Version = "2.0.0"
  }
}

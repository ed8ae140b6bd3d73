/// What of a node a change replaces.
package enum Part: String, Sendable, CaseIterable {
  case plugins
  /// The networks, and containerd's config.
  case config
  case containerd

  /// The order of the Kubernetes documentation: plugins, their configuration, the runtime.
  package static let usualOrder: [Part] = [.plugins, .config, .containerd]
}

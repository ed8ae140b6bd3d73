package import NetworkTypes

/// What the command line says of the target; it stands above what the profile says.
package struct TargetOverrides: Sendable {
  package let containerd: Version?
  package let plugins: Version?
  package let kubernetes: Version?
  /// What was measured on a node; releases beside it stand above it.
  package let capabilities: CapabilitiesDocument?

  package init(
    containerd: Version? = nil, plugins: Version? = nil, kubernetes: Version? = nil,
    capabilities: CapabilitiesDocument? = nil
  ) {
    self.containerd = containerd
    self.plugins = plugins
    self.kubernetes = kubernetes
    self.capabilities = capabilities
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { containerd == nil && plugins == nil && kubernetes == nil && capabilities == nil }
}

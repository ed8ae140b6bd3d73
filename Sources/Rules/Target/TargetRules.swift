extension Rule {
  /// Rules about the target itself and the node as a whole.
  static let targetRules: [Rule] = [
    .kubernetesUnsupported, .criMismatch, .containerdKnownFault, .networksBeyondMaximum,
  ]
}

/// Nodes that are worked on at the same time.
package struct Wave: Sendable {
  /// From 1.
  package let number: Int
  /// `nil` where the side tells of no pools.
  package let pool: String?
  /// The value of the label that parts waves; `nil` where none does, or the nodes do not have it.
  package let label: String?
  package let isControlPlane: Bool
  /// By procedure, in their order.
  package let parts: [Share]

  /// The nodes of a wave that have one procedure.
  package struct Share: Sendable {
    /// The number of the procedure.
    package let procedure: Int
    package let nodes: [String]
  }

  package var count: Int { parts.reduce(0) { $0 + $1.nodes.count } }
}

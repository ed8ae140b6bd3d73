/// What the user asks of a plan.
package struct PlanOptions: Sendable {
  /// How many nodes of a pool may be out of work at once.
  package var maxUnavailable = MaxUnavailable.percent(10)
  /// A label of which a wave holds one value only.
  package var label: String?
  /// How many nodes the first wave of each pool has; 0 for as many as the others.
  package var canary = 0
  /// The pool of the control plane; `nil` where its nodes are known by their labels.
  package var controlPlane: String?
  package var controlPlaneIsFirst = false
  /// The order of a node's parts; `nil` for one that works.
  package var order: [Part]?
  /// Whether pods may not be made to leave.
  package var forbidsDrain = false
  /// Whether the nodes are in Kubernetes; else the site starts and stops containers by itself.
  package var hasKubernetes = true

  var supervision: Supervision { hasKubernetes ? .kubernetes : .site }

  package init() {}
}

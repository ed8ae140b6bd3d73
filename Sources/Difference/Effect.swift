/// What a change of a network's files means on a node that runs pods, from the mildest to the worst. The order is by
/// what happens where somebody writes the new files and does nothing else.
package enum Effect: Int, CaseIterable, Comparable, Sendable {
  /// Nothing on the node behaves otherwise.
  case none
  /// Pods that start from now on have it; those that run keep what they have, and are still stopped cleanly.
  case newPods
  /// containerd reads it at its start alone.
  case restartContainerd
  /// Pods that run lose something, or cannot be stopped cleanly, so they have to leave the node before it.
  case drain
  /// Ports of the node that led to pods no longer do, or go on leading somewhere after their pods are gone.
  case losesPortMappings
  /// The bridge device that is there keeps an address that does not fit, and new pods fail until it is deleted.
  case deleteBridge
  /// Addresses that running pods have may be given away again.
  case duplicateAddresses

  package static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }

  /// The word for it on the command line, and in JSON.
  package var word: String {
    switch self {
    case .none: "no-effect"
    case .newPods: "new-pods"
    case .restartContainerd: "restart-containerd"
    case .drain: "drain"
    case .losesPortMappings: "loses-port-mappings"
    case .deleteBridge: "delete-bridge"
    case .duplicateAddresses: "duplicate-addresses"
    }
  }
}

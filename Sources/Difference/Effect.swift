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

  /// The effect of a word.
  package init?(word: String) {
    guard let effect = Effect.allCases.first(where: { $0.word == word }) else { return nil }
    self = effect
  }

  /// What `cnigen diff` exits with where this is the worst that it finds: 0 for nothing, else 10 and up, away from the
  /// statuses of faults.
  package var exitStatus: Int32 {
    switch self {
    case .none: 0
    case .newPods: 10
    case .restartContainerd: 11
    case .drain: 12
    case .losesPortMappings: 13
    case .deleteBridge: 14
    case .duplicateAddresses: 15
    }
  }

  /// What it means, in a sentence.
  package var meaning: String {
    switch self {
    case .none: "nothing on the node behaves otherwise"
    case .newPods: "pods that start from now on have it; those that run keep what they have and stop cleanly"
    case .restartContainerd: "containerd reads it at its start alone, so nothing happens before it is restarted"
    case .drain: "pods that run lose something, or cannot be stopped cleanly; they have to leave the node first"
    case .losesPortMappings:
      "ports of the node that led to pods no longer do, or go on leading somewhere after their pods are gone"
    case .deleteBridge:
      "the bridge on the node keeps what does not fit, and new pods fail or go wrong until it is deleted"
    case .duplicateAddresses: "addresses that running pods have may be given away again"
    }
  }

  /// What to do about it on a node.
  package var advice: String {
    switch self {
    case .none: "write the files whenever you like"
    case .newPods: "write the files; restart the pods that are to have it now"
    case .restartContainerd: "write the files, then: systemctl restart containerd"
    case .drain: "first: kubectl drain NODE --ignore-daemonsets; then write the files; then: kubectl uncordon NODE"
    case .losesPortMappings:
      """
      first: kubectl drain NODE --ignore-daemonsets, so that the old configuration removes its rules; then write the files
      """
    case .deleteBridge:
      """
      first: kubectl drain NODE --ignore-daemonsets; then write the files, and: ip link delete BRIDGE; the next pod makes \
      it anew
      """
    case .duplicateAddresses:
      "first: kubectl drain NODE --ignore-daemonsets, and stop pods of daemon sets too; then write the files"
    }
  }
}

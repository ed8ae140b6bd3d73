import Fleet
import NetworkTypes

/// What is said of blocks.
extension Words {
  /// How much of a block is given away: `2,004 of 2,048 subnets used, 16 held back, 28 free`.
  static func use(_ use: BlockUse) -> String {
    let held = use.heldBack > 0 ? ", \(number(use.heldBack)) held back" : ""
    return "\(number(use.used)) of \(subnets(use.subnets.count)) subnets used\(held), \(subnets(use.free)) free"
  }

  /// The pods that the kubelet takes where nobody says otherwise.
  private static let maxPods = 110

  /// What a node's subnet is enough for.
  static func capacity(_ use: BlockUse) -> String {
    guard let addresses = use.addressesOfNode else { return "more addresses than any node can use" }
    return addresses >= maxPods
      ? "\(number(addresses)) addresses a node, enough for the kubelet's \(maxPods) pods"
      : "\(number(addresses)) addresses a node, fewer than the \(maxPods) pods that the kubelet takes: set maxPods lower"
  }

  /// How much of a whole, in percent; what is not nothing is not 0.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "0 %" }
    let share = Double(part) / Double(whole) * 100
    return share < 1 ? "< 1 %" : part < whole && share >= 99 ? "99 %" : "\(Int(share)) %"
  }
}

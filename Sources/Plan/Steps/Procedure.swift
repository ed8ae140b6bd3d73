import Diagnostics
package import Difference

/// The steps for nodes whose change is the same.
package struct Procedure: Sendable {
  /// A letter, as people call it: A to Z, then AA.
  package let id: String
  package let effect: Effect
  /// The worst of the changes, each with its reason.
  package let reasons: [String]
  package let steps: [Step]
  /// What to do on a node on which one of them failed.
  let back: [WayBack.Undoing]
  /// Whether the node's pods leave it.
  package let drains: Bool
  /// What is worth knowing of the states on the way.
  package let remarks: [String]
  /// Its nodes, in the order of the new side; a single empty name for files of no node in particular.
  package let nodes: [String]
}

extension Procedure {
  /// The name of a procedure by its number.
  static func id(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
    return number < 26 ? letter : id(number / 26 - 1) + letter
  }
}

import Diagnostics
import ProfileLanguage

/// The nodes that an inventory lists, while it is read. After some faults nobody reads on: a file of something else
/// would have one in each of its rows.
struct InventoryNodes {
  /// What was taken in. More can be said of the last of them.
  var list = NodeList()
  private(set) var bag = DiagnosticBag()
  private var faults = 0
  private static let faultsTold = 20

  /// Whether there is any use in reading on.
  var goesOn: Bool { faults < Self.faultsTold }

  /// The nodes; none where anything is wrong with any of them.
  func finish(into bag: inout DiagnosticBag) -> NodeList {
    bag.add(self.bag)
    return self.bag.hasErrors ? NodeList() : list
  }

  /// Reports a fault.
  mutating func fault(_ message: String, rule: String = "inventory-invalid", at place: SourceRange, help: String?) {
    faults += 1
    bag.error(rule, message, at: place, help: help)
  }

  /// Takes in a node; `false` where its name cannot be, or where there are too many.
  mutating func append(_ name: ArraySlice<UInt8>, at place: SourceRange) -> Bool {
    guard NodeName.isGood(name.span) else {
      reportName(name, at: place)
      return false
    }
    guard list.count < FleetNodes.maximumCount else {
      faults = Self.faultsTold
      bag.error(
        "too-many-nodes", "more than \(FleetNodes.maximumCount) nodes stand in this inventory", at: place,
        help: "make a fleet of each site or cluster, with an inventory of its own")
      return false
    }
    list.append(name, at: place)
    return true
  }

  private mutating func reportName(_ name: ArraySlice<UInt8>, at place: SourceRange) {
    let shown = name.isEmpty ? "an empty text" : ShownText.of(name)
    let small = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    fault(
      "\(shown) is no name of a node: \(NodeName.fault(of: name) ?? "")", rule: "invalid-node-name", at: place,
      help: NodeName.fault(of: small) == nil ? "write \(ShownText.of(small))" : nil)
  }
}

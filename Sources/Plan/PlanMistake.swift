import Diagnostics
package import Difference

extension PlanOptions {
  /// How many names a message lists.
  private static let namesShown = 8

  /// What was asked for that the new side does not have, in a sentence; `nil` where it has everything.
  package func mistake(on side: Side) -> String? {
    if let controlPlane, !side.pools.contains(controlPlane) {
      return Self.missing("--control-plane: \(side.title) has no pool", controlPlane, "pools", side.pools)
    }
    if let label {
      var labels: Set<String> = []
      for node in side.names.indices {
        for (key, _) in side.membership(of: node).labels {
          if key == label { return nil }
          labels.insert(key)
        }
      }
      return Self.missing("--by: no node of \(side.title) has the label", label, "labels", labels.sorted())
    }
    return nil
  }

  private static func missing(_ start: String, _ name: String, _ kind: String, _ names: [String]) -> String {
    let near = Spelling.nearest(to: name, among: names).map { "did you mean \($0)? " } ?? ""
    let more = names.count > namesShown ? " and \(names.count - namesShown) more" : ""
    let list = names.isEmpty ? "there are no \(kind)" : names.prefix(namesShown).joined(separator: ", ") + more
    return "\(start) \(ShownText.visible(name)); \(near)\(names.isEmpty ? list : "its \(kind): \(list)")."
  }
}

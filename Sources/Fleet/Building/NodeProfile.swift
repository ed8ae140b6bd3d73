package import Diagnostics
package import ProfileLanguage
package import Syntax

/// The profile of one node of a fleet: the fleet's own, with what pools and node lay over it, and the node's subnets.
package enum NodeProfile {
  /// Reads it; `nil` where the fleet has faults or no such node, which is in the bag.
  ///
  /// - Parameters:
  ///   - file: the fleet's document.
  ///   - documents: opens the profile, the inventories and the lock.
  package static func read(
    _ tree: Node, of file: OpenDocument, node name: String, overrides: TargetOverrides,
    from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> Profile? {
    guard let fleet = OpenFleet.open(tree, of: file, readsInput: true, from: &documents, into: &bag), !bag.hasErrors,
      let node = NodeSelection(names: [name]).numbers(in: fleet, into: &bag)?.first
    else { return nil }
    return NodeCompiler(fleet, overrides: overrides)
      .profile(fleet.tree(for: node), for: node, from: &documents, into: &bag)
  }
}

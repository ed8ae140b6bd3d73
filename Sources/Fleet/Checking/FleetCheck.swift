import CNIModel
package import Diagnostics
package import ProfileLanguage
package import Syntax

/// Checks a fleet without building it: its document, its addresses, and its profile for every target that it has.
package enum FleetCheck {
  /// - Parameters:
  ///   - file: the fleet's document.
  ///   - overrides: releases from the command line; they stand above those of profile and pools.
  ///   - documents: opens the profile, the inventories and the lock.
  package static func check(
    _ tree: Node, of file: OpenDocument, overrides: TargetOverrides, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) {
    var found = DiagnosticBag()
    defer { bag.add(found) }
    guard let fleet = FleetReader.read(tree, from: &documents, into: &found) else { return }
    let blocks = BlockCheck.check(fleet, &found)
    let nodes = FleetNodes(fleet, from: &documents, into: &found)
    nodes.checkNames(&found)
    PoolCheck.check(fleet, nodes, &found)
    let profile = FleetProfile.open(fleet, of: file, from: &documents, into: &found)
    // What could not be read would be missed in the plan, and in the profile.
    guard let profile, !found.hasErrors else { return }
    var input = AddressPlanner.Input(names: nodes.names, place: nodes.place)
    input.blocks = blocks
    input.reserved = fleet.reserved.map {
      AddressPlanner.Reserved($0.purpose, $0.network.value, at: $0.network.range)
    }
    input.claims = nodes.claims
    input.lock = lock(of: fleet, from: &documents, into: &found)
    input.keepsGone = fleet.release?.value == .never
    let plan = AddressPlanner.plan(input, into: &found)
    FleetProfileCheck(fleet: fleet, profile: profile, nodes: nodes, plan: plan, overrides: overrides)
      .check(from: &documents, into: &found)
  }

  /// The lock; there is none before the first build.
  private static func lock(
    of fleet: FleetSpec, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> LockFile? {
    guard let path = fleet.lock, let opened = try? documents.open(path.value, namedIn: path.range.file) else {
      return nil
    }
    return LockFile.read(opened.file, opened.id, into: &bag)
  }
}

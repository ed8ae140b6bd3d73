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
    if let fleet = OpenFleet.open(tree, of: file, readsInput: false, from: &documents, into: &found) {
      FleetProfileCheck(fleet, overrides: overrides).check(from: &documents, into: &found)
    }
    bag.add(found)
  }
}

import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// A fleet with all that it names: its nodes, its profile, its lock, and the plan of its addresses.
struct OpenFleet {
  let fleet: FleetSpec
  let nodes: FleetNodes
  let profile: FleetProfile
  let lock: LockFile?
  let plan: AddressPlan

  /// Opens a fleet. `nil` where something could not be read and would be missed in the plan, or in the profile.
  ///
  /// - Parameter readsInput: whether an inventory from standard input is read.
  static func open(
    _ tree: Node, of file: OpenDocument, readsInput: Bool, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> OpenFleet? {
    guard let fleet = FleetReader.read(tree, with: file.plainNodes, from: &documents, into: &bag) else { return nil }
    let blocks = BlockCheck.check(fleet, &bag)
    let nodes = FleetNodes(fleet, readsInput: readsInput, from: &documents, into: &bag)
    nodes.checkNames(&bag)
    PoolCheck.check(fleet, nodes, &bag)
    let profile = FleetProfile.open(fleet, of: file, from: &documents, into: &bag)
    guard let profile, !bag.hasErrors else { return nil }
    var input = AddressPlanner.Input(names: nodes.names, place: nodes.place)
    input.blocks = blocks
    input.reserved = fleet.reserved.map {
      AddressPlanner.Reserved($0.purpose, $0.network.value, at: $0.network.range)
    }
    input.claims = nodes.claims
    input.lock = readLock(of: fleet, from: &documents, into: &bag)
    input.keepsGone = fleet.release?.value == .never
    let plan = AddressPlanner.plan(input, into: &bag)
    let opened = OpenFleet(fleet: fleet, nodes: nodes, profile: profile, lock: input.lock, plan: plan)
    if !bag.hasErrors { SharedRangeCheck.check(opened, &bag) }
    return opened
  }

  /// The lock; there is none before the first build. One that is there and cannot be read must not be taken for none:
  /// all nodes would be renumbered.
  private static func readLock(
    of fleet: FleetSpec, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> LockFile? {
    guard let path = fleet.lock else { return nil }
    do {
      let opened = try documents.openList(path.value, namedIn: path.range.file, upTo: LockFile.maximumSize)
      return LockFile.read(opened.file, opened.id, into: &bag)
    } catch {
      guard !error.isMissing else { return nil }
      bag.error(
        "unreadable-document", "the lock \(path.value) cannot be read: \(error.reason)", at: path.range,
        help: "without it every node could get another subnet; make it readable, or bring it back from git")
      return nil
    }
  }
}

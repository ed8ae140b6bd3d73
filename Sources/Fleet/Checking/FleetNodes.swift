import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax

/// The nodes of a fleet from all their sources, numbered in the order of the document.
struct FleetNodes {
  private(set) var names = NameTable()
  /// The subnets that are stated, in the order of the nodes.
  private(set) var claims: [Claim] = []
  /// The nodes that have more than a name.
  private(set) var details: [Detail] = []
  /// Where each run of nodes comes from.
  private var runs: [(first: Int, place: SourceRange)] = []

  /// What is known of a node.
  struct Detail {
    let node: Int
    let labels: [InventoryNode.Label]
    let pools: [Located<String>]
    /// What the node itself lays over the profile.
    var overlay = FleetSpec.Overlay()
    /// The releases that the node reports, as a target; `nil` where it reports none.
    var reported: FleetSpec.Overlay?
  }

  /// - Parameter readsInput: whether an inventory from standard input is read; a check leaves it to the build.
  init(
    _ fleet: FleetSpec, readsInput: Bool, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) {
    for source in fleet.nodes {
      switch source {
      case .pattern(let pattern):
        runs.append((names.count, pattern.range))
        for number in 0..<pattern.value.count { names.append(pattern.value[number]) }
      case .node(let entry): add(entry)
      case .inventory(let inventory):
        guard readsInput || inventory.path.value != "-" else { continue }
        for node in Self.read(inventory, from: &documents, into: &bag) {
          add(node, from: inventory, &bag)
        }
      }
    }
  }

  /// Where a node comes from: its own place, or that of the pattern that makes it.
  func place(_ node: Int) -> SourceRange? {
    let next = Self.firstIndex(in: runs.count) { runs[$0].first > node }
    return next == 0 ? nil : runs[next - 1].place
  }

  /// What is known of a node beside its name.
  func detail(of node: Int) -> Detail? {
    let index = Self.firstIndex(in: details.count) { details[$0].node >= node }
    return index < details.count && details[index].node == node ? details[index] : nil
  }

  /// The subnets that are stated for a node.
  func claims(of node: Int) -> ArraySlice<Claim> {
    let start = Self.firstIndex(in: claims.count) { claims[$0].node >= node }
    let end = claims[start...].firstIndex { $0.node != node } ?? claims.count
    return claims[start..<end]
  }

  /// The first of some numbers for which something holds that then holds for all behind it.
  private static func firstIndex(in count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Reports names that occur more than once; capital and small letters count as the same, as on some file systems.
  func checkNames(_ bag: inout DiagnosticBag) {
    let limit = 20
    let duplicates = names.duplicates
    for (first, second) in duplicates.prefix(limit) {
      bag.error(
        "duplicate-name", "the node \(names.text(second)) is there twice", at: place(second),
        notes: [Diagnostic.Note("the first one comes from here", at: place(first))],
        help: "keep one of the two; a node of a range can be stated by itself where the range leaves it out")
    }
    guard duplicates.count > limit else { return }
    bag.error(
      "duplicate-name", "\(duplicates.count - limit) more nodes are there twice", at: place(duplicates[limit].second))
  }

  private mutating func add(_ entry: FleetSpec.NodeEntry) {
    guard let name = entry.name else { return }
    runs.append((names.count, name.range))
    let node = names.append(name.value.utf8)
    claims += entry.subnets.map { Claim(node: node, subnet: $0.value, place: $0.range, origin: .stated) }
    let labels = entry.labels.map { InventoryNode.Label($0.key.value, $0.value.value) }
    details.append(Detail(node: node, labels: labels, pools: entry.pools, overlay: entry.overlay))
  }

  private mutating func add(
    _ listed: InventoryNode, from inventory: FleetSpec.Inventory, _ bag: inout DiagnosticBag
  ) {
    if let fault = NodeName.fault(of: Array(listed.name.value.utf8)) {
      bag.error("invalid-node-name", "\(listed.name.value) is no name of a node: \(fault)", at: listed.name.range)
      return
    }
    runs.append((names.count, listed.name.range))
    let node = names.append(listed.name.value.utf8)
    claims += listed.subnets.map { Claim(node: node, subnet: $0.value, place: $0.range, origin: .inventory) }
    details.append(
      Detail(
        node: node, labels: listed.labels, pools: listed.pools, overlay: listed.overlay,
        reported: listed.reported(at: inventory.path.range)))
  }

  /// The nodes that a file lists.
  private static func read(
    _ inventory: FleetSpec.Inventory, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> [InventoryNode] {
    let path = inventory.path
    do {
      let opened = try documents.open(path.value, namedIn: path.range.file)
      return switch inventory.form {
      case .csv: CSVInventory.read(opened.file, opened.id, into: &bag)
      case .json: KubernetesInventory.read(opened.file, opened.id, into: &bag)
      }
    } catch {
      bag.error(
        "unreadable-document", "\(path.value) cannot be read: \(error.reason)", at: path.range,
        help: "the path begins in the folder of this file")
      return []
    }
  }
}

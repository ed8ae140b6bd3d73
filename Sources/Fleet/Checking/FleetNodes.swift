import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax

/// The nodes of a fleet from all their sources, numbered in the order of the document.
struct FleetNodes {
  private(set) var list = NodeList()
  /// What some nodes lay over the profile, in the order of their numbers.
  private(set) var overlays: [FleetSpec.NodeOverlay] = []
  /// Which nodes come from which inventory, and where the fleet names it.
  private(set) var inventories: [(nodes: Range<Int>, place: SourceRange)] = []
  /// Which nodes come from a list that kubectl has printed.
  private(set) var ofClusters: [Range<Int>] = []

  /// More nodes than this are no fleet of this world.
  static let maximumCount = NodePattern.maximumCount

  /// - Parameter readsInput: whether an inventory from standard input is read; a check leaves it to the build.
  init(
    _ fleet: FleetSpec, readsInput: Bool, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) {
    for source in fleet.nodes {
      switch source {
      case .pattern(let pattern):
        guard takes(pattern.value.count, of: pattern.range, &bag) else { return }
        list.append(pattern.value, at: pattern.range)
      case .nodes(let numbers):
        guard takes(numbers.count, of: fleet.list.place(numbers.lowerBound), &bag) else { return }
        add(fleet.overlays, of: numbers)
        list.append(fleet.list, numbers)
      case .inventory(let inventory):
        guard readsInput || inventory.path.value != "-" else { continue }
        let nodes = Self.read(inventory, from: &documents, into: &bag)
        guard takes(nodes.count, of: inventory.path.range, &bag) else { return }
        let numbers = list.count..<(list.count + nodes.count)
        inventories.append((numbers, inventory.path.range))
        if inventory.form == .json { ofClusters.append(numbers) }
        list.append(nodes, 0..<nodes.count)
      }
    }
  }

  var names: NameTable { list.names }

  /// The subnets that are stated, in the order of the nodes.
  var claims: [Claim] { list.claims }

  /// Where a node comes from: its own place, or that of the pattern that makes it; `nil` for a number that is none.
  func place(_ node: Int) -> SourceRange? { node >= 0 && node < list.count ? list.place(node) : nil }

  /// The subnets that are stated for a node.
  func claims(of node: Int) -> ArraySlice<Claim> { list.claims(of: node) }

  /// The value of a node's label.
  func label(_ key: String, of node: Int) -> ArraySlice<UInt8>? { list.labels.value(of: key, for: node) }

  /// Whether a node names a pool that it is in.
  func names(pool: String, for node: Int) -> Bool { list.pools.value(of: pool, for: node) != nil }

  /// Hands over each pool that any node names, with the place where it first stands.
  func forEachNamedPool(_ body: (String, SourceRange) -> Void) { list.pools.forEachKey(body) }

  /// Whether any node names a pool.
  var namesPools: Bool { !list.pools.isEmpty }

  /// Whether there is room for so many more nodes.
  private func takes(_ count: Int, of place: SourceRange, _ bag: inout DiagnosticBag) -> Bool {
    guard list.count + count > Self.maximumCount else { return true }
    bag.error(
      "too-many-nodes", "with these the fleet has more than \(Self.maximumCount) nodes", at: place,
      help: "make a fleet of each site or cluster")
    return false
  }

  private mutating func add(_ others: [FleetSpec.NodeOverlay], of numbers: Range<Int>) {
    for other in others where numbers.contains(other.node) {
      overlays.append(
        FleetSpec.NodeOverlay(node: list.count + other.node - numbers.lowerBound, overlay: other.overlay))
    }
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

  /// The nodes that a file lists.
  private static func read(
    _ inventory: FleetSpec.Inventory, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeList {
    let path = inventory.path
    do {
      let opened = try documents.openList(
        path.value, namedIn: path.range.file, upTo: inventory.form.maximumSize)
      return switch inventory.form {
      case .csv: CSVInventory.read(opened.file, opened.id, into: &bag)
      case .json: KubernetesInventory.read(opened.file, opened.id, into: &bag)
      }
    } catch {
      bag.error(
        "unreadable-document", "\(path.value) cannot be read: \(error.reason)", at: path.range,
        help: "the path begins in the folder of this file")
      return NodeList()
    }
  }
}

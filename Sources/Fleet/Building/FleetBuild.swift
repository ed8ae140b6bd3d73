import CNIModel
package import Diagnostics
package import NetworkTypes
package import ProfileLanguage
package import Syntax

/// A compiled fleet: what each of its nodes gets, made when it is asked for, and the lock that keeps their subnets.
package struct FleetBuild: Sendable {
  /// The lock as it is to be written; `nil` where the fleet keeps none.
  package let lock: Lock?
  /// What the files of the nodes look like.
  package let forms: [NodeForm]
  /// How much of the fleet's blocks is given away.
  package let blockUses: [BlockUse]
  private let names: NameTable
  private let plan: AddressPlan
  /// The nodes, in the order of their folders' paths, and the form of each.
  private let nodes: [(number: UInt32, form: UInt32)]
  /// Compiles single nodes once more; `nil` where nobody asked for it.
  private let details: NodeCompiler?

  /// A lock file.
  package struct Lock: Sendable {
    /// The path as it stands in the fleet's document, and the document.
    package let path: String
    package let document: FileID
    package let bytes: [UInt8]
  }

  /// How many nodes were asked for. They are numbered in the order of their folders' paths.
  package var count: Int { nodes.count }

  /// The name of a node.
  package func name(of node: Int) -> ArraySlice<UInt8> { names[Int(nodes[node].number)] }

  /// The number of a node's form.
  package func form(of node: Int) -> Int { Int(nodes[node].form) }

  /// What belongs into the holes of a node's files.
  package func values(of node: Int) -> NodeValues {
    var values = NodeValues()
    plan.forEachSubnet(of: Int(nodes[node].number)) { subnet in values.add { subnet.append(to: &$0) } }
    return values
  }

  /// The subnets of a node.
  package func subnets(of node: Int) -> [CIDR] { plan.subnets(of: Int(nodes[node].number)) }

  /// The profile of a node, with its places; `nil` where the build keeps no details.
  package func profile(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> Profile? {
    let number = Int(nodes[node].number)
    return details.flatMap { $0.profile($0.fleet.tree(for: number), for: number, from: &documents, into: &bag) }
  }

  /// The names of a node's pools and its labels; none where the build keeps no details.
  package func membership(of node: Int) -> (pools: [String], labels: [(key: String, value: String)]) {
    guard let fleet = details?.fleet else { return ([], []) }
    let number = Int(nodes[node].number)
    return (
      fleet.pools(of: number).compactMap { $0.name?.value },
      (fleet.nodes.detail(of: number)?.labels ?? []).map { ($0.key, $0.value) }
    )
  }

  /// The names of the fleet's pools, in its order; none where the build keeps no details.
  package var pools: [String] { details?.fleet.fleet.pools.compactMap { $0.name?.value } ?? [] }

  /// Compiles a fleet. The files are only to be used where the bag has no errors.
  ///
  /// - Parameters:
  ///   - file: the fleet's document.
  ///   - selection: the nodes that are wanted.
  ///   - overrides: releases from the command line; they stand above those of profile and pools.
  ///   - keepsDetails: whether profiles, pools and labels of its nodes will be asked for.
  ///   - documents: opens the profile, the inventories and the lock.
  package static func build(
    _ tree: Node, of file: OpenDocument, nodes selection: NodeSelection, overrides: TargetOverrides,
    keepsDetails: Bool = false, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> FleetBuild? {
    var found = DiagnosticBag()
    defer { bag.add(found) }
    guard let fleet = OpenFleet.open(tree, of: file, readsInput: true, from: &documents, into: &found),
      !found.hasErrors,
      let numbers = selection.numbers(in: fleet, into: &found)
    else { return nil }
    var assembly = FleetAssembly(fleet, overrides: overrides)
    for node in numbers { assembly.add(node, from: &documents) }
    found.add(assembly.findings)
    return FleetBuild(
      fleet, numbers, assembly, details: keepsDetails ? NodeCompiler(fleet, overrides: overrides) : nil)
  }

  private init(_ fleet: OpenFleet, _ numbers: [Int], _ assembly: FleetAssembly, details: NodeCompiler?) {
    self.details = details
    lock = fleet.newLock
    forms = assembly.forms
    names = fleet.nodes.names
    blockUses = fleet.plan.uses()
    plan = fleet.plan
    let ranks = names.ranksInPathOrder
    nodes = zip(numbers, assembly.formOfNode).map { (UInt32($0), $1) }.sorted {
      ranks.isEmpty ? $0.number < $1.number : ranks[Int($0.number)] < ranks[Int($1.number)]
    }
  }
}

extension OpenFleet {
  /// The lock with every node that is there and, where they keep their subnets, those that left.
  fileprivate var newLock: FleetBuild.Lock? {
    guard let path = fleet.lock else { return nil }
    var lines = (0..<nodes.names.count).map { (name: nodes.names[$0], subnets: plan.subnets(of: $0)) }
    lines.removeAll { $0.subnets.isEmpty }
    if let lock, fleet.release?.value == .never {
      let known = lock.names.numbers(in: nodes.names)
      // The claims of a lock stand in the order of its lines.
      var rest = lock.claims[...]
      for (gone, number) in known.enumerated() {
        let own = rest.prefix { $0.node == gone }
        rest = rest.dropFirst(own.count)
        if number == nil { lines.append((lock.names[gone], own.map(\.subnet))) }
      }
    }
    return FleetBuild.Lock(path: path.value, document: path.range.file, bytes: LockFile.text(lines))
  }
}

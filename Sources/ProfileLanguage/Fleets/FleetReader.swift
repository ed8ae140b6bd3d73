import CNIModel
package import Diagnostics
package import Syntax

/// Reads documents of the kind Fleet.
package enum FleetReader {
  /// Reads a fleet; `nil` where the document is none. What is wrong with it is in the bag.
  ///
  /// - Parameter plainNodes: the nodes that the tree lacks.
  package static func read(
    _ node: Node, with plainNodes: PlainNodes? = nil, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> FleetSpec? {
    guard DocumentHeader.check(node, is: "Fleet", else: "is no fleet, which is wanted here", &bag) else { return nil }
    var fleet = FleetSpec(nodesPlace: node.mapping?.first?.keyRange ?? node.range)
    fleet.plainNodes = plainNodes
    FleetSection.table.read(node, into: &fleet, &bag)
    fleet.plainNodes = nil
    checkWhole(node, &bag)
    if let name = fleet.name, name.value.isEmpty {
      bag.error("name-missing", "the fleet's name is empty", at: name.range, help: "name it")
    }
    var targets = fleet.pools.compactMap(\.overlay.target)
    CapabilitiesReader.open(&targets, from: &documents, &bag)
    for index in fleet.pools.indices.reversed() where fleet.pools[index].overlay.target != nil {
      fleet.pools[index].overlay.target = targets.popLast()
    }
    return fleet
  }

  private static func checkWhole(_ node: Node, _ bag: inout DiagnosticBag) {
    let top = node.mapping?.first?.keyRange ?? node.range
    if node["name"] == nil {
      bag.error("missing-key", "the fleet has no name", at: top, help: "add a line such as: name: prod-eu1")
    }
    if node["profile"] == nil {
      bag.error(
        "missing-key", "the fleet has no profile", at: top,
        help: "add a line such as: profile: profile.yaml, or the sections of a profile under profile:")
    }
    if node["nodes"] == nil {
      bag.error(
        "missing-key", "the fleet has no nodes", at: top, help: "add nodes: with an entry such as edge-[001-100]")
    } else if node["nodes"]?.sequence?.isEmpty == true {
      bag.error("missing-key", "the list of nodes is empty", at: node["nodes"]?.range)
    }
  }
}

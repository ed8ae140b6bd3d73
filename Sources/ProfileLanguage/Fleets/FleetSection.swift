import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// The top level of a fleet.
enum FleetSection {
  static let table = FieldTable<FleetSpec>(
    name: "the fleet", fields: heads + lists,
    demands: [.key("apiVersion"), .key("kind"), .key("name"), .key("profile"), .key("nodes")])

  private static let heads: [Field<FleetSpec>] = [
    Field("apiVersion", "the version of the language", .fixed(DocumentHeader.apiVersion)) { _, _, _ in },
    Field("kind", "what the document is", .fixed("Fleet")) { _, _, _ in },
    Field("name", "the fleet's name", .name) { member, fleet, bag in fleet.name = Scalars.text(member, &bag) },
    Field("profile", "the profile of all nodes: a path, or its sections", .either([.text, .profile])) {
      member, fleet, bag in
      if member.value.mapping != nil {
        fleet.profile = .inline(member.value)
      } else if let path = Scalars.text(member.value, of: "profile", &bag) {
        fleet.profile = .path(path)
      }
    },
    Field("lock", "the file that keeps every node's subnets across runs", .text) { member, fleet, bag in
      guard let lock = Scalars.text(member, &bag) else { return }
      // It is written, and whoever writes the fleet shall not choose a file of the machine for that.
      guard !lock.value.hasPrefix("/"), !lock.value.split(separator: "/").contains("..") else {
        bag.error(
          "invalid-file-name", "the lock \(lock.value) does not lie beside the fleet", at: lock.range,
          help:
            "write a name such as \(lock.value.split(separator: "/").last ?? "fleet.lock"), or a path below the fleet's folder"
        )
        return
      }
      fleet.lock = lock
    },
    Field(
      "release", "when the subnets of a node that left can be given away: immediately or never",
      .word(FleetSpec.Release.allCases.map(\.rawValue))
    ) { member, fleet, bag in
      fleet.release = CapabilitiesValues.word(member, &bag)
    },
  ]

  private static let lists: [Field<FleetSpec>] = [
    Field(
      "allocate", "the blocks; each node gets one subnet from each", .list(.section(Section(BlockSection.table)))
    ) { member, fleet, bag in
      guard let nodes = member.value.sequence else {
        Scalars.wrong(member.value, of: "allocate", wants: "a list of blocks", &bag)
        return
      }
      fleet.blocks = nodes.map { BlockSection.read($0, &bag) }
    },
    Field("reserved", "networks that no pod subnet may meet, by what they are for", .map(.list(.text))) {
      member, fleet, bag in
      fleet.reserved = FleetValues.reserved(member, &bag)
    },
    Field(
      "nodes", "the nodes: names with ranges, single nodes, and files that list them",
      .list(.either([.text, .section(Section(FleetNodeSection.table))]), atLeast: 1)
    ) { member, fleet, bag in
      fleet.nodesPlace = member.keyRange
      guard let nodes = member.value.sequence else {
        Scalars.wrong(member.value, of: "nodes", wants: "a list of nodes", &bag)
        return
      }
      for (index, node) in nodes.enumerated() {
        FleetNodeSection.read(node, into: &fleet, &bag)
        fleet.takePlainNodes(behind: index)
      }
    },
    Field("pools", "what some nodes have in common; later pools win", .list(.section(Section(PoolSection.table)))) {
      member, fleet, bag in
      guard let nodes = member.value.sequence else {
        Scalars.wrong(member.value, of: "pools", wants: "a list of pools", &bag)
        return
      }
      fleet.pools = PoolSection.readList(nodes, &bag)
    },
  ]
}

/// An entry of `allocate:`.
enum BlockSection {
  static let table = FieldTable<FleetSpec.Block>(
    name: "the block",
    fields: [
      Field("from", "the network that is cut into subnets: 10.244.0.0/16", .text) { member, block, bag in
        block.network = FleetValues.network(member.value, of: "from", &bag)
      },
      Field("prefix", "the prefix length of each subnet: 24", .number(0...128)) { member, block, bag in
        block.prefix = Scalars.integer(member.value, of: "prefix", &bag)
      },
    ],
    demands: [.key("from"), .key("prefix")])

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> FleetSpec.Block {
    var block = FleetSpec.Block(range: node.range)
    table.read(node, into: &block, &bag)
    guard node.mapping != nil else { return block }
    for key in ["from", "prefix"] where node[key] == nil {
      bag.error(
        "missing-key", "this block has no \(key)", at: node.range, help: "write {from: 10.244.0.0/16, prefix: 24}")
    }
    return block
  }
}

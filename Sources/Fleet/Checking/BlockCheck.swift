import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// Checks the blocks of a fleet, each by itself and against each other and what is reserved.
enum BlockCheck {
  /// The blocks that can be cut; what is wrong with the others is in the bag.
  static func check(_ fleet: FleetSpec, _ bag: inout DiagnosticBag) -> [AddressPlan.Block] {
    var blocks: [AddressPlan.Block] = []
    for spec in fleet.blocks {
      guard let network = spec.network, let prefix = spec.prefix, let subnets = cut(network, prefix, &bag) else {
        continue
      }
      let block = AddressPlan.Block(subnets, at: network.range)
      if let earlier = blocks.first(where: { $0.subnets.network.overlaps(network.value) }) {
        reportOverlap(block, earlier, &bag)
      }
      if let reserved = fleet.reserved.first(where: { $0.network.value.contains(network.value) }) {
        bag.error(
          "block-invalid", "all of the block \(network.value) is reserved for \(reserved.purpose)", at: network.range,
          notes: [Diagnostic.Note("\(reserved.network.value) is reserved here", at: reserved.network.range)],
          help: "take another block, or reserve less")
      }
      blocks.append(block)
    }
    return blocks
  }

  private static func cut(
    _ network: Located<CIDR>, _ prefix: Located<Int>, _ bag: inout DiagnosticBag
  ) -> SubnetBlock? {
    if let block = SubnetBlock(network.value, prefix: prefix.value) { return block }
    let bits = network.value.family.bits
    let isLong = prefix.value > bits
    bag.error(
      "block-invalid",
      isLong
        ? "prefix \(prefix.value) is longer than an address, which has \(bits) bits"
        : "prefix \(prefix.value) is shorter than that of the block, so no subnet fits into \(network.value)",
      at: prefix.range, notes: [Diagnostic.Note("the block is \(network.value)", at: network.range)],
      help: "write a number from \(network.value.prefix) to \(bits); 24 is usual for IPv4, 64 for IPv6")
    return nil
  }

  private static func reportOverlap(
    _ block: AddressPlan.Block, _ earlier: AddressPlan.Block, _ bag: inout DiagnosticBag
  ) {
    let (one, other) = (block.subnets.network, earlier.subnets.network)
    bag.error(
      "block-invalid",
      one == other ? "the block \(one) stands here twice" : "the blocks \(one) and \(other) overlap", at: block.place,
      notes: [
        Diagnostic.Note("the other one is here", at: earlier.place),
        Diagnostic.Note("a node gets a subnet from each, and two nodes could get the same addresses"),
      ], help: "keep one of them, or make them apart")
  }
}

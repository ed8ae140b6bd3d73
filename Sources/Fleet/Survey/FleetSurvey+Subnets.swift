import CNIModel
package import Diagnostics
package import NetworkTypes
import ProfileLanguage

/// Where subnets come from, and which of them cannot be.
extension FleetSurvey {
  /// A subnet of a node, and where that is said.
  package struct StatedSubnet: Sendable {
    package let subnet: CIDR
    /// The block that it is cut from, and its number there.
    package let block: (index: Int, number: Int?)?
    /// Where the fleet, an inventory or the lock says that the node has it; `nil` for one that is new.
    package let place: SourceRange?
  }

  /// The subnets of a node, in the order of the blocks.
  package func statedSubnets(of node: Int) -> [StatedSubnet] {
    let claims = fleet.nodes.claims(of: node)
    return subnets(of: node).map { subnet in
      let index = blocks.firstIndex { $0.subnets.network.contains(subnet) }
      let stated = claims.first { $0.subnet == subnet }
      return StatedSubnet(
        subnet: subnet, block: index.map { ($0, blocks[$0].subnets.number(of: subnet)) },
        place: (stated ?? locked(subnet, of: node))?.place)
    }
  }

  /// How many subnets nodes bring along where the fleet has no blocks.
  package var ownSubnetCount: Int {
    blocks.isEmpty ? (0..<count).reduce(0) { $0 + subnets(of: $1).count } : 0
  }

  /// The claim of the lock for a subnet.
  private func locked(_ subnet: CIDR, of node: Int) -> Claim? {
    fleet.lock?.claims.first { $0.subnet == subnet && fleet.lock?.names.text($0.node) == name(of: node) }
  }

  /// Pairs of nodes whose subnets overlap, the earlier subnet first.
  package var overlaps: [(first: (node: Int, subnet: CIDR), second: (node: Int, subnet: CIDR))] {
    var claims: [Claim] = []
    for node in 0..<count {
      fleet.plan.forEachSubnet(of: node) {
        claims.append(Claim(node: node, subnet: $0, place: nil, origin: .allocated))
      }
    }
    var pairs: [(first: (node: Int, subnet: CIDR), second: (node: Int, subnet: CIDR))] = []
    Overlaps(claims).forEachPair { one, other in
      pairs.append(((one.node, one.subnet), (other.node, other.subnet)))
    }
    return pairs
  }

  /// Nodes that left and keep their subnets.
  package var gone: [(name: String, subnet: CIDR)] {
    guard let lock = fleet.lock, fleet.fleet.release?.value == .never else { return [] }
    let known = lock.names.numbers(in: fleet.nodes.names)
    return lock.claims.filter { known[$0.node] == nil }.map { (lock.names.text($0.node), $0.subnet) }
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

/// Two pools of different networks of one node that share a part of a subnet, and whose pods can meet.
struct MeetingPools: Sendable {
  let own: Side
  let other: Side
  /// The other network, for messages.
  let otherName: String

  /// One of the two.
  struct Side: Sendable {
    let plan: AddressPlan
    let pool: Pool
    /// The place of the range.
    let place: SourceRange

    var subnetPlace: SourceRange { pool.range.subnet?.range ?? place }
  }

  /// Addresses that both can hand out; `nil` where there are none but gateways.
  var shared: AddressRange? {
    guard let common = own.pool.addresses.intersection(other.pool.addresses) else { return nil }
    let skipped = Set([own.pool.gateway, other.pool.gateway].filter(common.contains))
    return common.count > UInt128(skipped.count) ? common : nil
  }

  /// Whether two bridges would carry the same subnet.
  var isOneSubnetOnTwoBridges: Bool {
    own.plan.isGateway && other.plan.isGateway && own.pool.network == other.pool.network && !isOneBridge
  }

  /// The bridge whose pods take the other network's addresses for neighbours; `nil` where there is none.
  var widerBridge: String? {
    guard !isOneBridge else { return nil }
    let sides = [(own, other), (other, own)]
    let wider = sides.first { $0.0.plan.isGateway && $0.0.pool.network.contains($0.1.pool.network) }
    return wider?.0.plan.plugin.gatewayDevice
  }

  private var isOneBridge: Bool {
    own.plan.isGateway && other.plan.isGateway && own.plan.plugin.gatewayDevice == other.plan.plugin.gatewayDevice
  }
}

extension Subject {
  /// The pools of this network that meet one of an earlier network. Networks of one name and one folder share what
  /// they handed out; another rule speaks of them.
  var meetingPools: [MeetingPools] {
    let plans = addressPlans
    return earlier.flatMap { neighbour in
      let list = neighbour.list
      let name = list.name.map { "network \($0.value)" } ?? "another network"
      return neighbour.addressPlans.flatMap { other in
        plans.filter { $0.meets(other) && !isOneStore($0, other, of: list) }.flatMap { plan in
          plan.pools.flatMap { own in
            other.pools.filter { $0.pool.network.overlaps(own.pool.network) }.map { rival in
              MeetingPools(
                own: .init(plan: plan, pool: own.pool, place: own.set.place(of: own.pool.range)),
                other: .init(plan: other, pool: rival.pool, place: rival.set.place(of: rival.pool.range)),
                otherName: name)
            }
          }
        }
      }
    }
  }

  private func isOneStore(_ plan: AddressPlan, _ other: AddressPlan, of list: NetworkList) -> Bool {
    list.name?.value == self.list.name?.value && plan.dataDir == other.dataDir
  }
}

extension AddressPlan {
  /// Where host-local keeps what it handed out, below which each network has a folder.
  fileprivate var dataDir: String {
    let stated = ipam["dataDir"]?.string ?? ""
    return stated.isEmpty ? "/var/lib/cni/networks" : stated
  }

  /// Whether pods of two networks can meet: the node routes to both, or they are on one link.
  fileprivate func meets(_ other: AddressPlan) -> Bool {
    isRoutedByNode && other.isRoutedByNode || link != nil && link == other.link
  }

  /// Whether the node has the pods' addresses in its own routes.
  private var isRoutedByNode: Bool { isGateway || plugin.type == "ptp" }

  /// The link that the pods are on, as far as a name tells; a master that the plugin picks itself is always the same.
  private var link: String? {
    switch plugin.type {
    case "bridge": return "bridge \(plugin.gatewayDevice)"
    case "macvlan", "ipvlan", "vlan":
      guard !plugin.isOn("linkInContainer") else { return nil }
      let master = plugin.text("master")?.value ?? "default"
      return plugin.type == "vlan" ? "vlan \(plugin.integer("vlanId")?.value ?? 0) of \(master)" : "master \(master)"
    default: return nil
    }
  }
}

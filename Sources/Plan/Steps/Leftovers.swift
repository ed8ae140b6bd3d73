import CNIModel
import Catalogue
import Difference

/// What networks leave on a node when they change: bridges that keep what does not fit, and what nothing uses any more.
struct Leftovers {
  let changes: [NodeChange]
  let old: NodeState
  let new: NodeState

  /// The folder of host-local's stores where a network names none.
  private static let usualStores = "/var/lib/cni/networks"

  /// The steps that take all of it away, on a node without pods.
  var steps: [Step] {
    unfitBridges.map(NodeSteps.deleteBridge) + unusedBridges.map(NodeSteps.deleteUnusedBridge)
      + unusedStores.map(NodeSteps.removeLeases)
  }

  /// The bridges that are used as before, and have to be made anew.
  var unfitBridges: [String] {
    let found = changes.filter { $0.effect == .deleteBridge }
    return Self.each(found.flatMap { networks(of: $0) }.flatMap(Self.bridges))
  }

  /// The bridges that pods are on no more, which would keep the gateway's address and a route to its subnet.
  var unusedBridges: [String] {
    let found = changes.filter { ($0.isBridgeName || $0.isInterfacePlugin) && $0.effect > .none }
    let used = new.networks.flatMap(Self.bridges) + unfitBridges
    return Self.each(found.flatMap { networks(of: $0) }.flatMap(Self.bridges)).filter { !used.contains($0) }
  }

  /// The folders in which host-local kept leases under another name, or elsewhere. A network that comes back to one goes
  /// on avoiding every address that still lies there.
  var unusedStores: [String] {
    let found = changes.filter { ($0.isNetworkName || $0.isLeaseStore) && $0.effect > .none }
    let used = new.networks.flatMap(Self.stores)
    return Self.each(found.flatMap { networks(of: $0) }.flatMap(Self.stores)).filter { !used.contains($0) }
  }

  /// The old networks that a change is about, which go by their new names.
  private func networks(of change: NodeChange) -> [NetworkState] {
    guard let name = change.network else { return old.networks }
    let renaming = changes.first { $0.isNetworkName && $0.network == name }
    return old.networks.filter { $0.name == renaming?.old ?? name }
  }

  private static func bridges(of network: NetworkState) -> [String] {
    network.list.plugins.filter { $0.type == "bridge" }.map { $0["bridge"]?.string ?? "cni0" }
  }

  /// The stores of a network; none for a name or a folder that host-local itself gets nowhere with.
  private static func stores(of network: NetworkState) -> [String] {
    guard NetworkName.isWellFormed(network.name) else { return [] }
    return network.list.plugins.compactMap(\.ipam).filter { $0.type == "host-local" }.compactMap { ipam in
      var folder = (ipam["dataDir"]?.string ?? usualStores)[...]
      while folder.hasSuffix("/") { folder.removeLast() }
      return folder.hasPrefix("/") ? "\(folder)/\(network.name)" : nil
    }
  }

  private static func each(_ names: [String]) -> [String] {
    names.enumerated().filter { !names.prefix($0.offset).contains($0.element) }.map(\.element)
  }
}

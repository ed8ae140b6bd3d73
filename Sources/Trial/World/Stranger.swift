import CNIModel
import Diagnostics
import NetworkTypes

/// The same network once more beside the first, on another bridge with other subnets: who obeys the same firewall
/// policy there must not get through.
enum Stranger {
  static let bridge = "br-stranger"
  private static let name = "cnigen-stranger"

  /// The policy to look at, where there is one that keeps bridges apart.
  static func policy(of list: NetworkList) -> Value? {
    guard list.interfacePlugin?.type == "bridge" else { return nil }
    return list.plugins.lazy.filter { $0.type == "firewall" }.compactMap { $0["ingressPolicy"] }
      .first { ["same-bridge", "isolated"].contains($0.string ?? "") }
  }

  /// The other network; `nil` where there is no policy to look at, or the network's addresses come from elsewhere.
  static func list(beside list: NetworkList) -> NetworkList? {
    guard policy(of: list) != nil, let plugin = list.interfacePlugin, let ipam = plugin.ipam,
      let elements = list.value["plugins"]?.array
    else { return nil }
    let families = Set(ipam.rangeSets.compactMap(\.family))
    guard !families.isEmpty else { return nil }
    let taken = ipam.rangeSets.flatMap(\.ranges).compactMap { $0.subnet?.value }
    let sets = families.sorted().compactMap { family -> Value? in
      let free = candidates.compactMap { CIDR($0) }.first { subnet in
        subnet.family == family && !taken.contains { $0.overlaps(subnet) }
      }
      guard let free else { return nil }
      let place = ipam.value.range
      let subnet = Value.Member("subnet", at: place, Value(.string(free.description), at: place))
      return Value(.array([Value(.object([subnet]), at: place)]), at: place)
    }
    let other = plugin.value.setting("bridge", to: .string(bridge)).setting(
      "ipam",
      to: ipam.value.without("subnet", "rangeStart", "rangeEnd", "gateway").setting("ranges", to: .array(sets)).content)
    let chain = elements.map { $0.range == plugin.value.range && $0["type"]?.string == "bridge" ? other : $0 }
    let value = list.value.setting("name", to: .string(name)).setting("plugins", to: .array(chain))
    return NetworkList(value, fileName: list.fileName)
  }

  private static let candidates = ["10.211.77.0/24", "172.27.77.0/24", "fd77:2111:77::/64", "fd77:2112:77::/64"]
}

extension Value {
  /// The object with a member of another content, or one more.
  fileprivate func setting(_ name: String, to content: Content) -> Value {
    let range = member(name)?.value.range ?? range
    let member = Member(name, at: range, Value(content, at: range))
    return Value(.object((object ?? []).filter { $0.name != name } + [member]), at: self.range)
  }

  fileprivate func without(_ names: String...) -> Value {
    Value(.object((object ?? []).filter { !names.contains($0.name) }), at: range)
  }
}

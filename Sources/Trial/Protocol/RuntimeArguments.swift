import CNIModel
import Emission
import NetworkTypes

/// What the runtime asks of a network for one container, as the kubelet and containerd do. A plugin gets what it
/// declares the capability for.
struct RuntimeArguments {
  var members: [JSON.Member] = []

  /// The ports that are asked for: the same of the container for TCP and UDP.
  struct Ports {
    let host: UInt16
    let container: UInt16
  }

  /// The port of every container's service.
  static let containerPort: UInt16 = 80

  /// The host's port of a container.
  static func ports(of container: Int) -> Ports { Ports(host: 8079 + UInt16(container), container: containerPort) }

  /// The limits that are asked for, in bits a second and bits.
  static let bandwidth = (ingressRate: 40_000_000, egressRate: 20_000_000, burst: 400_000)

  /// The hardware address that is asked for.
  static func hardwareAddress(of container: Int) -> String { "02:00:5e:77:21:0\(container)" }

  /// Everything that a list's plugins may declare.
  ///
  /// - Parameter container: its number, from 1.
  init(for container: Int, of outlook: Outlook) {
    let ports = Self.ports(of: container)
    add("portMappings", .array(["tcp", "udp"].map { Self.mapping(ports, $0) }))
    let limits = Self.bandwidth
    add(
      "bandwidth",
      .object([
        JSON.Member("ingressRate", .integer(limits.ingressRate)),
        JSON.Member("ingressBurst", .integer(limits.burst)),
        JSON.Member("egressRate", .integer(limits.egressRate)), JSON.Member("egressBurst", .integer(limits.burst)),
      ]))
    add("mac", .string(Self.hardwareAddress(of: container)))
    let texts = Self.dns
    add(
      "dns",
      .object(
        [("servers", texts.server), ("searches", texts.search), ("options", texts.option)].map {
          JSON.Member($0.0, .array([.string($0.1)]))
        }))
    add("aliases", .array([.string("web-\(container)")]))
    let ranges = outlook.list.plugins.flatMap { $0.ipam?.rangeSets ?? [] }
    // Only a manager that has no addresses of its own is given some.
    guard ranges.isEmpty else { return }
    let subnets = Self.subnets(for: outlook)
    add(
      "ips",
      .array(
        subnets.map { subnet in
          let number = UInt128(0x10 + container)
          return .string("\(IPAddress(subnet.family, subnet.first.value + number))/\(subnet.prefix)")
        }))
    add(
      "ipRanges",
      .array(subnets.map { .array([.object([JSON.Member("subnet", .string($0.description))])]) }))
  }

  /// The subnets of addresses that the runtime asks for: those of the gateways that the list's routes name, so that they
  /// can be reached; else one of its own.
  private static func subnets(for outlook: Outlook) -> [CIDR] {
    let gateways = outlook.list.plugins.flatMap { $0.ipam?.routes ?? [] }.compactMap { $0.gateway?.value }
    let subnets = IPAddress.Family.allCases.compactMap { family in
      gateways.first { $0.family == family }.flatMap { CIDR($0, prefix: family == .ipv4 ? 24 : 64)?.network }
    }
    return subnets.isEmpty ? [CIDR("10.245.7.0/24")].compactMap { $0 } : subnets
  }

  /// The name servers and the rest that are asked for.
  static let dns = (server: "10.96.0.10", search: "svc.cluster.local", option: "ndots:5")

  /// Those arguments that a plugin declares the capability for.
  func members(for plugin: Plugin) -> [JSON.Member] { members.filter { plugin.declares($0.name) } }

  private mutating func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name, value)) }

  private static func mapping(_ ports: Ports, _ transport: String) -> JSON {
    .object([
      JSON.Member("hostPort", .integer(Int(ports.host))), JSON.Member("containerPort", .integer(Int(ports.container))),
      JSON.Member("protocol", .string(transport)), JSON.Member("hostIP", .string("")),
    ])
  }
}

import Foundation
import NetworkTypes
import TestSupport

/// A Linux host that exists for one test: a namespace for the host, a neighbour outside, and a cable between them.
///
/// Programs run on it see the machine's files, but a `/run` and a `/var/lib` of their own: leases, locks and sockets of
/// plugins never meet the machine's. The neighbour has no route to any pod, as the router of a data centre has none.
struct Node: Sendable {
  let host: Namespace
  let outside: Namespace
  /// The host's device towards the neighbour.
  let uplink: String
  /// What the host's programs have for `/run` and `/var/lib` lies in here.
  let scratch: Scratch

  /// The host's own address on the uplink.
  static func hostAddress(_ family: IPAddress.Family) -> String {
    family == .ipv4 ? "10.200.7.2" : "fd00:200:7::2"
  }

  /// The neighbour's address.
  static func outsideAddress(_ family: IPAddress.Family) -> String {
    family == .ipv4 ? "10.200.7.1" : "fd00:200:7::1"
  }

  /// The neighbour's device towards the host.
  static let outsideDevice = "eth0"

  fileprivate static func make(_ uplink: String, in scratch: Scratch) throws -> Node {
    let outside = try Namespace.make("outside")
    do {
      let host = try Namespace.make("host")
      let node = Node(host: host, outside: outside, uplink: uplink, scratch: scratch)
      do {
        try node.wire()
        return node
      } catch {
        host.remove()
        throw error
      }
    } catch {
      outside.remove()
      throw error
    }
  }

  fileprivate func remove() {
    outside.remove()
    host.remove()
  }

  private func wire() throws {
    try scratch.folder("run/netns")
    try scratch.folder("lib")
    try host.ip(
      ["link", "add", uplink, "type", "veth", "peer", "name", Self.outsideDevice, "netns", outside.name])
    for (namespace, device, address) in [
      (host, uplink, Self.hostAddress), (outside, Self.outsideDevice, Self.outsideAddress),
    ] {
      try namespace.ip(["link", "set", device, "up"])
      try namespace.ip(["address", "add", "\(address(.ipv4))/24", "dev", device])
      // Without nodad the address would be tentative, and useless, for the first second.
      try namespace.ip(["address", "add", "\(address(.ipv6))/64", "dev", device, "nodad"])
    }
    for family in IPAddress.Family.allCases {
      try host.ip([family == .ipv4 ? "-4" : "-6", "route", "add", "default", "via", Self.outsideAddress(family)])
    }
  }

  /// Runs a program on the host, at most `limit` seconds.
  func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: String = "",
    limit: Double = 30
  ) throws -> Outcome {
    try start(program, arguments, environment: environment, input: input).wait(limit: limit)
  }

  /// Starts a program on the host. It ends with the node at the latest.
  func start(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: String = ""
  ) throws -> Child {
    let settings = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    return try Child.start(
      Machine.program("ip"),
      ["netns", "exec", host.name, "/bin/sh", "-ec", Self.entry, "sh", scratch.path, program] + arguments,
      environment: settings, input: input)
  }

  /// `ip netns exec` has given the shell a mount namespace of its own, from which nothing spreads back.
  private static let entry = """
    mount --rbind /run/netns "$1/run/netns"
    mount --rbind "$1/run" /run
    mount --bind "$1/lib" /var/lib
    shift
    exec "$@"
    """
}

/// Carries out a test on a node of its own and removes everything, however the test ends.
func withNode<Value>(uplink: String = "eno1", _ body: (Node) async throws -> Value) async throws -> Value {
  try Machine.requireRoot()
  try Namespace.sweep()
  return try await withScratch { scratch in
    let node = try Node.make(uplink, in: scratch)
    defer { node.remove() }
    return try await body(node)
  }
}

extension Node {
  /// The host's packet filter, one rule a line, without counters: what `iptables-save` and `nft` print for both
  /// families.
  func packetFilter() throws -> [String] {
    let listings = try [
      run("/usr/sbin/iptables-save").required(), run("/usr/sbin/ip6tables-save").required(),
      run("/usr/sbin/nft", ["--stateless", "list", "ruleset"]).required(),
    ]
    return listings.flatMap { $0.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { !$0.hasPrefix("#") }
  }

  /// Runs `iptables` or, for IPv6, `ip6tables` on the host.
  func iptables(_ family: IPAddress.Family, _ arguments: String...) throws {
    try run(family == .ipv4 ? "/usr/sbin/iptables" : "/usr/sbin/ip6tables", arguments).required()
  }

  /// Makes the chain that kube-proxy provides for the traffic of port mappings, and the rule that masquerades it.
  func addKubeProxyChains() throws {
    for family in IPAddress.Family.allCases {
      try iptables(family, "-t", "nat", "-N", "KUBE-MARK-MASQ")
      try iptables(family, "-t", "nat", "-A", "KUBE-MARK-MASQ", "-j", "MARK", "--or-mark", "0x4000")
      try iptables(
        family, "-t", "nat", "-A", "POSTROUTING", "-m", "mark", "--mark", "0x4000/0x4000", "-j", "MASQUERADE")
    }
  }

  /// The addresses that host-local has leased, whatever network they belong to: the names of its files.
  func leases() throws -> [String] {
    guard let files = FileManager.default.enumerator(atPath: scratch.path) else { return [] }
    return files.compactMap { ($0 as? String)?.split(separator: "/").last.map(String.init) }
      .filter { IPAddress($0) != nil }
  }
}

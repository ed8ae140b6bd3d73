import NetworkTypes

/// What a network gives a container; it is looked for in the kernel, never in what a plugin or cnigen says.
struct NetworkPromise: Sendable {
  /// How a connection to the neighbour outside leaves the node.
  enum WayOut: Sendable {
    /// The neighbour sees the node's address.
    case masqueraded
    /// The neighbour sees the container's address, and needs a route to it.
    case routed
    /// The container stands on the uplink's own segment, under an address of its own.
    case segment
  }

  /// The container has one address of each, and no other.
  var pools: [Pool]
  /// The families with a default route; the others have none.
  var defaultRoutes: Set<IPAddress.Family>
  var wayOut = WayOut.masqueraded
  /// Whether a port of the node leads to the container.
  var hostPort = true
  /// Whether the container reaches itself through that port.
  var hairpin = false
  /// The MTU of the container's device, where one is promised.
  var mtu: Int?
  /// The hardware address that the runtime asks for, and that the container has then.
  var mac: String?
  /// Settings in the container's namespace, by name with slashes.
  var sysctls: [String: String] = [:]
}

/// Where an address comes from.
struct Pool: Sendable, CustomStringConvertible {
  let subnet: CIDR
  /// The lowest address that a container may have.
  let first: IPAddress

  /// - Parameter first: the start of the range, where it is not the subnet's.
  init(_ subnet: StaticString, from first: StaticString? = nil) {
    guard let subnet = CIDR("\(subnet)"), let first = first.map({ IPAddress("\($0)") }) ?? subnet.first else {
      preconditionFailure("a pool needs a subnet, and an address to start at")
    }
    self.subnet = subnet
    self.first = first
  }

  var description: String { first == subnet.first ? "\(subnet)" : "\(subnet) from \(first)" }
}

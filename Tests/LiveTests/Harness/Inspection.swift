import Foundation
import NetworkTypes
import TestSupport

/// Looks at an attached container and tells where the kernel departs from a promise.
struct Inspection {
  let node: Node
  let attachment: Attachment
  let promise: NetworkPromise
  var mapping = Runtime.PortMapping()

  private var inside: Namespace { attachment.container.namespace }

  /// Every departure in words; none where all is as promised.
  func departures() async throws -> [String] {
    let addresses = try inside.addresses(of: Container.device)
    var found = try departures(addresses: addresses) + departuresOfRoutes() + departuresOfSettings()
    for address in addresses {
      found += try await departuresOfWayOut(address)
      found += try await departuresOfHostPort(address)
    }
    return found
  }

  private func departures(addresses: [CIDR]) throws -> [String] {
    var found: [String] = []
    var rest = addresses
    for pool in promise.pools {
      if let index = rest.firstIndex(where: { pool.subnet.contains($0.address) && $0.address >= pool.first }) {
        rest.remove(at: index)
      } else {
        found.append("no address of \(pool)")
      }
    }
    found += rest.map { "address \($0) was not asked for" }
    let reported = attachment.addresses.compactMap { CIDR($0) }
    if Set(reported) != Set(addresses) { found.append("the result tells \(reported), the kernel \(addresses)") }
    return found
  }

  private func departuresOfRoutes() throws -> [String] {
    try IPAddress.Family.allCases.compactMap { family in
      let count = try inside.defaultRoutes(family).count
      let promised = promise.defaultRoutes.contains(family) ? 1 : 0
      return count == promised ? nil : "\(count) default routes for \(family), not \(promised)"
    }
  }

  private func departuresOfSettings() throws -> [String] {
    var found: [String] = try promise.sysctls.compactMap { name, value in
      let seen = try inside.run("cat", ["/proc/sys/\(name)"]).required().trimmingCharacters(in: .whitespacesAndNewlines)
      return seen == value ? nil : "\(name) is \(seen), not \(value)"
    }
    let link = try inside.ask(["link", "show", "dev", Container.device]).first
    if let mtu = promise.mtu, link?["mtu"]?.integer != mtu {
      found.append("the MTU is \(String(describing: link?["mtu"])), not \(mtu)")
    }
    if let mac = promise.mac, link?["address"]?.string != mac {
      found.append("the hardware address is \(String(describing: link?["address"])), not \(mac)")
    }
    return found
  }

  private func departuresOfWayOut(_ address: CIDR) async throws -> [String] {
    let family = address.family
    let device = Node.outsideDevice
    if promise.wayOut == .routed {
      let via = Node.hostAddress(family)
      try node.outside.ip(["route", "replace", "\(address.address)", "via", via, "dev", device])
    }
    let expected = promise.wayOut == .masqueraded ? Node.hostAddress(family) : "\(address.address)"
    let source = try await Conversation.source(
      from: inside, to: Node.outsideAddress(family), port: 443, answeredBy: node.outside, on: 443)
    if promise.wayOut == .routed {
      try node.outside.ip(["route", "delete", "\(address.address)", "dev", device])
    }
    return source == expected ? [] : ["outside sees \(source ?? "nobody") for \(address.address), not \(expected)"]
  }

  private func departuresOfHostPort(_ address: CIDR) async throws -> [String] {
    guard promise.hostPort else { return [] }
    var callers = [("outside", node.outside)]
    if promise.hairpin { callers.append(("the container itself", inside)) }
    var found: [String] = []
    for (name, caller) in callers {
      let source = try await Conversation.source(
        from: caller, to: Node.hostAddress(address.family), port: mapping.hostPort, answeredBy: inside,
        on: mapping.containerPort)
      if source == nil {
        found.append("host port \(mapping.hostPort) does not lead \(name) to \(address.address)")
      }
    }
    return found
  }
}

/// Looks at a node after DEL and tells what the container left behind.
struct Aftermath {
  let node: Node
  let attachment: Attachment

  /// Every leftover in words; none where all is gone.
  func leftovers() throws -> [String] {
    let container = attachment.container
    let addresses = attachment.addresses.compactMap { CIDR($0).map { "\($0.address)" } }
    let marks = addresses + [container.id]
    return try container.namespace.devices().map { "device \($0) in the container" }
      + node.host.devices().filter { $0.hasPrefix("veth") }.map { "device \($0) on the node" }
      + node.leases().filter(addresses.contains).map { "lease \($0)" }
      + node.packetFilter().filter { line in
        marks.contains { names(line, $0) } || line.contains(/CNI-(DN-|SN-)?[0-9a-f]{16}/)
      }.map { "rule \($0)" }
  }

  /// Whether a rule names an address or identifier, and not a longer one that begins or ends with it.
  private func names(_ rule: String, _ mark: String) -> Bool {
    rule.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == ":") }.contains { $0 == mark }
  }
}

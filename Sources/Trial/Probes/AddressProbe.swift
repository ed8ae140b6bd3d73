import CNIModel
import NetworkTypes

/// Each container has an address from every range that the list names, none that another one has, and the result says
/// the same as the kernel.
enum AddressProbe: TableProbe {
  static func look(at scene: Scene) -> [Finding] {
    let ipams = scene.chain.list.plugins.compactMap(\.ipam)
    let promised = ipams.flatMap { ipam in
      ipam.rangeSets.map { finding(for: $0, scene) } + ipam.staticAddresses.compactMap { finding(for: $0, scene) }
    }
    let others = ipams.filter { $0.rangeSets.isEmpty && $0.staticAddresses.isEmpty }.map { ipam in
      let isThere = scene.addresses.allSatisfy { !$0.isEmpty }
      return Finding(
        "address", expected: "an address from \(ipam.type)", seen: words(scene.addresses.map { $0.map(\.description) }),
        isThere ? .held : .failed, at: ipam.typeRange)
    }
    return promised + others + contradictions(scene) + duplicates(scene)
  }

  private static func finding(for set: RangeSet, _ scene: Scene) -> Finding {
    let ranges = set.ranges.compactMap(\.addresses)
    let subnets = set.ranges.compactMap { $0.subnet?.value }
    let found = scene.addresses.map { addresses in
      addresses.filter { address in ranges.contains { $0.contains(address.address) } }
    }
    let isUsable = found.joined().allSatisfy { address in
      !subnets.contains { $0.network.prefix < $0.family.bits - 1 && isReserved(address.address, of: $0) }
    }
    let wish = set.ranges.map { range in
      let isWhole = range.start == nil && range.end == nil
      return isWhole ? range.subnet?.value.description ?? "?" : range.addresses?.description ?? "?"
    }
    let holds = isUsable && found.allSatisfy { !$0.isEmpty }
    return Finding(
      "address", set.family?.name ?? "", expected: "one of \(wish.joined(separator: " or ")) for each container",
      seen: words(found.map { $0.map(\.description) }) + (isUsable ? "" : ", an address that no host can have"),
      holds ? .held : .failed, at: (set.ranges.first?.subnet?.range) ?? set.value.range)
  }

  private static func finding(for address: StaticAddress, _ scene: Scene) -> Finding? {
    guard let wanted = address.address else { return nil }
    let isThere = scene.addresses.allSatisfy { $0.contains(wanted.value) }
    return Finding(
      "address", wanted.value.family.name, expected: "\(wanted.value)",
      seen: words(scene.addresses.map { $0.map(\.description) }), isThere ? .held : .failed, at: wanted.range)
  }

  /// Network and broadcast address of IPv4; the address of all routers of IPv6.
  private static func isReserved(_ address: IPAddress, of subnet: CIDR) -> Bool {
    address == subnet.first || (subnet.family == .ipv4 && address == subnet.last)
  }

  /// Addresses that reach no further than the container, those of `lo`, are not looked at.
  private static func contradictions(_ scene: Scene) -> [Finding] {
    guard scene.device != "lo" else { return [] }
    return zip(scene.attachments, scene.addresses).compactMap { attachment, addresses in
      guard Set(attachment.addresses) != Set(addresses) else { return nil }
      return Finding(
        "result", "container \(attachment.container.number)",
        expected: "the addresses that the chain reports: \(words([attachment.addresses.map(\.description)]))",
        seen: words([addresses.map(\.description)]), .failed, at: scene.interfacePlace)
    }
  }

  private static func duplicates(_ scene: Scene) -> [Finding] {
    guard scene.addresses.count > 1 else { return [] }
    let shared = Set(scene.addresses[0]).intersection(scene.addresses[1])
    guard !shared.isEmpty else { return [] }
    return [
      Finding(
        "address", expected: "another address for each container",
        seen: "both have \(words([shared.map(\.description)]))",
        .failed, at: scene.interfacePlace)
    ]
  }

  /// What each container has, in words.
  private static func words(_ groups: [[String]]) -> String {
    groups.map { $0.isEmpty ? "none" : $0.joined(separator: " ") }.joined(separator: ", ")
  }
}

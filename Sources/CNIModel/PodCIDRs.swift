package import NetworkTypes

/// The pod CIDRs that Kubernetes gives a node, in its order.
package struct PodCIDRs: Sendable, Hashable {
  package let cidrs: [CIDR]

  package init(_ cidrs: [CIDR]) { self.cidrs = cidrs }

  /// The families that they have, IPv4 first, whatever comes first.
  package var families: [IPAddress.Family] {
    IPAddress.Family.allCases.filter { family in cidrs.contains { $0.family == family } }
  }

  /// What kind of cluster it is, for messages: `IPv4 before IPv6`.
  package var words: String {
    let families = cidrs.map { $0.family == .ipv4 ? "IPv4" : "IPv6" }
    return families.count == 1 ? "\(families[0]) alone" : families.joined(separator: " before ")
  }

  /// What networks are tried with that get their ranges from Kubernetes: a cluster of both families in either order,
  /// and of one alone. Prefixes are those that Kubernetes gives a node unless it is told otherwise.
  package static let samples: [PodCIDRs] = {
    let ipv4 = IPAddress("10.244.7.0").flatMap { CIDR($0, prefix: 24) }
    let ipv6 = IPAddress("fd00:10:244:7::").flatMap { CIDR($0, prefix: 64) }
    return [[ipv4, ipv6], [ipv6, ipv4], [ipv4], [ipv6]].map { PodCIDRs($0.compactMap(\.self)) }
  }()
}

import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let sourceRoutingWithIPv6 = Rule(
    "source-routing-with-ipv6", .error, "source routing for IPv6 in a release that cannot do it",
    effect: """
      sbr of 0.8.0 to 0.8.5 makes rules for IPv6 addresses with masks of 64 bits where 128 are due, so traffic from \
      the address is not routed as it should be. 0.8.6 mends it.
      """,
    wrong: #"""
      [{"type": "macvlan", "master": "eno1",
        "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:1::/64"}]]}},
       {"type": "sbr"}]
      """#,
    right: #"""
      [{"type": "macvlan", "master": "eno1",
        "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]]}},
       {"type": "sbr"}]
      """#,
    facts: ["sbr: IPv6 does not work"]
  ) { subject, findings in
    for sbr in subject.installed("sbr") where sbr.release <= "0.8.5" {
      guard let place = subject.interface(before: sbr)?.ipv6Place else { continue }
      findings.report(
        "sbr of plugins \(sbr.release) cannot route by IPv6 source addresses", at: sbr.plugin.typeRange,
        notes: [.init("its rules have masks of 64 bits where 128 are due"), .init("the IPv6 address", at: place)],
        help: "use plugins 0.8.6 or later")
    }
  }
}

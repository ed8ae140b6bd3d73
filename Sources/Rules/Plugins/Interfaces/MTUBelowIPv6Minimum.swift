import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let mtuBelowIPv6Minimum = Rule(
    "mtu-below-ipv6-minimum", .error, "an MTU below 1280 with an IPv6 address",
    effect: """
      The kernel has no IPv6 on a device with an MTU below 1280 (RFC 8200), so ADD fails late and with a text that \
      does not speak of the MTU. Where tuning lowers the MTU of an interface that has its addresses already, ADD succeeds \
      and the IPv6 addresses are gone. So it is in every release.
      """,
    wrong: #"""
      {"type": "bridge", "mtu": 1200,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:1::/64"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "mtu": 1280,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:1::/64"}]]}}
      """#,
    facts: ["bridge: mtu below 1280 with an IPv6 address"]
  ) { subject, findings in
    for plugin in subject.installed("bridge", "ptp", "macvlan", "ipvlan", "vlan", "tap", "tuning") {
      let interface = plugin.type == "tuning" ? subject.interface(before: plugin) : plugin
      guard let mtu = plugin.integer("mtu"), (68..<1280).contains(mtu.value), let place = interface?.ipv6Place else {
        continue
      }
      findings.report(
        "\(plugin.word("mtu")) \(mtu.value) is too small for IPv6, which needs 1280", at: mtu.range,
        notes: [.init(plugin.outcomeOfSmallMTU(in: subject.target)), .init("the IPv6 address", at: place)],
        help: "use 1280 or more")
    }
  }
}

extension InstalledPlugin {
  fileprivate func outcomeOfSmallMTU(in target: Target) -> String {
    if type == "tuning" { return "ADD succeeds; the kernel takes the IPv6 addresses off the interface" }
    guard plugin.isOne(of: "bridge", "ptp") else { return "ADD fails: the kernel takes no IPv6 address" }
    // Between the two, the wording was not measured.
    if release <= "1.6.2" { return target.addFails(type, "failed to add IP addr … to \"eth0\": invalid argument") }
    guard release >= "1.9.1" else { return "ADD fails: the kernel takes no IPv6 address" }
    let file = "/proc/sys/net/ipv6/conf/eth0/keep_addr_on_down"
    return target.addFails(
      type, "failed to enable keep_addr_on_down for interface \"eth0\": open \(file): no such file or directory")
  }
}

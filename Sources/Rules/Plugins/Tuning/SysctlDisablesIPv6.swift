import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let sysctlDisablesIPv6 = Rule(
    "sysctl-disables-ipv6", .error, "IPv6 switched off on an interface that has an IPv6 address",
    effect: """
      ADD succeeds. tuning runs when the addresses are set, and the kernel takes the IPv6 ones off an interface on which \
      IPv6 is switched off: the pod is told of an address that it does not have. So it is in every release.
      """,
    wrong: #"""
      [{"type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:1::/64"}]]}},
       {"type": "tuning", "sysctl": {"net.ipv6.conf.all.disable_ipv6": "1"}}]
      """#,
    right: #"[{"type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:1::/64"}]]}}]"#,
    facts: ["225-ipv6-switched-off"]
  ) { subject, findings in
    for setting in SysctlSetting.all(in: subject) {
      guard setting.name.pattern == "net/ipv6/conf/*/disable_ipv6", let number = setting.number, number != 0,
        // `default` is for interfaces to come, others than eth0 belong to other networks.
        let interface = setting.name.interface, ["all", "eth0", "IFNAME"].contains(interface),
        interface != "IFNAME" || setting.plugin.release >= "1.1.0",
        let place = subject.interface(before: setting.plugin)?.ipv6Place
      else { continue }
      findings.report(
        "\(setting.member.name) takes away the IPv6 address that the network hands out",
        at: setting.member.value.range,
        notes: [
          .init("ADD succeeds; the pod has no IPv6"), .init("the IPv6 address", at: place),
        ],
        help: "leave one of the two out")
    }
  }
}

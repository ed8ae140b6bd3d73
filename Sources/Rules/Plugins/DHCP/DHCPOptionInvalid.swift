import CNIModel
import Catalogue
import Diagnostics

extension Rule {
  static let dhcpOptionInvalid = Rule(
    "dhcp-option-invalid", .error, "a DHCP option that the daemon refuses",
    effect: """
      An option is a number from 0 to 255 in quotes, or one of six names; a value has at most 255 bytes. The daemon \
      checks that at ADD, from 1.1.0 on, where provide and request begin. Up to 1.5.1 an element of request without an \
      option fails too.
      """,
    wrong: #"{"type": "macvlan", "ipam": {"type": "dhcp", "request": [{"option": "300"}]}}"#,
    right: #"{"type": "macvlan", "ipam": {"type": "dhcp", "request": [{"option": "42"}]}}"#,
    facts: ["dhcp: unknown option name"]
  ) { subject, findings in
    for plugin in subject.list.plugins {
      guard let dhcp = subject.dhcp(of: plugin) else { continue }
      for key in ["provide", "request"] {
        for element in dhcp.elements(key) {
          let faults = [
            dhcp.optionFault(of: element, in: key), key == "provide" ? DHCPFault.ofValue(in: element) : nil,
          ]
          for fault in faults.compactMap({ $0 }) {
            let effect = subject.target.addFails(plugin.type, "error calling DHCP.Allocate: \(fault.refusal)")
            findings.report(fault.message, at: fault.range, notes: [.init(effect)], help: fault.help)
          }
        }
      }
    }
  }
}

extension Subject {
  /// The dhcp section of a plugin, where the target ships dhcp.
  fileprivate func dhcp(of plugin: Plugin) -> InstalledDHCP? {
    guard let ipam = plugin.ipam, ipam.type == "dhcp", let facts = ipam.facts else { return nil }
    let release = target.release(of: "dhcp").version
    return facts.span.contains(release) ? InstalledDHCP(ipam: ipam, facts: facts, release: release) : nil
  }
}

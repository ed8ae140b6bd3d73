import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let ipRangesAddUp = Rule(
    "ip-ranges-add-up", .note, "ranges in the file beside the capability ipRanges",
    effect: """
      host-local puts the ranges of the runtime in front of those of the file (0.7.0), it does not replace them: the \
      container gets an address from each. containerd never sends ipRanges.
      """,
    wrong: #"""
      {"type": "bridge", "capabilities": {"ipRanges": true}, "ipam": {"type": "host-local", "subnet": \#
      "10.1.0.0/24"}}
      """#,
    right: #"{"type": "bridge", "capabilities": {"ipRanges": true}, "ipam": {"type": "host-local"}}"#,
    facts: ["host-local: ipRanges from the runtime are PREPENDED"]
  ) { subject, findings in
    for declared in subject.declaredCapabilities where declared.name == "ipRanges" {
      guard case .reads("host-local") = declared.reader, let sets = declared.plugin.ipam?.rangeSets, !sets.isEmpty
      else {
        continue
      }
      findings.report(
        "ranges from the runtime come on top of the \(sets.count) in the file", at: declared.member.value.range,
        notes: [.init("the container gets an address from each", at: sets.first?.value.range)])
    }
  }

  static let ipsReplaceAddresses = Rule(
    "ips-replace-addresses", .note, "gateways in the file beside the capability ips of static",
    effect: """
      Addresses from the runtime replace those of the file (0.8.2), and the gateways that the file gives them are lost \
      with them. They need a prefix length. containerd never sends ips.
      """,
    wrong: #"""
      {"type": "macvlan", "capabilities": {"ips": true}, "ipam": {"type": "static", "addresses": [{"address": \#
      "10.1.0.9/24", "gateway": "10.1.0.1"}]}}
      """#,
    right: #"""
      {"type": "macvlan", "capabilities": {"ips": true}, "ipam": {"type": "static", "routes": [{"dst": \#
      "0.0.0.0/0", "gw": "10.1.0.1"}]}}
      """#,
    facts: ["static: ips replace the addresses", "static: the ips capability needs a prefix length"]
  ) { subject, findings in
    for declared in subject.declaredCapabilities where declared.name == "ips" {
      guard case .reads("static") = declared.reader,
        let gateway = declared.plugin.ipam?.staticAddresses.lazy.compactMap(\.gateway).first
      else { continue }
      findings.report(
        "addresses from the runtime replace those of the file, and the gateways go with them",
        at: declared.member.value.range, notes: [.init("this one is lost", at: gateway.range)],
        help: "give the routes a gw")
    }
  }

  static let loopbackDropsResult = Rule(
    "loopback-drops-result", .error, "an old loopback behind other plugins",
    effect: """
      loopback up to 0.8.2 does not hand on what the plugins before it made: plugins behind it, and the runtime, get a \
      result without the container's interface and addresses. From 0.8.3 on it may stand anywhere.
      """,
    wrong: #"[{"type": "bridge"}, {"type": "loopback"}, {"type": "portmap"}]"#,
    right: #"[{"type": "bridge"}, {"type": "portmap"}]"#,
    facts: ["loopback: changes"]
  ) { subject, findings in
    guard let interface = subject.list.interfacePlugin else { return }
    for plugin in subject.list.plugins where plugin.type == "loopback" && plugin.index > interface.index {
      let release = plugin.release(in: subject.target)
      guard release <= "0.8.2" else { continue }
      findings.report(
        "loopback of plugins \(release) does not hand on what \(interface.type) made", at: plugin.typeRange,
        notes: [.init("what comes behind it gets a result without the container's interface and addresses")]
          + subject.target.releaseNote(of: "loopback"),
        help: "leave it out: containerd brings lo up by itself")
    }
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let firewallBackendIgnored = Rule(
    "firewall-backend-ignored", .warning, "a backend that firewall does not have",
    effect: """
      ADD succeeds. firewall knows the backends iptables and firewalld; any other word, nftables too, means the default: \
      firewalld where it runs, else iptables. So it is in every release.
      """,
    wrong: #"{"type": "firewall", "backend": "nftables"}"#,
    right: #"{"type": "firewall", "backend": "iptables"}"#,
    facts: ["firewall: no nftables backend in any release", "211-firewall-backend-misspelt"]
  ) { subject, findings in
    let backends = ["iptables", "firewalld"]
    for firewall in subject.installed("firewall") {
      guard let backend = firewall.text("backend"), !backends.contains(backend.value) else { continue }
      let near = Spelling.nearest(to: backend.value, among: backends)
      findings.report(
        "\(firewall.word("backend")) \(backend.value) is unknown to firewall and counts as not set", at: backend.range,
        notes: [.init("ADD succeeds; the rules go to firewalld where it runs, else to iptables")],
        help: near.map { "write \"\($0)\"" } ?? "write \"iptables\" or \"firewalld\", or leave it out")
    }
  }
}

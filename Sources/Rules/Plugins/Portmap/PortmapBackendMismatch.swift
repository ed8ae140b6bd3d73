import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let portmapBackendMismatch = Rule(
    "portmap-backend-mismatch", .error, "settings of one packet filter with the other one",
    effect: """
      From 1.6.0 on portmap works with iptables or nftables and refuses what only the other one knows: \
      externalSetMarkChain is for iptables, and conditions are written in the filter's own language. It tells the \
      language by the first word: a dash or an exclamation mark means iptables (1.6.0 took the exclamation mark for \
      nftables). Without backend it is iptables wherever the node has iptables. ADD of every pod fails.
      """,
    wrong: #"{"type": "portmap", "backend": "iptables", "conditionsV4": ["ip", "saddr", "192.168.250.0/24"]}"#,
    right: #"{"type": "portmap", "backend": "iptables", "conditionsV4": ["-s", "192.168.250.0/24"]}"#,
    facts: ["portmap: nftables with externalSetMarkChain", "portmap: iptables with nftables-style conditions"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") where portmap.reads("backend") {
      let asked = portmap.usesNFTables ? "nftables" : "iptables"
      let other = portmap.usesNFTables ? "iptables" : "nftables"
      // An unknown backend is a fault of its own.
      guard portmap["backend"] == nil || portmap.portmapBackend?.value == asked else { continue }
      var options: [(key: String, value: Value)] = []
      if portmap.usesNFTables, let chain = portmap["externalSetMarkChain"] {
        options.append(("externalSetMarkChain", chain))
      }
      options += portmap.conditionLists.filter { $0.mismatch(of: portmap) }.map { ($0.key, $0.value) }
      let list = options.map(\.key).joined(separator: " ")
      let refusal =
        "failed to parse config: \(asked) backend was requested but configuration contains "
        + "\(other)-specific options [\(list)]"
      for option in options {
        findings.report(
          "\(portmap.word(option.key)) is for \(other), and \(portmap.word("backend")) is \(asked)"
            + (portmap["backend"] == nil ? " where nothing is said" : ""),
          at: option.value.range, notes: [.init(subject.target.addFails("portmap", refusal))],
          help: portmap.remedy(for: option.key, other: other))
      }
    }
  }
}

extension InstalledPlugin {
  fileprivate func remedy(for key: String, other: String) -> String {
    if key == "externalSetMarkChain" { return "leave it out; nftables needs no mark" }
    let starts = conditionLists.first { $0.key == key }?.elements.first?.string?.hasPrefix("!") ?? false
    if release == "1.6.0", starts, !usesNFTables {
      return "plugins 1.6.0 take a leading ! for nftables: put another condition first, or use plugins 1.6.1 or later"
    }
    return "write the conditions in the language of \(usesNFTables ? "nftables" : "iptables"), or set "
      + "\(word("backend")) to \(other)"
  }
}

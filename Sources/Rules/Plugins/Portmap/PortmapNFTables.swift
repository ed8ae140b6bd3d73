import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let portmapNFTablesBroken = Rule(
    "portmap-nftables-broken", .error, "portmap's nftables backend in the release where it does not work",
    effect: """
      The nftables backend of portmap 1.6.0 puts its DNAT rule into a hook that takes none: ADD of every pod with a \
      mapping fails. 1.6.1 mends that, 1.9.0 what is left.
      """,
    wrong: #"{"type": "portmap", "backend": "nftables"}"#,
    right: #"{"type": "portmap", "backend": "iptables"}"#,
    facts: ["portmap: the nftables backend cannot set up any mapping"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") where portmap.usesNFTables && portmap.release == "1.6.0" {
      let refusal = "unable to set up nftables rules for port mappings: … Operation not supported"
      findings.report(
        "\(portmap.word("backend")) nftables of plugins 1.6.0 cannot forward any port",
        at: portmap.portmapBackend?.range, notes: [.init(subject.target.addFails("portmap", refusal))],
        help: "write \"iptables\", or use plugins 1.9.0 or later")
    }
  }

  static let portmapNFTablesCaptures = Rule(
    "portmap-nftables-captures", .error, "portmap's nftables backend in a release where it takes foreign traffic",
    effect: """
      In 1.6.1 to 1.8.0 the rule of the nftables backend asks for the port alone, not for an address of the node. A \
      connection that the node forwards, to any host on that port, ends in the pod that has the port mapped. 1.9.0 \
      limits the rule to the node's own addresses.
      """,
    wrong: #"{"type": "portmap", "backend": "nftables"}"#,
    right: #"{"type": "portmap", "backend": "iptables"}"#,
    facts: ["portmap: the nftables backend also captures forwarded traffic"]
  ) { subject, findings in
    let span = ReleaseSpan.from("1.6.1", to: "1.8.0")
    for portmap in subject.installed("portmap") where portmap.usesNFTables && span.contains(portmap.release) {
      findings.report(
        "\(portmap.word("backend")) nftables of plugins \(portmap.release) takes connections meant for other hosts",
        at: portmap.portmapBackend?.range,
        notes: [.init("ADD succeeds; connections of other pods to a mapped port of any host end in this pod")],
        help: "write \"iptables\", or use plugins 1.9.0 or later")
    }
  }
}

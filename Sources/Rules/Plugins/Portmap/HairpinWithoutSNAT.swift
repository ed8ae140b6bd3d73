import CNIModel
import Diagnostics

extension Rule {
  static let hairpinWithoutSNAT = Rule(
    "hairpin-without-snat", .warning, "hairpin mode without the masquerading that it needs",
    effect: """
      ADD succeeds. A pod reaches itself through its own host port only if the bridge reflects its frames (hairpinMode) \
      and portmap masquerades them (snat, which is on by default). With snat off the host port does not answer to the \
      pod itself, nor on 127.0.0.1 of the node. So it is in every release.
      """,
    wrong:
      #"[{"type": "bridge", "hairpinMode": true, "ipam": {"type": "host-local"}}, {"type": "portmap", "snat": false}]"#,
    right: #"[{"type": "bridge", "hairpinMode": true, "ipam": {"type": "host-local"}}, {"type": "portmap"}]"#,
    facts: ["204-hairpin-without-snat-old"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") {
      guard let snat = portmap.off("snat"), let bridge = subject.interface(before: portmap), bridge.type == "bridge",
        let hairpin = bridge.on("hairpinMode")
      else { continue }
      let (snatWord, hairpinWord) = (portmap.word("snat"), bridge.word("hairpinMode"))
      findings.report(
        "\(snatWord) is off, so \(hairpinWord) does not let a pod reach its own host port", at: snat.range,
        notes: [
          .init("ADD succeeds; the host port does not answer to the pod itself, nor on 127.0.0.1 of the node"),
          .init("\(hairpinWord) is on here", at: hairpin.range),
        ],
        help: "leave \(snatWord) out")
    }
  }
}

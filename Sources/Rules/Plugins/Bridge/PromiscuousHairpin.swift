import CNIModel
import Diagnostics

extension Rule {
  static let promiscuousHairpin = Rule(
    "promiscuous-hairpin", .warning, "promiscuous mode where hairpin mode is wanted",
    effect: """
      ADD succeeds. A promiscuous bridge takes in frames that are not for it, but it does not send a frame back through \
      the port it came from, so a pod does not reach itself through its own host port or service address. Hairpin \
      mode does that, in every release.
      """,
    wrong: #"{"type": "bridge", "isGateway": true, "promiscMode": true, "ipam": {"type": "host-local"}}"#,
    right: #"{"type": "bridge", "isGateway": true, "hairpinMode": true, "ipam": {"type": "host-local"}}"#,
    facts: ["165-promiscuous-is-no-hairpin"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.isOff("hairpinMode") {
      guard let promiscuous = bridge.on("promiscMode") else { continue }
      let portmap = subject.first("portmap", after: bridge)
      guard bridge.isGateway || portmap != nil else { continue }
      let (hairpinWord, promiscuousWord) = (bridge.word("hairpinMode"), bridge.word("promiscMode"))
      findings.report(
        "\(promiscuousWord) does not do what \(hairpinWord) does: a pod cannot reach itself through its own "
          + (portmap == nil ? "service address" : "host port"),
        at: promiscuous.range,
        notes: [.init("ADD succeeds; connections of a pod to itself by way of the node time out")],
        help: "set \(hairpinWord) to true and leave \(promiscuousWord) out")
    }
  }
}

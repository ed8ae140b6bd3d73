import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let hairpinWithPromiscuous = Rule(
    "hairpin-with-promiscuous", .error, "a bridge in hairpin mode and in promiscuous mode at once",
    effect: """
      Every release of the bridge plugin refuses the pair, so ADD of every pod fails. Of the two, hairpin mode is the \
      one that lets a pod reach itself through its own host port or service address.
      """,
    wrong: #"{"type": "bridge", "isGateway": true, "hairpinMode": true, "promiscMode": true}"#,
    right: #"{"type": "bridge", "isGateway": true, "hairpinMode": true}"#,
    facts: ["bridge: hairpinMode and promiscMode exclude each other"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") {
      guard let hairpin = bridge.on("hairpinMode"), let promiscuous = bridge.on("promiscMode") else { continue }
      let (hairpinWord, promiscuousWord) = (bridge.word("hairpinMode"), bridge.word("promiscMode"))
      findings.report(
        "\(hairpinWord) and \(promiscuousWord) exclude each other", at: Value.later(of: hairpin, promiscuous).range,
        notes: [.init(subject.target.addFails("bridge", bridge.hairpinRefusal))],
        help: "keep \(hairpinWord), leave \(promiscuousWord) out")
    }
  }
}

extension InstalledPlugin {
  /// The bridge plugin's words for the pair; they were misspelt at first, and lost their full stop later.
  fileprivate var hairpinRefusal: String {
    if release <= "0.9.1" { return "cannot set hairpin mode and promiscous mode at the same time." }
    return "cannot set hairpin mode and promiscuous mode at the same time" + (release <= "1.2.0" ? "." : "")
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let bridgeNameOfOtherSoftware = Rule(
    "bridge-name-of-other-software", .warning, "a bridge under the name that other software uses",
    effect: """
      It works on a node without that software. Where both run, the one that comes second finds the bridge with \
      another gateway's address: ADD fails, or with forceAddress the other side loses its network. Without a gateway \
      the pods land in the other software's network.
      """,
    wrong: #"{"type": "bridge", "bridge": "virbr0"}"#,
    right: #"{"type": "bridge", "bridge": "br-pods"}"#,
    facts: ["bridge: isGateway and the bridge already has another IPv4 address", "192-bridge-named-virbr0"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") {
      guard let name = bridge.text("bridge"), let owner = WellKnownBridge.owner(of: name.value),
        !subject.list.isMade(by: owner)
      else { continue }
      findings.report(
        "\(name.value) is a bridge of \(owner)", at: name.range,
        notes: [.init("it works on a node without \(owner)"), .init(bridge.clash(in: subject))],
        help: "choose a name of the network's own, such as br-pods")
    }
  }
}

extension NetworkList {
  /// Whether the software itself wrote the list, for which the name is the right one.
  fileprivate func isMade(by owner: String) -> Bool {
    switch owner {
    case "nerdctl", "Docker or nerdctl": value.member("nerdctlID") != nil || value.member("nerdctlLabels") != nil
    case "Podman": name?.value == "podman"
    default: false
    }
  }
}

extension InstalledPlugin {
  fileprivate func clash(in subject: Subject) -> String {
    guard isGateway else { return "where \(bridgeName) is there already, pods join that network" }
    guard !isOn("forceAddress") else { return "where \(bridgeName) is there already, it loses its own address" }
    let address = gatewayAddresses.first.map(\.description) ?? "…"
    let refusal = "failed to set bridge addr: \"\(bridgeName)\" already has an IP address different from \(address)"
    return "where \(bridgeName) is there already, " + subject.target.addFails("bridge", refusal)
  }
}

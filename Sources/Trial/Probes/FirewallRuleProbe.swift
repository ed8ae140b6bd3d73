import CNIModel
import Diagnostics
import NetworkTypes

/// The firewall has a rule for every container, which it can only make for one that has an address.
enum FirewallRuleProbe: TableProbe {
  static func look(at scene: Scene) -> [Finding] {
    guard let firewall = scene.plugins("firewall").first, firewall["backend"]?.string != "firewalld" else { return [] }
    let addresses = scene.attachments.flatMap { $0.addresses.map(\.address) }
    let named = Leftovers.addresses(inRulesOf: "CNI-FORWARD", among: addresses)
    let bare = scene.attachments.filter { attachment in
      !attachment.addresses.contains { named.contains($0.address) }
    }
    let numbers = bare.map { "container \($0.container.number)" }.joined(separator: " and ")
    return [
      Finding(
        "firewall-rule", expected: "rules for every container",
        seen: bare.isEmpty ? "rules for every container" : "none for \(numbers)", bare.isEmpty ? .held : .failed,
        at: firewall.typeRange)
    ]
  }
}

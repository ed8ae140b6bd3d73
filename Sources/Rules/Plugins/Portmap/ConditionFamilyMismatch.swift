import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let conditionFamilyMismatch = Rule(
    "condition-family-mismatch", .error, "an address of the other family in a condition",
    effect: """
      conditionsV4 go into IPv4 rules and conditionsV6 into IPv6 rules. An address of the other family means nothing \
      there: the packet filter refuses the rule, and ADD of a pod with a mapping fails, in every release.
      """,
    wrong: #"{"type": "portmap", "conditionsV4": ["!", "-s", "fd00::/8"]}"#,
    right: #"{"type": "portmap", "conditionsV6": ["!", "-s", "fd00::/8"]}"#,
    facts: ["203-ipv6-address-in-ipv4-condition"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") {
      for list in portmap.conditionLists where !list.mismatch(of: portmap) {
        let otherKey = list.family == .ipv4 ? "conditionsV6" : "conditionsV4"
        for element in list.elements {
          guard let text = element.string, let address = list.foreignAddress(in: text) else { continue }
          let names: [IPAddress.Family: String] = [.ipv4: "IPv4", .ipv6: "IPv6"]
          let (own, other) = (names[list.family] ?? "", names[list.family == .ipv4 ? .ipv6 : .ipv4] ?? "")
          findings.report(
            "\(address) is an \(other) address, and \(portmap.word(list.key)) are for \(own)", at: element.range,
            notes: [.init("ADD of a pod with a mapping fails: the packet filter refuses the rule")],
            help: "move it to \(portmap.word(otherKey))")
        }
      }
    }
  }
}

extension PortmapConditions {
  /// The first address or network of the other family in a word; several may be joined by commas, braces or a dash.
  fileprivate func foreignAddress(in text: String) -> Substring? {
    text.split { ",{}- ".contains($0) }.first { part in
      let family = CIDR(part)?.family ?? IPAddress(part)?.family
      return family.map { $0 != self.family } ?? false
    }
  }
}

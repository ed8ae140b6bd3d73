import CNIModel
import Catalogue
import Diagnostics

extension Rule {
  static let conditionNotTokenized = Rule(
    "condition-not-tokenized", .error, "several words of a rule in one condition",
    effect: """
      portmap hands each element of conditionsV4 and conditionsV6 to iptables as one argument. An element with a space \
      is no option that iptables knows, so ADD of a pod with a mapping fails, in every release. nftables gets the \
      elements joined by spaces and does not mind.
      """,
    wrong: #"{"type": "portmap", "conditionsV6": ["-s fd00::/8"]}"#,
    right: #"{"type": "portmap", "conditionsV6": ["-s", "fd00::/8"]}"#,
    facts: ["202-ipv6-condition-in-one-token"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") where !portmap.usesNFTables {
      for list in portmap.conditionLists where !list.mismatch(of: portmap) {
        for (index, element) in list.elements.enumerated() {
          guard let text = element.string, text.contains(where: \.isWhitespace), !list.isFreeText(at: index) else {
            continue
          }
          let words = text.split(whereSeparator: \.isWhitespace).map { "\"\($0)\"" }.joined(separator: ", ")
          findings.report(
            "condition \"\(text)\" holds several words; each needs an element of its own", at: element.range,
            notes: [.init("ADD of a pod with a mapping fails: iptables does not understand the rule")],
            help: "write \(words)")
        }
      }
    }
  }
}

extension PortmapConditions {
  /// Whether an element is the text that the option before it asks for, and may hold spaces.
  fileprivate func isFreeText(at index: Int) -> Bool {
    guard index > 0, let option = elements[index - 1].string else { return false }
    return ["--comment", "--string", "--hex-string", "--path", "--bytecode", "--u32"].contains(option)
  }
}

import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let shapedWithUnshapedSubnets = Rule(
    "shaped-with-unshaped-subnets", .error, "a list of subnets to shape beside one of subnets not to shape",
    effect: """
      bandwidth of 1.5.0 and 1.5.1, the only releases with these keys, takes one of the two lists: ADD of every pod \
      fails.
      """,
    wrong: #"{"type": "bandwidth", "shapedSubnets": ["10.0.0.0/8"], "unshapedSubnets": ["10.1.0.0/16"]}"#,
    right: #"{"type": "bandwidth", "shapedSubnets": ["10.0.0.0/8"]}"#,
    facts: ["bandwidth: both subnet lists"]
  ) { subject, findings in
    for plugin in subject.installed("bandwidth") {
      guard let shaped = plugin["shapedSubnets"], shaped.array?.isEmpty == false,
        let unshaped = plugin["unshapedSubnets"], unshaped.array?.isEmpty == false
      else { continue }
      let refusal =
        "unshapedSubnets and shapedSubnets cannot be both specified, one of them should be discarded"
      findings.report(
        "\(plugin.word("shapedSubnets")) and \(plugin.word("unshapedSubnets")) exclude each other",
        at: Value.later(of: shaped, unshaped).range,
        notes: [.init(subject.target.addFails("bandwidth", refusal))], help: "keep one of them")
    }
  }

  static let shapedSubnetInvalid = Rule(
    "shaped-subnet-invalid", .error, "a text that is no subnet among those to shape or not to shape",
    effect: """
      bandwidth of 1.5.0 and 1.5.1 reads the entries of shapedSubnets and unshapedSubnets as subnets with a prefix \
      length: ADD of every pod fails.
      """,
    wrong: #"{"type": "bandwidth", "unshapedSubnets": ["10.1.0.0"]}"#,
    right: #"{"type": "bandwidth", "unshapedSubnets": ["10.1.0.0/16"]}"#,
    facts: ["bandwidth: both subnet lists"]
  ) { subject, findings in
    for plugin in subject.installed("bandwidth") {
      for key in ["shapedSubnets", "unshapedSubnets"] {
        for element in plugin[key]?.array ?? [] {
          guard let text = element.string, CIDR(text) == nil else { continue }
          let refusal = "bad subnet \"\(text)\" provided, details invalid CIDR address: \(text)"
          findings.report(
            "\"\(text)\" in \(plugin.word(key)) is no subnet", at: element.range,
            notes: [.init(subject.target.addFails("bandwidth", refusal))],
            help: IPAddress(text).map { "add a prefix length: \($0)/\($0.family.bits) for this address alone" })
        }
      }
    }
  }
}

import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let gatewayWithoutIPAM = Rule(
    "gateway-without-ipam", .error, "a gateway or masquerading where nobody hands out addresses",
    effect: """
      From 0.8.0 on a bridge without ipam is a plain switch: isGateway, isDefaultGateway and ipMasq are read past \
      without a word, no address is set and no rule is made. Older releases refuse a bridge without ipam altogether.
      """,
    wrong: #"{"type": "bridge", "isGateway": true}"#,
    right: #"{"type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#,
    facts: ["bridge: no ipam.type: layer 2 only"]
  ) { subject, findings in
    for bridge in subject.installed("bridge") where bridge.release >= "0.8.0" && bridge.hasNoIPAM {
      for (key, effect) in [
        ("isGateway", "the bridge gets no gateway address"), ("isDefaultGateway", "the bridge gets no gateway address"),
        ("ipMasq", "no rule is made"),
      ] {
        guard let value = bridge.on(key) else { continue }
        findings.report(
          "\(bridge.word(key)) is on, but nobody hands out addresses", at: value.range,
          notes: [.init("ADD succeeds; \(effect)")], help: "hand out addresses, or leave \(bridge.word(key)) out")
      }
    }
  }
}

extension InstalledPlugin {
  /// Whether there is no IPAM section, or one without anything in it. One that only lacks its type is a fault of its
  /// own.
  fileprivate var hasNoIPAM: Bool { plugin["ipam"].map { $0.object?.isEmpty == true } ?? true }
}

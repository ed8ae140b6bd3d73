import CNIModel
import Diagnostics

extension Rule {
  static let hostDeviceSeveralSelectors = Rule(
    "host-device-several-selectors", .warning, "a selector of host-device that another one overrules",
    effect: """
      ADD succeeds. host-device looks at device, hwaddr, kernelpath and pciBusID in this order, and the first one that is \
      set decides. It does not check that the others name the same interface. So it is in every release.
      """,
    wrong: #"{"type": "host-device", "device": "eno3", "hwaddr": "02:00:00:00:00:44"}"#,
    right: #"{"type": "host-device", "device": "eno3"}"#,
    facts: ["host-device: at least one selector", "230-two-selectors"]
  ) { subject, findings in
    for plugin in subject.installed("host-device") {
      guard let winner = plugin.selectors.first else { continue }
      for loser in plugin.selectors.dropFirst() {
        findings.report(
          "\(plugin.word(loser.key)) is without effect: \(plugin.word(winner.key)) \(winner.text.value) decides",
          at: loser.text.range,
          notes: [
            .init("ADD succeeds; nobody compares the two"), .init("the one that decides", at: winner.text.range),
          ], help: "keep one of them")
      }
    }
  }
}

import CNIModel
import Diagnostics

extension Rule {
  static let staticBandwidthDisablesRuntime = Rule(
    "static-bandwidth-disables-runtime", .warning, "a limit in the file that overrules the limits of the pods",
    effect: """
      ADD succeeds. As soon as one of ingressRate, ingressBurst, egressRate and egressBurst is written, even as 0, the \
      bandwidth plugin ignores what the runtime asks for by the capability. So it is in every release.
      """,
    wrong: #"{"type": "bandwidth", "capabilities": {"bandwidth": true}, "egressRate": 0, "egressBurst": 0}"#,
    right: #"{"type": "bandwidth", "capabilities": {"bandwidth": true}}"#,
    facts: ["bandwidth: any of the four keys present in the config"]
  ) { subject, findings in
    for plugin in subject.installed("bandwidth") {
      guard let capability = plugin.declared("bandwidth") else { continue }
      let written = ["ingressRate", "ingressBurst", "egressRate", "egressBurst"].compactMap(plugin.member)
      guard let first = written.min(by: { $0.value.range.start < $1.value.range.start }) else { continue }
      findings.report(
        "\(plugin.word(first.name)) in the file makes the plugin ignore the limits of the pods", at: first.value.range,
        notes: [
          .init("ADD succeeds; every pod has the limits of the file, or none where they are 0"),
          .init("the capability that is overruled", at: capability.range),
        ],
        help: "keep the capability, or limits of the file's own")
    }
  }
}

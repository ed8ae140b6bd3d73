import CNIModel
import Diagnostics

extension Rule {
  static let rateWithoutBurst = Rule(
    "rate-without-burst", .error, "a rate without a burst, or a burst without a rate",
    effect: """
      The bandwidth plugin needs both numbers of a direction or neither, and takes 0 for absent. ADD of every pod \
      fails, in every release.
      """,
    wrong: #"{"type": "bandwidth", "ingressRate": 10000000}"#,
    right: #"{"type": "bandwidth", "ingressRate": 10000000, "ingressBurst": 2000000}"#,
    facts: ["bandwidth: rate without burst"]
  ) { subject, findings in
    for shaping in Shaping.all(in: subject) where shaping.isReadable {
      let (rate, burst) = (shaping.plugin.word(shaping.rateKey), shaping.plugin.word(shaping.burstKey))
      switch (shaping.rate, shaping.burst) {
      case (let found?, nil):
        let refusal = "if rate is set, burst must also be set"
        findings.report(
          "\(rate) \(found.value) needs \(burst) beside it", at: found.range,
          notes: [.init(subject.target.addFails("bandwidth", refusal))],
          help: "set \(burst), in bits; a tenth of a second of the rate is a fair size: "
            + "\(max(found.value / 10, 128_000))")
      case (nil, let found?):
        let refusal = "if burst is set, rate must also be set"
        findings.report(
          "\(burst) \(found.value) needs \(rate) beside it", at: found.range,
          notes: [.init(subject.target.addFails("bandwidth", refusal))],
          help: "set \(rate), in bits per second, or leave both out")
      default: continue
      }
    }
  }
}

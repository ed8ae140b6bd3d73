import CNIModel
import Diagnostics

extension Rule {
  static let rateTooSmall = Rule(
    "rate-too-small", .error, "a rate below one byte a second",
    effect: """
      The rate is given in bits per second and set in bytes: below 8 it becomes 0, which the kernel refuses. ADD of \
      every pod fails, in every release.
      """,
    wrong: #"{"type": "bandwidth", "egressRate": 1, "egressBurst": 800000}"#,
    right: #"{"type": "bandwidth", "egressRate": 1000000, "egressBurst": 800000}"#,
    facts: ["217-rate-of-1"]
  ) { subject, findings in
    for shaping in Shaping.all(in: subject) {
      guard let rate = shaping.rate, rate.value < 8 else { continue }
      let refusal = (shaping.rateKey == "egressRate" ? "create ifb qdisc: " : "") + "create qdisc: invalid argument"
      findings.report(
        "\(shaping.plugin.word(shaping.rateKey)) \(rate.value) is less than a byte a second", at: rate.range,
        notes: [.init(subject.target.addFails("bandwidth", refusal))],
        help: "the unit is bit per second: 1000000 is a megabit")
    }
  }

  static let rateImplausible = Rule(
    "rate-implausible", .warning, "a rate that nobody can mean",
    effect: """
      ADD succeeds, and once the burst is used up the pod has less than 64 kilobit a second, with which hardly anything \
      works. The unit is bit per second, not kilobit or megabit. So it is in every release.
      """,
    wrong: #"{"type": "bandwidth", "ingressRate": 100, "ingressBurst": 10000000}"#,
    right: #"{"type": "bandwidth", "ingressRate": 100000000, "ingressBurst": 10000000}"#,
    facts: ["216-rate-in-megabit"]
  ) { subject, findings in
    for shaping in Shaping.all(in: subject) {
      guard let rate = shaping.rate, (8..<64_000).contains(rate.value) else { continue }
      let verb = shaping.rateKey == "egressRate" ? "sends" : "receives"
      findings.report(
        "\(shaping.plugin.word(shaping.rateKey)) \(rate.value) is \(rate.value / 8) bytes a second", at: rate.range,
        notes: [.init("ADD succeeds; after the burst the pod \(verb) no more than that")],
        help: "the unit is bit per second: \(rate.value) megabit are \(rate.value)000000")
    }
  }
}

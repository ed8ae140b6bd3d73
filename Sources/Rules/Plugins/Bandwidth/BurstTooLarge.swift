import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let burstTooLarge = Rule(
    "burst-too-large", .error, "a burst of 4 gigabytes or more",
    effect: """
      The kernel counts a burst in bytes, with 32 bits; the key counts in bits. From 0.8.3 on the bandwidth plugin \
      refuses 34359738360 bits and more: ADD of every pod fails. Older ones do not look.
      """,
    wrong: #"{"type": "bandwidth", "ingressRate": 1000000000, "ingressBurst": 34359738368}"#,
    right: #"{"type": "bandwidth", "ingressRate": 1000000000, "ingressBurst": 100000000}"#,
    facts: ["bandwidth: burst of 32 Gbit or more"]
  ) { subject, findings in
    let limit: UInt64 = 8 * 0xFFFF_FFFF
    for shaping in Shaping.all(in: subject) where shaping.plugin.release >= "0.8.3" {
      guard let burst = shaping.burst, burst.value >= limit else { continue }
      findings.report(
        "\(shaping.plugin.word(shaping.burstKey)) \(burst.value) is too large: the limit is \(limit - 1) bits",
        at: burst.range,
        notes: [.init(subject.target.addFails("bandwidth", "burst cannot be more than 4GB"))])
    }
  }
}

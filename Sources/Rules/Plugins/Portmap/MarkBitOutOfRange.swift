import CNIModel
import Diagnostics

extension Rule {
  static let markBitOutOfRange = Rule(
    "mark-bit-out-of-range", .error, "a mark bit that a mark of 32 bits does not have",
    effect: """
      The bits of a packet's mark are numbered from 0 to 31. portmap checks that from 0.7.0 on, where the key begins: \
      ADD of every pod fails.
      """,
    wrong: #"{"type": "portmap", "markMasqBit": 32}"#,
    right: #"{"type": "portmap", "markMasqBit": 31}"#,
    facts: ["portmap: markMasqBit in 0..31"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") {
      guard let bit = portmap.integer("markMasqBit"), !(0...31).contains(bit.value) else { continue }
      let refusal = "failed to parse config: MasqMarkBit must be between 0 and 31"
      findings.report(
        "\(portmap.word("markMasqBit")) \(bit.value) is out of range: 0 to 31", at: bit.range,
        notes: [.init(subject.target.addFails("portmap", refusal))])
    }
  }
}

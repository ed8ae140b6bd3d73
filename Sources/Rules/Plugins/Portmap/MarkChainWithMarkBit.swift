import CNIModel
import Diagnostics

extension Rule {
  static let markChainWithMarkBit = Rule(
    "mark-chain-with-mark-bit", .error, "a mark bit and a chain that sets the mark, together",
    effect: """
      portmap either sets the mark itself, by markMasqBit, or calls a chain that does, externalSetMarkChain. From \
      0.7.0 on, where both keys begin, it refuses the pair: ADD of every pod fails.
      """,
    wrong: #"{"type": "portmap", "markMasqBit": 12, "externalSetMarkChain": "SITE-MARK"}"#,
    right: #"{"type": "portmap", "markMasqBit": 12}"#,
    facts: ["portmap: markMasqBit with externalSetMarkChain"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") {
      guard let bit = portmap["markMasqBit"], let chain = portmap["externalSetMarkChain"] else { continue }
      let refusal = "failed to parse config: Cannot specify externalSetMarkChain and markMasqBit"
      findings.report(
        "\(portmap.word("markMasqBit")) and \(portmap.word("externalSetMarkChain")) exclude each other",
        at: Value.later(of: bit, chain).range, notes: [.init(subject.target.addFails("portmap", refusal))],
        help: "keep one of them, or neither")
    }
  }
}

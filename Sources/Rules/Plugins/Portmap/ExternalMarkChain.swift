import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let externalMarkChain = Rule(
    "external-mark-chain", .warning, "a chain that something else has to make",
    effect: """
      portmap jumps to externalSetMarkChain and does not make it, in every release from 0.7.0 on: where it is missing, \
      ADD of a pod with a mapping fails. KUBE-MARK-MASQ was made by every kubelet up to 1.26; from 1.27 on only \
      kube-proxy makes it, in its iptables and ipvs modes. Without the key portmap marks the packets itself.
      """,
    wrong: #"{"type": "portmap", "externalSetMarkChain": "KUBE-MARK-MASQ"}"#,
    right: #"{"type": "portmap"}"#,
    facts: ["portmap: externalSetMarkChain must exist already"]
  ) { subject, findings in
    for portmap in subject.installed("portmap") {
      guard let chain = portmap.markChainInUse, portmap["markMasqBit"] == nil, ChainName.fault(of: chain.value) == nil,
        !subject.makesItself(chain.value)
      else { continue }
      var notes: [Diagnostic.Note] = []
      if chain.value == "KUBE-MARK-MASQ" {
        let version = subject.target.kubernetes.map { "of Kubernetes \($0) " } ?? "from 1.27 on "
        notes.append(.init("kubelet \(version)does not make it; kube-proxy does in its iptables and ipvs modes"))
      }
      let refusal = "unable to setup DNAT: … Chain '\(chain.value)' does not exist"
      notes.append(
        .init("without it ADD of a pod with a mapping fails: \(subject.target.addFailure(of: "portmap", refusal))"))
      findings.report(
        "chain \(chain.value) must be there already: portmap does not make it", at: chain.range, notes: notes,
        help: "leave \(portmap.word("externalSetMarkChain")) out; portmap then marks the packets itself")
    }
  }
}

extension Subject {
  /// Whether every node of the target makes the chain: kubelet did up to 1.26.
  fileprivate func makesItself(_ chain: String) -> Bool {
    guard chain == "KUBE-MARK-MASQ", let kubernetes = target.kubernetes else { return false }
    return kubernetes < "1.27"
  }
}

import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  /// containerd's release page names, for each Kubernetes version, the releases that fit.
  static let kubernetesUnsupported = Rule(
    node: "kubernetes-unsupported", .warning, "containerd's release page does not pair these two releases",
    effect: """
      The containerd project tests each Kubernetes minor version with certain patch releases of certain lines, and \
      lists them. An older patch release usually runs, with faults that the named one has mended; a line that is not \
      named was never tried.
      """,
    wrong: "target: {containerd: 1.6.20, plugins: 1.1.1, kubernetes: 1.29}",
    right: "target: {containerd: 1.6.36, plugins: 1.1.1, kubernetes: 1.29}",
    facts: ["kubernetes_support"]
  ) { subject, findings in
    let target = subject.target
    guard let kubernetes = target.kubernetes, target.sharesCRI else { return }
    let version = target.containerd.version
    guard let row = KubernetesSupport.row(for: kubernetes) else {
      let known = KubernetesSupport.rows
      guard let first = known.first?.kubernetes, let last = known.last?.kubernetes else { return }
      findings.report(
        "Kubernetes \(kubernetes) is not in the catalogue, which knows \(first) to \(last)",
        at: target.places.kubernetes ?? target.places.containerd,
        help: "nothing is known of how it goes with containerd \(version)")
      return
    }
    let fit = row.minimums.map { "\($0)" }.joined(separator: ", ")
    let place = target.places.containerd ?? target.places.kubernetes
    switch row.verdict(on: version) {
    case .supported: break
    case .tooOld(let minimum):
      findings.report(
        "Kubernetes \(row.kubernetes) is supported with containerd \(minimum) and later of this line, not \(version)",
        at: place, help: "take containerd \(minimum) or later")
    case .lineNotNamed:
      findings.report(
        "Kubernetes \(row.kubernetes) is not supported with containerd \(version.line)", at: place,
        notes: [.init("containerd's release page names, as the first of each line: \(fit)")],
        help: "take containerd \(row.minimums.last.map { "\($0)" } ?? fit) or a newer line")
    }
  }

  /// kubelet and containerd must share a version of the interface between them.
  static let criMismatch = Rule(
    node: "cri-mismatch", .error, "kubelet and containerd have no version of the CRI in common",
    effect: """
      kubelet talks to containerd through the CRI. v1 alone is spoken by Kubernetes 1.26 and later and by containerd \
      2.0 and later, v1alpha2 alone by containerd before 1.5. Without a common version kubelet does not start.
      """,
    wrong: "target: {containerd: 1.4.13, plugins: 0.9.1, kubernetes: 1.29}",
    right: "target: {containerd: 1.6.36, plugins: 1.1.1, kubernetes: 1.29}",
    facts: ["kubernetes_support", "kubernetes_notes: CRI v1alpha2 was removed in containerd 2.0"]
  ) { subject, findings in
    let target = subject.target
    guard let kubernetes = target.kubernetes, !target.sharesCRI,
      let row = KubernetesSupport.row(for: kubernetes), let line = Catalogue.containerdLine(target.containerd.version)
    else { return }
    let spoken = line.criAPI.map(\.rawValue).joined(separator: " and ")
    let wanted = row.cri.map(\.rawValue).joined(separator: " or ")
    findings.report(
      """
      containerd \(target.containerd.version) speaks CRI \(spoken), and Kubernetes \(row.kubernetes) needs \(wanted)
      """,
      at: target.places.containerd ?? target.places.kubernetes,
      notes: [.init("kubelet does not start: it finds no version of the CRI that both speak")],
      help: "take containerd \(row.minimums.last.map { "\($0)" } ?? "of another line") or later")
  }
}

extension Target {
  /// Whether kubelet and containerd have a version of the CRI in common, as far as the catalogue knows.
  fileprivate var sharesCRI: Bool {
    guard let kubernetes, let row = KubernetesSupport.row(for: kubernetes),
      let line = Catalogue.containerdLine(containerd.version)
    else { return true }
    return !Set(row.cri).isDisjoint(with: line.criAPI)
  }
}

import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  /// Faults that strike any network of a release, whatever its configuration says.
  static let containerdKnownFault = Rule(
    node: "containerd-known-fault", .warning, "a containerd release with a fault that strikes every network",
    effect: """
      Some patch releases of containerd leak addresses, lose the addresses of pods over a restart, or hang when the \
      CNI folder changes while a pod is set up. No configuration helps; only another patch release does.
      """,
    wrong: "target: {containerd: 2.0.1, plugins: 1.6.0}",
    right: "target: {containerd: 2.0.11, plugins: 1.6.0}",
    facts: [
      "known_issues: go-cni-lock-recursion", "known_issues: cni-del-skipped", "known_issues: cni-leak-setup-order",
      "known_issues: no-cni-info-after-restart", "known_issues: teardown-context",
      "known_issues: result-without-cniversion",
    ]
  ) { subject, findings in
    let target = subject.target
    let version = target.containerd.version
    let hasThirdParty = subject.lists.contains {
      $0.plugins.contains { !($0.facts?.isReference ?? false) && !$0.type.isEmpty }
    }
    let ids = unconditional + (hasThirdParty ? ["result-without-cniversion"] : [])
    for issue in ids.compactMap(Catalogue.knownIssue) where issue.affects(version) {
      let texts = issue.errors.filter { $0.span.contains(version) }.map(\.text)
      let condition = issue.with.isEmpty ? "" : " (with \(issue.with))"
      findings.report(
        "containerd \(version): \(issue.effect)\(condition)", at: target.places.containerd,
        notes: texts.map { .init("the node says: \($0)") },
        help: issue.fixed.isEmpty ? nil : "mended in \(issue.fixed)")
    }
  }

  private static let unconditional = [
    "go-cni-lock-recursion", "cni-del-skipped", "cni-leak-setup-order", "no-cni-info-after-restart",
    "teardown-context",
  ]
}

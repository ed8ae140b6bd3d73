import NetworkTypes

extension KnownIssue {
  /// Faults in setting pods up and taking them down.
  static let aboutPods: [KnownIssue] = [
    KnownIssue(
      "cni-del-skipped",
      affected: [
        .from("1.6.37", to: "1.6"), .from("1.7.23", to: "1.7.30"), .from("2.0.0", to: "2.0.7"),
        .from("2.1.0", to: "2.1.6"), .from("2.2.0", to: "2.2.1"),
      ],
      effect: "StopPodSandbox does not call DEL where the sandbox has no stored CNI result; addresses can leak",
      remedy: "upgrade", fixed: "1.7.31, 2.0.8, 2.1.7, 2.2.2, 2.3.0; not in 1.6", evidence: .source),
    KnownIssue(
      "cni-leak-setup-order", affected: [.from("1.5.0", to: "1.5.14"), .from("1.6.0", to: "1.6.8")],
      effect: "interfaces and addresses leak when a sandbox cannot be made after its network was set up",
      remedy: "upgrade", fixed: "1.5.15, 1.6.9", evidence: .source),
    KnownIssue(
      "no-cni-info-after-restart", affected: [.from("1.5.15", to: "1.5.16"), .from("1.6.9", to: "1.6.14")],
      effect: "after a restart of containerd PodSandboxStatus has no address and no CNI result", remedy: "upgrade",
      fixed: "1.5.17, 1.6.15", evidence: .source),
    KnownIssue(
      "teardown-context", affected: [.from("1.5.0", to: "1.5.2")],
      effect: "DEL is not called when the context of the request has expired; addresses leak", remedy: "upgrade",
      fixed: "1.5.3, 1.6.0", evidence: .source),
  ]
}

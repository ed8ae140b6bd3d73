extension FactCoverage {
  /// The known faults of containerd.
  static let aboutContainerd: [FactAnswer] = [
    FactAnswer("known_issues", "loopback-1.0.0", .rules(["loopback-too-old"])),
    FactAnswer("known_issues", "empty-cniversion-del", .rules(["version-missing"])),
    FactAnswer("known_issues", "result-without-cniversion", .rules(["containerd-known-fault"])),
    FactAnswer("known_issues", "spec-above-runtime", .rules(["version-above-runtime"])),
    FactAnswer("known_issues", "status-with-old-plugins", .rules(["version-unsupported"])),
    FactAnswer("known_issues", "status-missing-binary", .rules(["plugin-not-in-release"])),
    FactAnswer("known_issues", "go-cni-lock-recursion", .rules(["containerd-known-fault"])),
    FactAnswer(
      "known_issues", "schema1-dropped", .rules(["config-schema-unsupported", "config-schema-missing-version"])),
    FactAnswer("known_issues", "mixed-schema-dropin", .rules(["dropin-schema"])),
    FactAnswer("known_issues", "dropin-replaces-cri", .rules(["dropin-replaces-cri"])),
    FactAnswer("known_issues", "conf-d-not-read", .rules(["conf-d-not-read", "dropin-not-imported"])),
    FactAnswer("known_issues", "dump-hides-missing-import", .rules(["import-must-exist"])),
    FactAnswer("known_issues", "relative-glob-imports", .rules(["import-pattern-relative"])),
    FactAnswer(
      "known_issues", "conf-dir-removal-fatal",
      .unjudged("about what is done to a running node, not about a configuration")),
    FactAnswer(
      "known_issues", "create-event-ignored",
      .unjudged("about what is done to a running node, not about a configuration")),
    FactAnswer("known_issues", "template-partial-commit", .rules(["conf-template-field", "conf-template"])),
    FactAnswer("known_issues", "template-readonly-panic", .rules(["conf-template-read-only"])),
    FactAnswer("known_issues", "cni-del-skipped", .rules(["containerd-known-fault"])),
    FactAnswer("known_issues", "cni-leak-setup-order", .rules(["containerd-known-fault"])),
    FactAnswer("known_issues", "no-cni-info-after-restart", .rules(["containerd-known-fault"])),
    FactAnswer("known_issues", "teardown-context", .rules(["containerd-known-fault"])),
    FactAnswer("known_issues", "etc-cni-0700", .unjudged("needs the node: the mode of a folder that containerd made")),
    FactAnswer("known_issues", "bundle-portmap-cve", .rules(["portmap-nftables-captures"])),
    FactAnswer(
      "known_issues", "bundle-unpublished", .unjudged("about what a download holds, not about a configuration")),
    FactAnswer("known_issues", "sample-conflist-v6", .rules(["well-known-public-prefix"])),
    FactAnswer("known_issues", "debian-bin-dir", .unjudged("needs the node: where a distribution puts the plugins")),
  ]
}

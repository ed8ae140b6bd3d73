import NetworkTypes

extension KnownIssue {
  /// Faults about the CNI folder and the template that is rendered into it.
  static let aboutFolder: [KnownIssue] = [
    KnownIssue(
      "conf-dir-removal-fatal", affected: [.since("2.1.0")], with: "conf_dir removed or renamed",
      errors: [
        """
        level=fatal msg="Failed to run CRI service" error="cni network conf monitor error: cni conf dir is removed, \
        stop watching"
        """
      ],
      effect: "containerd exits", remedy: "never remove or rename conf_dir; empty it instead"),
    KnownIssue(
      "create-event-ignored", affected: [.since("1.4.0")],
      with: "a network installed by a rename from another folder, or as a link",
      effect: "it is not noticed until something else happens in the folder, or a restart",
      remedy: "a temporary file inside conf_dir, then a rename"),
    KnownIssue(
      "template-partial-commit", affected: [.since("1.3.0")], with: "a conf_template that names an unknown field",
      errors: ["can't evaluate field X in type server.cniConfigTemplate"],
      effect: "a cut-off 10-containerd-net.conflist stays in conf_dir",
      remedy: "check the template before use: PodCIDR, PodCIDRRanges and Routes are all there is"),
    KnownIssue(
      "template-readonly-panic",
      affected: [.from("1.6.22", to: "1.6"), .from("1.7.3", to: "1.7"), .since("2.0.0")],
      with: "conf_template set, and a conf_dir that cannot be written to",
      errors: ["panic: runtime error: invalid memory address or nil pointer dereference"], effect: "containerd exits",
      remedy: "conf_dir must be writable where conf_template is set"),
    KnownIssue(
      "etc-cni-0700", affected: [.from("1.4.0", to: "1.6.16")],
      effect: "/etc/cni is made with mode 0700, so rootless users cannot read /etc/cni/tuning/allowlist.conf",
      remedy: "give /etc/cni mode 0755", fixed: "1.6.17, 1.7.0", evidence: .source),
  ]
}

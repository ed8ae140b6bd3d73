import NetworkTypes

extension KnownIssue {
  /// Faults in how containerd reads and merges its own config files.
  static let aboutConfig: [KnownIssue] = [
    KnownIssue(
      "schema1-dropped", affected: [.from("2.0.0", to: "2.2")],
      with: "a file of schema 1, or one without a version line",
      errors: ["Ignoring unknown key in TOML for plugin ... key=cni plugin=io.containerd.grpc.v1.cri"],
      effect: "the whole CRI section gives way to defaults", remedy: "write version = 2 or 3", fixed: "2.3.0"),
    KnownIssue(
      "mixed-schema-dropin", affected: [.from("2.0.0", to: "2.2")], with: "a root file of version 2, a drop-in of 3",
      effect: """
        the root file's whole CRI section is dropped (enable_selinux and cni go back to defaults), with warnings alone \
        and exit status 0
        """,
      remedy: "the same version in every file",
      fixed: "2.3.0, which refuses it: drop-in config version 3 higher than root config version 2"),
    KnownIssue(
      "dropin-replaces-cri", affected: [.from("1.3.0", to: "1.7")],
      with: "a drop-in that sets any key of the CRI plugin",
      effect: """
        it replaces the whole CRI section of the root file: sandbox_image, runtimes, registry and other keys of cni go \
        back to defaults
        """,
      remedy: "on 1.x edit the root file, or repeat the whole CRI section in the last drop-in"),
    KnownIssue(
      "conf-d-not-read", affected: [.since("2.2.0")],
      with: "files in /etc/containerd/conf.d beside a config.toml without an imports line, or without a config.toml",
      effect: "they are not read, though `config dump` prints the pattern among the imports",
      remedy: #"put imports = ["/etc/containerd/conf.d/*.toml"] into config.toml"#),
    KnownIssue(
      "dump-hides-missing-import", affected: [.since("2.0.0")],
      with: "imports that name a plain path that is not there",
      errors: ["containerd: open PATH: no such file or directory"],
      effect: "`config dump` exits with status 0; the daemon then does not start",
      remedy: "use a pattern, or make sure that the file is there"),
    KnownIssue(
      "relative-glob-imports", affected: [.from("1.3.0", to: "1.6.28"), .from("1.7.0", to: "1.7.15")],
      with: "an imports pattern that is relative and has a *",
      effect: "it is read from containerd's working directory, where it mostly matches nothing, without a message",
      remedy: "write absolute patterns", fixed: "1.6.29, 1.7.16"),
  ]
}

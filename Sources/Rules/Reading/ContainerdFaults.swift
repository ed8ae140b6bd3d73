import Diagnostics

extension Rule {
  /// Faults of containerd's config: of the section of a profile, and of a file.
  static let containerdConfigRules: [Rule] = containerdSchemaRules + containerdKeyRules + dropInRules

  private static let containerdSchemaRules: [Rule] = [
    Rule(
      reading: "config-schema-unsupported", .error, "a config schema that the release does not honour",
      effect: """
        A schema that is too new is refused, or its CNI table ignored without a word. containerd 2.0.0 to 2.2.7 take \
        a file of schema 1, or without a version line, and drop its whole CRI section: sandbox image, runtimes and \
        registries go back to their defaults, with a warning in the log alone.
        """,
      wrong: "target: {containerd: 1.6.20}\ncontainerd: {schema: 3}",
      right: "target: {containerd: 1.6.20}\ncontainerd: {schema: 2}", facts: ["known_issues: schema1-dropped"]),
    Rule(
      reading: "config-schema-deprecated", .warning, "a config of schema 1",
      effect: """
        containerd 1.5 and later tell that it is deprecated; containerd 2.0 to 2.2 drop the whole CRI section of such \
        a file. A node that is upgraded without a look at its config comes back without its settings.
        """,
      wrong: "containerd: {schema: 1}", right: "containerd: {schema: 2}", facts: ["known_issues: schema1-dropped"]),
    Rule(
      reading: "extra-table-of-other-schema", .error, "settings in a table that belongs to another schema",
      effect: "containerd ignores everything in it and uses its defaults.",
      wrong: #"target: {containerd: 1.6.20}\#ncontainerd: {extra: {plugins: {io.containerd.cri.v1.images: {}}}}"#,
      right: #"target: {containerd: 1.6.20}\#ncontainerd: {extra: {plugins: {io.containerd.grpc.v1.cri: {}}}}"#),
  ]

  private static let containerdKeyRules: [Rule] = [
    Rule(
      reading: "containerd-key-too-new", .error, "a setting that came with a later containerd",
      effect: "containerd 1.x ignores the key without a word, 2.x with a warning in its log. The node is ready anyway.",
      wrong: "target: {containerd: 1.6.20}\ncontainerd: {setupSerially: true}",
      right: "target: {containerd: 1.7.34}\ncontainerd: {setupSerially: true}"),
    Rule(
      reading: "bin-dirs-too-many", .error, "several folders of plugins for a containerd that takes one",
      effect: "Before bin_dirs there is only bin_dir. A plugin in any other folder is not found when a pod starts.",
      wrong: "target: {containerd: 1.7.34}\ncontainerd: {binDirs: [/opt/cni/bin, /usr/lib/cni]}",
      right: "target: {containerd: 1.7.34}\ncontainerd: {binDirs: [/opt/cni/bin]}"),
    Rule(
      reading: "path-not-absolute", .error, "a folder without a leading slash",
      effect: "containerd looks for it below the folder that it was started in.",
      wrong: "containerd: {confDir: etc/cni/net.d}", right: "containerd: {confDir: /etc/cni/net.d}"),
    Rule(
      reading: "extra-key-taken", .error, "a setting in extra that cnigen writes itself",
      effect: "It would stand twice in the table, and TOML allows no key twice: containerd would not start.",
      wrong: "containerd: {extra: {plugins: {io.containerd.grpc.v1.cri: {cni: {conf_dir: /etc/cni}}}}}",
      right: "containerd: {confDir: /etc/cni}"),
  ]

  private static let dropInRules: [Rule] = [
    Rule(
      reading: "dropin-replaces-cri", .error, "a drop-in that wipes the CRI section of containerd 1.x",
      effect: """
        containerd 1.3.0 to 1.7.34 merge files by plugin: a drop-in that sets any key of the CRI plugin replaces its \
        whole section. Sandbox image, runtimes and registries go back to their defaults.
        """,
      wrong: "target: {containerd: 1.6.20}\ncontainerd: {dropIn: 50-cni.toml}",
      right: "target: {containerd: 1.6.20}\ncontainerd: {confDir: /etc/cni/net.d}",
      facts: ["known_issues: dropin-replaces-cri"]),
    Rule(
      reading: "dropin-schema", .warning, "a drop-in that must have the schema of the file that it is read beside",
      effect: """
        containerd 2.0.0 to 2.2.7 drop the whole CRI section of a root config of version 2 beside a drop-in of \
        version 3, with warnings only. containerd 2.3 refuses to start instead.
        """,
      wrong: "version = 2 in config.toml, version = 3 in the drop-in",
      right: "version = 3 in both", facts: ["known_issues: mixed-schema-dropin"]),
    Rule(
      reading: "dropin-not-imported", .note, "a drop-in that is read only where config.toml imports it",
      effect: """
        containerd 2.2 and later print the pattern of conf.d in their default config, and read it only where \
        config.toml has the line; without it the drop-in does nothing.
        """,
      wrong: "version = 3", right: #"version = 3\#nimports = ["/etc/containerd/conf.d/*.toml"]"#,
      facts: ["known_issues: conf-d-not-read"]),
  ]
}

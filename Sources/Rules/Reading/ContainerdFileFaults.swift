import Diagnostics

extension Rule {
  /// Faults of containerd's own config files, as they lie on a node.
  static let containerdFileRules: [Rule] = tableRules + tableKeyRules + importRules + agreementRules

  private static let tableRules: [Rule] = [
    Rule(
      reading: "config-schema-missing-version", .error, "a config file without a version line",
      effect: """
        Without the line containerd 1.x reads a file as schema 1 and ignores every table that is named by URI. \
        containerd 2.0 to 2.2 drop the CRI section of schema 1; later ones read every name.
        """,
      wrong: "[plugins.'io.containerd.grpc.v1.cri'.cni]\nconf_dir = '/etc/cni/net.d'",
      right: "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.cni]\nconf_dir = '/etc/cni/net.d'",
      facts: ["known_issues: schema1-dropped", "containerd: config_schema_errors"]),
    Rule(
      reading: "config-table-ignored", .error, "a CNI table under a name that is not read in such a file",
      effect: "containerd starts, and everything in the table goes back to its default; at most the log tells.",
      wrong: "version = 2\n[plugins.cri.cni]", right: "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.cni]",
      facts: ["containerd: config_schemas", "containerd: config_schema_errors"]),
    Rule(
      reading: "config-table-moved", .warning, "a CNI table under the name that another schema has for it",
      effect: "This release reads it all the same; earlier ones drop it in silence.",
      wrong: "version = 3\n[plugins.'io.containerd.grpc.v1.cri'.cni]",
      right: "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.cni]", facts: ["containerd: config_schemas"]),
    Rule(
      reading: "config-plugin-no-uri", .error, "a plugin that is not named by URI in a file of version 2",
      effect: "containerd 1.x refuses to start with such a file, whatever plugin it is.",
      wrong: "version = 2\n[plugins.cri]", right: "version = 2\n[plugins.'io.containerd.grpc.v1.cri']",
      facts: ["containerd: config_schema_errors"]),
  ]

  private static let tableKeyRules: [Rule] = [
    Rule(
      reading: "config-unknown-key", .error, "a key that the CNI table does not have",
      effect: """
        containerd 1.x ignores it without a word, 2.x with a warning in its log. A slip such as conf_dirr leaves the \
        default in force, and the node is ready with another network or with none.
        """,
      wrong: "conf_dirr = '/etc/cni/net.d'", right: "conf_dir = '/etc/cni/net.d'", facts: ["containerd: cri_cni_keys"]),
    Rule(
      reading: "config-key-of-other-schema", .warning, "a key that the CNI table of another schema has",
      effect:
        "It is read in some releases and not in others; a file of the key's own schema means the same everywhere.",
      wrong: "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.cni]\nbin_dirs = ['/opt/cni/bin']",
      right: "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.cni]\nbin_dir = '/opt/cni/bin'",
      facts: ["containerd: cri_cni_keys", "containerd: bin_dir_and_bin_dirs"]),
    Rule(
      reading: "bin-dirs-conflict", .error, "bin_dir and bin_dirs in one table",
      effect: """
        By release and schema containerd 2.1 and later refuse to start its CRI service, or one of the two wins and \
        the other is dropped: plugins that lie there alone are then not found.
        """,
      wrong: "bin_dir = '/usr/lib/cni'\nbin_dirs = ['/opt/cni/bin']",
      right: "bin_dirs = ['/opt/cni/bin', '/usr/lib/cni']", facts: ["containerd: bin_dir_and_bin_dirs"]),
    Rule(
      reading: "containerd-key-deprecated", .warning, "a key on its way out",
      effect: "containerd still reads it and warns in its log; a later release will not.",
      wrong: "bin_dir = '/opt/cni/bin'", right: "bin_dirs = ['/opt/cni/bin']", facts: ["containerd: cri_cni_keys"]),
    Rule(
      reading: "conf-template", .note, "a network that comes from a template",
      effect: """
        containerd renders it once the node has its range of addresses, and not again. The template is checked where it \
        is given in the same call, or lies beside the config that names it. A field that does not exist leaves a cut-off 10-containerd-net.conflist in conf_dir; there are PodCIDR, \
        PodCIDRRanges and Routes.
        """,
      wrong: "conf_template = '/etc/cni/net.template'", right: "conf_dir = '/etc/cni/net.d'",
      facts: ["known_issues: template-partial-commit", "known_issues: template-readonly-panic"]),
  ]

  private static let importRules: [Rule] = [
    Rule(
      reading: "import-pattern-relative", .warning, "a pattern of imports that does not begin with a slash",
      effect: """
        containerd 1.3.0 to 1.6.28 and 1.7.0 to 1.7.15 look below the folder that they were started in, where the \
        pattern mostly matches nothing. Nothing tells.
        """,
      wrong: "imports = ['conf.d/*.toml']", right: "imports = ['/etc/containerd/conf.d/*.toml']",
      facts: ["known_issues: relative-glob-imports"]),
    Rule(
      reading: "import-must-exist", .note, "an import that names one file",
      effect: "containerd does not start where the file is missing, though `config dump` of 2.x says that all is well.",
      wrong: "imports = ['/etc/containerd/net.toml']", right: "imports = ['/etc/containerd/conf.d/*.toml']",
      facts: ["known_issues: dump-hides-missing-import"]),
    Rule(
      reading: "conf-d-not-read", .note, "a config.toml without an imports line",
      effect: """
        containerd 2.2 and later print the pattern of conf.d among their defaults and follow it only where \
        config.toml has the line. Drop-ins do nothing without it.
        """,
      wrong: "version = 3", right: "version = 3\nimports = ['/etc/containerd/conf.d/*.toml']",
      facts: ["known_issues: conf-d-not-read"]),
  ]

  private static let agreementRules: [Rule] = [
    Rule(
      reading: "config-value-overridden", .note, "a setting that another file of the same containerd sets again",
      effect: "Of files that are read together the last one wins; which one that is follows from the imports lines.",
      wrong: "conf_dir = '/a' in config.toml, conf_dir = '/b' in conf.d/10-net.toml",
      right: "conf_dir = '/b' in one of them", facts: ["containerd: drop_ins"]),
    Rule(
      reading: "config-differs-from-profile", .warning, "a config that names other folders than the profile",
      effect: """
        The files of the profile go to its own confDir. A containerd that reads another folder never sees them, and \
        one with another folder of plugins does not find those that lie in the profile's alone.
        """,
      wrong: "conf_dir = '/etc/cni/conf' beside containerd: {confDir: /etc/cni/net.d}",
      right: "conf_dir = '/etc/cni/net.d' beside containerd: {confDir: /etc/cni/net.d}",
      facts: ["containerd: cri_cni_keys"]),
    Rule(
      reading: "config-differs-from-folder", .warning, "a folder of networks that containerd does not read",
      effect:
        "containerd reads the folder that conf_dir names, and no other; the node is NotReady, or has other networks.",
      wrong: "conf_dir = '/etc/cni/conf' beside /etc/cni/net.d", right: "conf_dir = '/etc/cni/net.d'",
      facts: ["containerd: cri_cni_keys"]),
  ]
}

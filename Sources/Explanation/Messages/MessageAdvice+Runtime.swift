extension MessageAdvice {
  /// What containerd and libcni say when a folder of networks or a config is read.
  static let ofLoading: [MessageAdvice] = [
    MessageAdvice(
      "no network config found in", ["no-network-config", "extension-case", "backup-ignored"],
      "look into the folder that the message names: nothing there ends in .conflist, .conf or .json"),
    MessageAdvice(
      "cni plugin not initialized",
      ["no-network-config", "bad-network-file", "list-in-conf", "config-differs-from-folder", "config-table-ignored"],
      """
      crictl info shows the whole reason under lastCNILoadStatus: the first files of conf_dir, by the bytes of their \
      names, and all of them must load
      """),
    MessageAdvice(
      "NetworkPluginNotReady", ["no-network-config", "bad-network-file", "list-in-conf", "config-differs-from-folder"],
      "crictl info shows the whole reason under lastCNILoadStatus"),
    MessageAdvice(
      "failed to load cni during init", ["no-network-config", "bad-network-file", "list-in-conf"],
      "at start this is usual until the first network is installed; what counts is whether it stays"),
    MessageAdvice("cni config load failed", ["bad-network-file", "list-in-conf", "no-network-config"]),
    MessageAdvice("failed to reload cni configuration", ["bad-network-file", "list-in-conf"]),
    MessageAdvice("failed to load CNI config list file", ["bad-network-file"]),
    MessageAdvice("failed to load CNI config file", ["list-in-conf", "bad-network-file"]),
    MessageAdvice("missing 'type'", ["list-in-conf", "plugin-without-type"]),
    MessageAdvice("error parsing configuration list: no name", ["name-missing"]),
    MessageAdvice("invalid name type", ["wrong-type"]),
    MessageAdvice("invalid cniVersion type", ["wrong-type"]),
    MessageAdvice("invalid disableCheck", ["wrong-type"]),
    MessageAdvice("for disableCheck", ["wrong-type"]),
    MessageAdvice("for disableGC", ["wrong-type"]),
    MessageAdvice("no 'plugins' key", ["plugins-missing", "top-level-key-case", "single-in-conflist"]),
    MessageAdvice(
      "no plugin configs found", ["plugins-missing", "plugins-from-folder", "top-level-key-case", "single-in-conflist"]),
    MessageAdvice("no plugins in list", ["plugins-missing"]),
    MessageAdvice("invalid 'plugins' type", ["wrong-type"]),
    MessageAdvice("unexpected end of JSON input", ["json-truncated", "json-empty"]),
    MessageAdvice(
      "looking for beginning of",
      ["json-syntax", "json-comment", "json-trailing-comma", "json-byte-order-mark", "json-extra-comma"]),
    MessageAdvice("after top level value", ["json-trailing-text"]),
    MessageAdvice("cannot unmarshal", ["wrong-type"], "the message names the key behind the dots, and the type it has"),
    MessageAdvice("unsupported config version", ["config-schema-unsupported"]),
    MessageAdvice("expected containerd config version equal to or less than", ["config-schema-unsupported"]),
    MessageAdvice("invalid plugin key URI", ["config-plugin-no-uri"]),
    MessageAdvice(
      "Ignoring unknown key in TOML for plugin",
      ["config-unknown-key", "config-table-ignored", "containerd-key-too-new"],
      "what the line names has no effect, and containerd goes on with its default"),
    MessageAdvice("to a slice", ["wrong-type"]),
    MessageAdvice("cannot be set at the same time", ["bin-dirs-conflict"]),
    MessageAdvice(
      "unknown service runtime.v1.RuntimeService", ["bin-dirs-conflict"],
      "containerd runs without its CRI plugin: journalctl -u containerd names what it could not load"),
    MessageAdvice("failed to parse cni config template", ["conf-template-syntax"]),
    MessageAdvice("failed to generate cni config file", ["conf-template-field"]),
    MessageAdvice("can't evaluate field", ["conf-template-field"]),
    MessageAdvice("nil pointer dereference", ["conf-template-read-only", "bad-network-file"]),
    MessageAdvice(
      "cni conf dir is removed", [],
      "make the folder again, restart containerd, and never remove or rename it: empty it"),
  ]

  /// What is said about spec versions and about programs that are not there.
  static let ofVersions: [MessageAdvice] = [
    MessageAdvice(
      "incompatible CNI versions", ["version-unsupported", "version-unknown", "version-missing", "loopback-too-old"],
      """
      one cniVersion that every plugin of the chain and its IPAM plugin knows; cnigen build picks the highest. What \
      stands behind "plugin supports" is what the binary on this node knows. Where the plugin is loopback, containerd \
      asked for it itself
      """),
    MessageAdvice(
      "config is ... plugin supports",
      ["version-unsupported", "version-unknown", "version-missing", "loopback-too-old"]),
    MessageAdvice(
      "the version is empty", ["version-missing"],
      "no pod of this network can be stopped until the list has a cniVersion, or containerd is 1.6.4 or later"),
    MessageAdvice("failed to convert major version part", ["version-missing", "version-unknown"]),
    MessageAdvice("unsupported CNI result version", ["version-above-runtime"]),
    MessageAdvice("cannot convert: no valid IP addresses", ["version-missing", "version-too-old-for-layer-2"]),
    MessageAdvice(
      "does not support more than 1 address per family", ["version-too-old-for-two-addresses", "version-missing"]),
    MessageAdvice(
      "no converter for CNI result version", [],
      """
      the cniVersion was changed under pods that were running: drain the node before it changes. cnigen diff tells \
      which changes need that, cnigen explain cni-version-raised why
      """),
    MessageAdvice(
      "failed to convert cached result", ["containerd-known-fault"],
      "the cniVersion was changed under pods that were running: drain the node before it changes; cnigen diff tells"),
    MessageAdvice("result type supports", ["version-unsupported"]),
    MessageAdvice("config version does not allow", ["version-missing", "disable-check-too-early"]),
    MessageAdvice(
      "missing containerID", ["version-unsupported"],
      "cniVersion 1.1.0 makes containerd ask for STATUS, which plugins before 1.6.0 do not know"),
    MessageAdvice(
      "failed to find network info for sandbox", ["containerd-known-fault", "ipam-missing"],
      "the plugins came back without an address for eth0"),
    MessageAdvice(
      "failed to find plugin",
      [
        "unknown-plugin", "plugin-not-in-release", "plugin-not-installed", "plugin-outside-bin-dirs",
        "loopback-not-installed",
      ],
      """
      the folders behind "in path" are containerd's bin_dir: ls them. Debian's package puts the plugins into \
      /usr/lib/cni, others into /opt/cni/bin; cnigen probe writes down what a node has
      """),
    MessageAdvice("no plugin name provided", ["ipam-missing", "ipam-without-type", "ipam-empty", "check-fails"]),
    MessageAdvice("invalid plugin name", ["plugin-type-is-path"]),
    MessageAdvice("invalid characters found in network name", ["name-invalid"]),
    MessageAdvice("missing network name", ["name-missing"]),
    MessageAdvice("file name too long", ["name-too-long"]),
    MessageAdvice("interface name is too long", ["interface-name-too-long"]),
  ]
}

extension MessageAdvice {
  /// What containerd and libcni say when a folder of networks or a config is read.
  static let ofLoading: [MessageAdvice] = [
    MessageAdvice(
      "cni config uninitialized", ["no-network-config", "bad-network-file", "list-in-conf"],
      "kubelet has said why a few lines before: Unable to update cni config",
      cause: "no file of the folder of networks loads; a kubelet that uses Docker says it like that"),
    MessageAdvice(
      "Unable to update cni config", ["no-network-config", "bad-network-file", "extension-case", "backup-ignored"],
      cause: "no file of the folder of networks loads"),
    MessageAdvice(
      "networks found in", ["no-network-config", "bad-network-file", "extension-case", "backup-ignored"],
      cause: "the folder of networks has no file that loads", isEveryday: true),
    MessageAdvice(
      "Missing CNI default network", ["no-network-config", "bad-network-file"],
      cause: "CRI-O finds no network of the name that its cni_default_network has, or none at all"),
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
    MessageAdvice("unexpected end of JSON input", ["json-truncated", "json-empty"], isEveryday: true),
    MessageAdvice(
      "looking for beginning of object key string",
      ["json-trailing-comma", "json-comment", "json-unquoted-key", "json-single-quotes"], isEveryday: true),
    MessageAdvice(
      "looking for beginning of value",
      ["json-trailing-comma", "json-comment", "json-byte-order-mark", "json-extra-comma", "json-unquoted-text"],
      isEveryday: true),
    MessageAdvice("after top level value", ["json-trailing-text"], isEveryday: true),
    MessageAdvice(
      "cannot unmarshal", ["wrong-type"], "the message names the key behind the dots, and the type it has",
      isEveryday: true),
    MessageAdvice("unsupported config version", ["config-schema-unsupported"]),
    MessageAdvice("expected containerd config version equal to or less than", ["config-schema-unsupported"]),
    MessageAdvice("invalid plugin key URI", ["config-plugin-no-uri"]),
    MessageAdvice(
      "Ignoring unknown key in TOML for plugin",
      ["config-unknown-key", "config-table-ignored", "containerd-key-too-new"],
      "what the line names has no effect, and containerd goes on with its default"),
    MessageAdvice("to a slice", ["wrong-type"], isEveryday: true),
    MessageAdvice("cni.bin_dirs cannot be set at the same time", ["bin-dirs-conflict"]),
    MessageAdvice(
      "unknown service runtime.v1.RuntimeService", ["bin-dirs-conflict"],
      "containerd runs without its CRI plugin: journalctl -u containerd names what it could not load"),
    MessageAdvice("failed to parse cni config template", ["conf-template-syntax"]),
    MessageAdvice("failed to generate cni config file", ["conf-template-field"]),
    MessageAdvice("can't evaluate field", ["conf-template-field"]),
    MessageAdvice(
      "nil pointer dereference", ["conf-template-read-only", "bad-network-file", "chained-plugin-first"],
      isEveryday: true),
    MessageAdvice(
      "cni conf dir is removed", [],
      "make the folder again, restart containerd, and never remove or rename it: empty it"),
  ]
}

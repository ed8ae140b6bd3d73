extension MessageAdvice {
  /// What is said about spec versions and about programs that are not there.
  static let ofVersions: [MessageAdvice] = [
    MessageAdvice(
      "incompatible CNI versions", ["version-unsupported", "version-unknown", "version-missing"],
      """
      one cniVersion that every plugin of the chain and its IPAM plugin knows; cnigen build picks the highest. What \
      stands behind "plugin supports" is what the binary on this node knows
      """),
    MessageAdvice(
      "plugin type loopback failed add incompatible CNI versions", ["loopback-too-old"],
      "containerd asked for the loopback network itself, whatever the files say: install newer plugins"),
    MessageAdvice("config is ... plugin supports", ["version-unsupported", "version-unknown", "version-missing"]),
    MessageAdvice(
      "does not support config version", ["version-unsupported", "version-unknown", "version-missing"],
      cause: "the check of a list against its plugins found one that does not know the list's cniVersion"),
    MessageAdvice(
      "does not support the CHECK command", ["version-missing"],
      cause: "CHECK needs cniVersion 0.4.0 or later; containerd never sends it, other callers do"),
    MessageAdvice(
      "cannot convert version", ["containerd-known-fault"],
      "upgrade or mend the plugin; cnigen explain result-without-cniversion tells which containerd minds",
      cause: "a plugin left cniVersion out of its result"),
    MessageAdvice(
      "the version is empty", ["version-missing"],
      "no pod of this network can be stopped until the list has a cniVersion, or containerd is 1.6.4 or later"),
    MessageAdvice("failed to convert major version part", ["version-missing", "version-unknown"], isEveryday: true),
    MessageAdvice("unsupported CNI result version", ["version-above-runtime", "version-unknown"]),
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
    MessageAdvice(
      "no plugin name provided",
      ["ipam-missing", "ipam-without-type", "ipam-empty", "plugin-without-type", "list-in-conf", "check-fails"]),
    MessageAdvice("invalid plugin name", ["plugin-type-is-path"]),
    MessageAdvice("invalid characters found in network name", ["name-invalid"]),
    MessageAdvice("missing network name", ["name-missing"]),
    MessageAdvice("file name too long", ["name-too-long"], isEveryday: true),
    MessageAdvice("interface name is too long", ["interface-name-too-long"]),
  ]
}

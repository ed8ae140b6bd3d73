import NetworkTypes

extension PluginFacts {
  /// Sysctls and properties of the container's interface.
  static let tuning = PluginFacts(
    "tuning", .meta, .since("0.6.0"), "sets sysctls of the container's namespace and properties of its interface",
    verbs: [Verb("CHECK", since: "0.8.0")],
    capabilities: [Input("mac", .since("0.8.2"))],
    argsCNI: [
      Input("sysctl", .since("0.8.2")), Input("mac", .since("0.8.2")), Input("promisc", .since("0.8.2")),
      Input("mtu", .since("0.8.2")), Input("allmulti", .since("1.0.0")), Input("txQLen", .since("1.4.0")),
    ],
    cniArgs: [Input("MAC", .since("0.8.0"))],
    macSources: [.key, .cniArgs, .capability, .argsCNI],
    keys: tuningKeys,
    constraints: tuningConstraints,
    verbNotes: [
      VerbNote("CHECK", .since("0.8.0"), "compares promiscuity even where promisc is not set"),
      VerbNote("CHECK", .from("1.1.0", to: "1.2.0"), "does not put the interface's name for IFNAME, and fails on it"),
    ])

  private static let tuningKeys: [KeyFacts] = [
    KeyFacts(
      "sysctl", .map(.string), .since("0.6.0"), constraint: "keys under net., with dots or slashes; values are strings",
      "sysctls of the container's namespace",
      changes: [
        KeyChange(.since("1.1.0"), "IFNAME in a key stands for the interface's name"),
        KeyChange(
          .since("1.2.0"), "filtered by /etc/cni/tuning/allowlist.conf if that exists; a key written twice is refused"),
      ]),
    KeyFacts("mac", .mac, .since("0.8.0"), "MAC address of the container's interface"),
    KeyFacts(
      "promisc", word: "promiscuous", .bool, absent: "false", .since("0.8.0"),
      "sets the container's interface promiscuous; false does nothing"),
    KeyFacts("mtu", .integer, absent: "0", .since("0.8.0"), "MTU of the container's interface alone"),
    KeyFacts(
      "allmulti", word: "allMulticast", .bool, .since("1.0.0"),
      "whether the container's interface takes all multicast; true and false are both applied"),
    KeyFacts(
      "txQLen", word: "transmitQueueLength", .integer, .since("1.4.0"),
      "length of the transmit queue of the container's interface"),
    KeyFacts(
      "dataDir", .path, absent: #""/run/cni/tuning""#, .since("0.9.0"), "where values are kept that DEL puts back"),
  ]

  private static let tuningConstraints: [Constraint] = [
    Constraint(
      .since("0.8.0"), "needs a plugin before it in the chain; up to 0.7.6 it crashes without one",
      errors: ["Required prevResult missing"]),
    Constraint(
      .since("0.6.0"), on: ["sysctl"], "sysctl keys must lie under net.; from 1.2.0 on the text has slashes",
      errors: ["invalid net sysctl key: %q"]),
    Constraint(
      .since("0.6.0"), on: ["sysctl"], "a sysctl must exist; IFNAME before 1.1.0 does not",
      errors: ["open /proc/sys/...: no such file or directory"]),
    Constraint(
      .since("0.6.0"), on: ["sysctl"], "sysctl values are strings",
      errors: ["cannot unmarshal number into Go struct field ...sysctl.%s of type string"]),
    Constraint(
      .since("1.2.0"), on: ["sysctl"],
      "a sysctl key written twice is refused; libcni drops it before the plugin sees it, and the last one wins",
      errors: ["duplicated sysctl keys are not allowed"]),
    Constraint(
      .since("1.2.0"), on: ["sysctl"], "a sysctl must be on the allowlist: regular expressions, not anchored",
      errors: ["Sysctl %s is not allowed. Only the following sysctls are allowed: %v"]),
    Constraint(
      .since("0.8.0"), on: ["mac"], "mac must be a MAC address",
      errors: ["invalid args %s for MAC addr: address %s: invalid MAC address"]),
    Constraint(
      .since("0.8.0"), on: ["mtu"], "mtu must be one that the kernel takes", errors: ["invalid argument"]),
    Constraint(
      .since("0.8.2"), on: ["args", "sysctl"],
      "args.cni.sysctl without a key sysctl in the file crashes it (assignment to a nil map)"),
    Constraint(
      .since("1.1.0"), on: ["mac"],
      """
      a MAC address set here, after a bridge with macspoofchk, brings no error, but the bridge drops every frame of \
      the container from then on
      """),
  ]
}

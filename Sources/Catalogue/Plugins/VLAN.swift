import NetworkTypes

extension PluginFacts {
  /// A tagged interface on an interface of the node.
  static let vlan = PluginFacts(
    "vlan", .interface, .since("0.6.0"), "gives the container a tagged VLAN interface on one of the node's interfaces",
    ipam: .required,
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    keys: vlanKeys,
    notKeys: [NotAKey("parent", instead: "write master")],
    constraints: vlanConstraints,
    verbNotes: [
      VerbNote("STATUS", .since("1.6.0"), "fails without ipam", error: "no plugin name provided")
    ])

  private static let vlanKeys: [KeyFacts] = [
    KeyFacts("master", .interface, .since("0.6.0"), required: true, "interface of the node; it has no default"),
    KeyFacts(
      "vlanId", word: "id", .integer, absent: "0", .since("0.6.0"), minimum: 0, maximum: 4094,
      "VLAN tag; absent means 0"),
    KeyFacts(
      "mtu", .integer, absent: "0", .since("0.6.0"), minimum: 0, constraint: "at most the MTU of the master",
      "MTU of the interface; 0 leaves it to the kernel",
      changes: [
        KeyChange(
          .since("0.8.3"), "checked before the interface is made; up to 0.8.2 zero or less meant the master's MTU")
      ]),
    KeyFacts(
      "linkInContainer", word: "masterInContainer", .bool, absent: "false", .since("1.3.0"),
      "looks the master up in the container's namespace"),
  ]

  private static let vlanConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), on: ["master"], "master is required",
      errors: [
        ErrorText(
          .until("1.2.0"),
          #""master" field is required. It specifies the host interface name to create the VLAN for."#),
        ErrorText(
          .since("1.3.0"),
          #""master" field is required. It specifies the host interface name to create the VLAN for"#),
      ]),
    Constraint(
      .since("0.6.0"), on: ["vlanId"], "vlanId must lie in 0 to 4094, though the text says 4095",
      errors: ["invalid VLAN ID %d (must be between 0 and 4095 inclusive)"]),
    Constraint(
      .since("0.8.3"), on: ["mtu"], "mtu must lie in 0 to the master's",
      errors: ["invalid MTU %d, must be [0, master MTU(%d)]"]),
    Constraint(
      .since("0.9.1"), on: ["ipam"], "ipam is required; before 0.9.1 the text has no prefix",
      errors: [
        ErrorText(.until("0.9.0"), "no plugin name provided"),
        ErrorText(.since("0.9.1"), "failed to execute IPAM delegate: no plugin name provided"),
      ],
      evidence: .source),
  ]
}

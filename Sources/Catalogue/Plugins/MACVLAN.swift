import NetworkTypes

extension PluginFacts {
  /// An interface with a MAC address of its own on an interface of the node.
  static let macvlan = PluginFacts(
    "macvlan", .interface, .since("0.6.0"), "gives the container an interface with its own MAC on one of the node's",
    ipam: .optional(.since("0.8.0")),
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    capabilities: [Input("mac", .since("0.8.7"))],
    cniArgs: [Input("MAC", .since("0.8.7"))],
    macSources: [.key, .cniArgs, .capability],
    keys: macvlanKeys,
    notKeys: [NotAKey("parent", instead: "write master")],
    constraints: macvlanConstraints,
    changes: [
      Change(.from("0.6.0", to: "0.9.1"), "proxy_arp=1 was set on the interface; not from 1.0.0 on"),
      Change(.since("1.1.0"), "arp_notify=1 in place of a gratuitous ARP; ndisc_notify=1 from 1.4.0 on"),
    ])

  private static let macvlanKeys: [KeyFacts] = [
    KeyFacts(
      "master", .interface, absent: "the interface of the default route", .since("0.6.0"), "interface of the node",
      changes: [
        KeyChange(.from("0.6.0", to: "0.7.6"), "required", absent: "", required: true),
        KeyChange(.since("0.8.0"), "optional"),
      ]),
    KeyFacts(
      "mode", .string, absent: #""bridge""#, .since("0.6.0"), values: ["bridge", "private", "vepa", "passthru"],
      "how interfaces on one master reach each other"),
    KeyFacts(
      "mtu", .integer, absent: "0", .since("0.6.0"), minimum: 0, constraint: "at most the MTU of the master",
      "MTU of the interface; 0 leaves it to the kernel, which takes the master's",
      changes: [KeyChange(.since("0.8.3"), "checked before the interface is made")]),
    KeyFacts("mac", .mac, .since("0.8.7"), "MAC address of the interface"),
    KeyFacts(
      "linkInContainer", word: "masterInContainer", .bool, absent: "false", .since("1.3.0"),
      "looks the master up in the container's namespace"),
    KeyFacts(
      "bcqueuelen", word: "broadcastQueueLength", .unsigned(bits: 32), absent: "0", .since("1.6.0"),
      "length of the queue for broadcasts"),
  ]

  private static let macvlanConstraints: [Constraint] = [
    Constraint(
      .from("0.6.0", to: "0.7.6"), on: ["master"], "master is required",
      errors: [#""master" field is required. It specifies the host interface name to virtualize"#]),
    Constraint(
      .since("0.8.0"), on: ["master"], "master may be left out only where the node has a default route",
      errors: ["no default route interface found"]),
    Constraint(
      .since("0.8.3"), on: ["mtu"],
      "mtu must lie in 0 to the master's; before, only the kernel refused one that is too large",
      errors: [
        ErrorText(.until("0.8.2"), "failed to create macvlan: invalid argument"),
        ErrorText(.since("0.8.3"), "invalid MTU %d, must be [0, master MTU(%d)]"),
      ]),
    Constraint(
      .since("0.8.3"), on: ["master"], "master must exist",
      errors: [
        ErrorText(.until("0.8.2"), "failed to lookup master %q: Link not found"),
        ErrorText(.since("0.8.3"), "Link not found"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["mode"], "mode must be one of the four; source is none of them",
      errors: ["unknown macvlan mode: %q"]),
    Constraint(
      .since("0.8.7"), on: ["mac"], "mac must be a MAC address",
      errors: ["invalid args %s for MAC addr: address %s: invalid MAC address"]),
    Constraint(
      .from("0.6.0", to: "0.7.6"), on: ["ipam"], "ipam is required", errors: ["no plugin name provided"]),
  ]
}

import NetworkTypes

extension PluginFacts {
  /// Rules that let the container's traffic through, and isolation between bridges.
  static let firewall = PluginFacts(
    "firewall", .meta, .since("0.8.0"),
    "lets the container's traffic through the node's firewall, and isolates bridges",
    verbs: [Verb("CHECK", since: "0.8.0")],
    keys: firewallKeys,
    constraints: firewallConstraints,
    specExceptions: [
      SpecException(.from("0.8.0", to: "1.0.0"), ["0.4.0"]),
      SpecException(.from("1.0.1", to: "1.5.1"), ["0.4.0", "1.0.0"]),
      SpecException(.since("1.6.0"), ["0.4.0", "1.0.0", "1.1.0"]),
    ])

  private static let firewallKeys: [KeyFacts] = [
    KeyFacts(
      "backend", .string, absent: "firewalld where it is running, else iptables", .since("0.8.0"),
      values: ["iptables", "firewalld"],
      constraint: "any other value, nftables too, means the default, without a word", "packet filter"),
    KeyFacts(
      "iptablesAdminChainName", word: "adminChain", .string, absent: #""CNI-ADMIN""#, .since("0.8.0"), maximumBytes: 28,
      constraint: "at most 28 characters (iptables)", "chain for the administrator's own rules"),
    KeyFacts(
      "firewalldZone", word: "zone", .string, absent: #""trusted""#, .since("0.8.0"),
      "zone of firewalld that the addresses are put into"),
    KeyFacts(
      "ingressPolicy", .string, absent: #""open""#, .since("1.1.0"),
      values: ["open", "same-bridge", AcceptedValue("isolated", .since("1.7.0"))],
      "who reaches the container from other bridges or its own; always done with iptables",
      changes: [KeyChange(.since("1.7.0"), "isolated was added")]),
  ]

  private static let firewallConstraints: [Constraint] = [
    Constraint(
      .since("0.8.0"), on: ["cniVersion"],
      """
      cniVersion must be 0.4.0 or later; 0.8.0 to 1.0.0 take 0.4.0 alone, so the firewall of 1.0.0 refuses cniVersion \
      1.0.0
      """),
    Constraint(
      .since("0.8.0"), "needs a plugin before it in the chain; up to 0.8.2 on DEL too",
      errors: ["missing prevResult from earlier plugin"]),
    Constraint(
      .since("1.1.0"), on: ["ingressPolicy"],
      """
      ingressPolicy must be one that the release knows (isolated from 1.7.0 on); up to 1.0.1 the key is ignored and \
      everything stays open
      """,
      errors: ["unknown ingress policy: %q"]),
    Constraint(
      .since("1.1.0"), on: ["ingressPolicy"],
      """
      same-bridge and isolated take the first interface of prevResult for the bridge, so they must follow bridge; \
      after ptp they isolate the node's end of the veth pair
      """,
      errors: [
        ErrorText(
          """
          interface needs to be set for ingress policy %q, make sure to chain "firewall" plugin with "bridge"
          """, when: "no interfaces")
      ]),
    Constraint(.since("1.1.0"), on: ["ingressPolicy"], "the rules of isolation are never removed"),
    Constraint(
      .since("0.8.0"), on: ["backend"], "the backend firewalld needs D-Bus",
      errors: ["dial unix /var/run/dbus/system_bus_socket: connect: no such file or directory"]),
    Constraint(.since("0.8.0"), on: ["backend"], "there is no nftables backend, up to 1.9.1"),
  ]
}

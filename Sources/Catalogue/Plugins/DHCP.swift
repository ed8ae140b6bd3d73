import NetworkTypes

extension PluginFacts {
  /// Addresses from a DHCP server, by a daemon on the node.
  static let dhcp = PluginFacts(
    "dhcp", .ipam, .since("0.6.0"), "has a daemon on the node lease addresses from a DHCP server",
    verbs: [Verb("CHECK", since: "0.8.0")],
    // From 1.1.0 on it takes any name of CNI_ARGS that a fromArg refers to; it has none of its own.
    keys: dhcpKeys,
    notKeys: [
      NotAKey("routes", instead: "leave it out: routes come with the lease; request the option that carries them"),
      NotAKey("subnet", instead: "leave it out: the server decides; for a range of your own use host-local"),
      NotAKey("ranges", instead: "leave it out: the server decides; for ranges of your own use host-local"),
    ],
    constraints: [
      Constraint(
        .since("0.6.0"), on: ["daemonSocketPath"], "the daemon must be running",
        errors: ["error dialing DHCP daemon: dial unix %s: connect: no such file or directory"]),
      Constraint(
        .since("1.1.0"), on: ["provide.option", "provide.value", "request.option"],
        """
        option must be a known name or a number up to 255, value has at most 255 bytes; up to 1.5.1 a request without \
        option fails too. The daemon says so, so the texts begin with "error calling DHCP.Allocate: "
        """,
        errors: [
          ErrorText("Can not parse option %q: ...", when: "unknown option"),
          ErrorText("value too long for option %q: %q", when: "value over 255 bytes"),
        ]),
      Constraint(.since("0.6.0"), "IPv4 alone", evidence: .source),
    ],
    verbNotes: [
      VerbNote(
        "CHECK", .from("0.8.0", to: "1.1.1"), "asks the daemon to allocate, which starts a second lease",
        evidence: .source),
      VerbNote(
        "CHECK", .since("1.2.0"), "asks the daemon to allocate, which takes the running lease", evidence: .source),
    ])

  private static let dhcpKeys: [KeyFacts] = [
    KeyFacts(
      "daemonSocketPath", word: "socket", .path, absent: #""/run/cni/dhcp.sock""#, .since("0.8.0"),
      "socket of the dhcp daemon"),
    KeyFacts(
      "provide", .list(.object), .since("1.1.0"), "DHCP options to send to the server",
      fields: [
        KeyFacts("option", .string, .since("1.1.0"), constraint: dhcpOptionNames, "the option"),
        KeyFacts("value", .string, .since("1.1.0"), maximumBytes: 255, "its value"),
        KeyFacts("fromArg", .string, .since("1.1.0"), "name in CNI_ARGS to take the value from"),
      ]),
    KeyFacts(
      "request", .list(.object), absent: "subnet-mask and routers", .since("1.1.0"),
      "DHCP options to ask for, besides the default ones",
      fields: [
        KeyFacts("option", .string, .since("1.1.0"), constraint: dhcpOptionNames, "the option; optional from 1.6.0 on"),
        KeyFacts("skipDefault", .bool, absent: "false", .since("1.1.0"), "asks for none of the default options"),
      ]),
    KeyFacts("priority", .integer, absent: "0", .since("1.6.0"), "metric of the routes that the lease brings"),
  ]

  private static let dhcpOptionNames = """
    a number from 0 to 255 as a string, or one of dhcp-client-identifier, subnet-mask, routers, host-name, user-class, \
    vendor-class-identifier
    """
}

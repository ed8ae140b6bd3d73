import NetworkTypes

extension PluginFacts {
  /// A tap device, for programs that read and write frames themselves.
  static let tap = PluginFacts(
    "tap", .interface, .since("1.3.0"), "makes a tap device in the container, for a program that handles frames itself",
    ipam: .optional(.always),
    verbs: [Verb("CHECK", since: "1.3.0"), Verb("STATUS", since: "1.6.0")],
    capabilities: [Input("mac", .since("1.3.0"))],
    cniArgs: [Input("MAC", .since("1.3.0"))],
    macSources: [.key, .cniArgs, .capability],
    keys: tapKeys,
    constraints: [
      Constraint(
        .since("1.4.0"), on: ["bridge"], "bridge must exist", errors: ["failed to get bridge %s: Link not found"]),
      Constraint(
        .since("1.3.0"), on: ["owner", "group", "mac", "selinuxContext"],
        "owner and group both given without selinuxContext: mac, key and capability, is ignored without a word"),
      Constraint(
        .since("1.3.0"), on: ["owner", "group", "mac"],
        "in every other case the ip binary (iproute2) must be on PATH; it is then what refuses a bad mac",
        errors: [#"failed to run command "%s" is invalid lladdr.: exit status 1"#]),
      Constraint(.since("1.3.0"), on: ["owner", "group"], "owner and group are numbers, not names"),
    ])

  private static let tapKeys: [KeyFacts] = [
    KeyFacts(
      "multiQueue", .bool, absent: "false", .since("1.3.0"), "gives the device several queues (IFF_MULTI_QUEUE)"),
    KeyFacts("mtu", .integer, absent: "0", .since("1.3.0"), "MTU of the device; 0 leaves it to the kernel"),
    KeyFacts("mac", .mac, .since("1.3.0"), "MAC address of the device"),
    KeyFacts("owner", .unsigned(bits: 32), .since("1.3.0"), "user that may open the device, by number"),
    KeyFacts("group", .unsigned(bits: 32), .since("1.3.0"), "group that may open the device, by number"),
    KeyFacts("selinuxContext", .string, .since("1.3.0"), "SELinux label under which the device is made"),
    KeyFacts(
      "bridge", .interface, .since("1.4.0"),
      "bridge inside the container's namespace to attach the device to; must exist"),
  ]
}

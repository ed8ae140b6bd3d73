import NetworkTypes

extension PluginFacts {
  /// A veth pair with routes, and no bridge.
  static let ptp = PluginFacts(
    "ptp", .interface, .since("0.6.0"),
    "connects the container to the node by a veth pair and routes, without a bridge",
    ipam: .required,
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    keys: ptpKeys,
    notKeys: [
      NotAKey("bridge", instead: "ptp makes no bridge; use the bridge plugin"),
      NotAKey("isGateway", instead: "leave it out: ptp is always the container's gateway"),
      NotAKey("isDefaultGateway", instead: "write the default route under ipam.routes"),
      NotAKey("forceAddress", instead: "leave it out: it is about a bridge's address, and ptp has no bridge"),
      NotAKey("hairpinMode", instead: "leave it out: it is a property of bridge ports, and ptp has no bridge"),
      NotAKey("promiscMode", instead: "leave it out, or set promisc in a tuning plugin after it"),
      NotAKey("vlan", instead: "use the bridge plugin, or the vlan plugin"),
      NotAKey("mac", instead: "put mac into a tuning plugin after it; ptp reads neither the key nor the capability"),
    ],
    constraints: [
      Constraint(.since("0.6.0"), on: ["ipam"], "ipam is required", errors: ["no plugin name provided"]),
      Constraint(
        .since("0.6.0"), on: ["ipam"], "every address needs a gateway; those of static may lack one",
        errors: ["failed to add IP addr (...) to veth: numerical result out of range"]),
      Constraint(
        .since("1.6.0"), on: ["ipMasqBackend", "ipMasq"],
        "ipMasqBackend must be iptables or nftables; not looked at where ipMasq is off",
        errors: ["unknown ipmasq backend %q"]),
      Constraint(.since("0.6.0"), "forwarding is always switched on for the families of the addresses"),
      Constraint(
        .since("0.6.0"), on: ["mac"],
        "no key mac, no capability mac, no keys of a bridge: isGateway and its like do nothing"
      ),
    ],
    verbNotes: [
      VerbNote(
        "STATUS", .since("1.6.0"), "forwards to the IPAM plugin, and fails without ipam",
        error: "no plugin name provided")
    ])

  private static let ptpKeys: [KeyFacts] = [
    KeyFacts(
      "ipMasq", word: "masquerade", .bool, absent: "false", .since("0.6.0"),
      "masquerades what leaves the subnet of the container's addresses"),
    KeyFacts(
      "ipMasqBackend", word: "masqueradeBackend", .string, absent: "iptables, or nftables where nft alone is usable",
      .since("1.6.0"), values: ["iptables", "nftables"], "packet filter for ipMasq; looked at only where ipMasq is on"),
    KeyFacts(
      "mtu", .integer, absent: "0", .since("0.6.0"), constraint: "the kernel's limits alone",
      "MTU of both ends of the veth pair"),
  ]
}

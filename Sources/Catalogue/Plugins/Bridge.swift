import NetworkTypes

extension PluginFacts {
  /// A Linux bridge with a veth pair for each container. Its constraints stand in `Bridge+Constraints.swift`.
  static let bridge = PluginFacts(
    "bridge", .interface, .since("0.6.0"), "connects the container to a bridge on the node by a veth pair",
    ipam: .optional(.since("0.8.0")),
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    capabilities: [Input("mac", .since("1.0.0"))],
    argsCNI: [Input("mac", .since("1.0.0"))],
    cniArgs: [Input("MAC", .since("1.0.0"))],
    macSources: [.cniArgs, .argsCNI, .capability],
    keys: bridgeKeys,
    notKeys: [
      NotAKey(
        "uplinkInterface",
        instead: "the reference bridge has no such key: add the uplink to the bridge on the node, outside of CNI"),
      NotAKey("mac", instead: "declare the capability mac, or put mac into a tuning plugin after it"),
    ],
    constraints: bridgeConstraints,
    changes: [
      Change(.since("0.7.0"), "MAC addresses are no longer derived from the IPv4 address"),
      Change(
        .from("0.7.0", to: "1.0.1"),
        """
        accept_dad=0 only with hairpinMode or promiscMode and an IPv6 address, and only if enhanced_dad is off; 0.6.0 \
        always set it, and failed without IPv6
        """),
      Change(.since("0.8.6"), "accept_ra=0 on the bridge and on the node's end of the veth pair"),
      Change(.since("1.1.0"), "accept_dad=0 unless enabledad is on; arp_notify=1 in place of a gratuitous ARP"),
    ],
    verbNotes: [
      VerbNote(
        "CHECK", .since("0.8.0"), "always calls the IPAM plugin, so on a bridge without ipam it fails",
        error: "no plugin name provided"),
      VerbNote("STATUS", .since("1.6.0"), "only forwards to the IPAM plugin"),
      VerbNote("GC", .since("1.6.0"), "is not implemented"),
    ])

  private static let bridgeKeys: [KeyFacts] = [
    KeyFacts(
      "bridge", word: "name", .interface, absent: #""cni0""#, .since("0.6.0"), maximumBytes: 15,
      constraint: "1 to 15 bytes, no slash, no white space (kernel)", "bridge device on the node, made if absent"),
    KeyFacts(
      "isGateway", word: "gateway", .bool, absent: "false", .since("0.6.0"),
      """
      puts the gateway's address on the bridge and switches forwarding on for its family; adds no route in the \
      container
      """),
    KeyFacts(
      "isDefaultGateway", word: "defaultGateway", .bool, absent: "false", .since("0.6.0"),
      "implies isGateway and adds a default route for each family, unless the result has one with a gateway already"),
    KeyFacts(
      "forceAddress", .bool, absent: "false", .since("0.6.0"),
      "replaces another address on the bridge, where it would fail otherwise"),
    KeyFacts(
      "ipMasq", word: "masquerade", .bool, absent: "false", .since("0.6.0"),
      """
      masquerades what leaves the subnet of the container's addresses, IPv4 and IPv6; switches no forwarding on, does \
      nothing without ipam
      """),
    KeyFacts(
      "ipMasqBackend", word: "masqueradeBackend", .string, absent: "iptables, or nftables where nft alone is usable",
      .since("1.6.0"), values: ["iptables", "nftables"], "packet filter for ipMasq; looked at only where ipMasq is on"),
    KeyFacts(
      "mtu", .integer, absent: "0", .since("0.6.0"),
      constraint: "0 is the kernel's default; the kernel takes 68 to 65535, IPv6 needs 1280; a negative one is ignored",
      "MTU of both ends of the veth pair, and of the bridge where this call makes it"),
    KeyFacts(
      "hairpinMode", word: "hairpin", .bool, absent: "false", .since("0.6.0"),
      "lets the bridge send frames back through the port they came from"),
    KeyFacts(
      "promiscMode", word: "promiscuous", .bool, absent: "false", .since("0.6.0"), "sets the bridge promiscuous"),
    KeyFacts(
      "vlan", .integer, absent: "0", .since("0.8.0"), minimum: 0, maximum: 4094,
      "access VLAN of the container's port; a bridge made by this call filters VLANs",
      changes: [KeyChange(.since("0.8.3"), "the range is checked")]),
    KeyFacts(
      "vlanTrunk", .list(.object), .since("1.3.0"),
      "tagged VLANs of the container's port; each entry has an id, a minID with a maxID, or all three",
      changes: [
        KeyChange(
          .since("1.8.0"), "may stand beside vlan, then the native VLAN; alone it adds the native VLAN 1, untagged")
      ],
      fields: [
        KeyFacts("id", .integer, .since("1.3.0"), minimum: 1, maximum: 4094, "a single VLAN"),
        KeyFacts("minID", word: "from", .integer, .since("1.3.0"), minimum: 1, maximum: 4094, "first VLAN of a range"),
        KeyFacts("maxID", word: "to", .integer, .since("1.3.0"), minimum: 1, maximum: 4094, "last VLAN of a range"),
      ]),
    KeyFacts(
      "preserveDefaultVlan", .bool, absent: "false", .since("1.3.0"),
      "keeps the port's default VLAN where vlan or vlanTrunk is set",
      changes: [
        KeyChange(.from("1.3.0", to: "1.7.1"), "the default was true", absent: "true"),
        KeyChange(.since("1.8.0"), "the default is false"),
      ]),
    KeyFacts(
      "macspoofchk", word: "macSpoofCheck", .bool, absent: "false", .since("1.1.0"),
      "drops frames whose source MAC is not the one given at ADD, by an nftables rule; needs the nft binary"),
    KeyFacts(
      "enabledad", word: "duplicateAddressDetection", .bool, absent: "false", .since("1.1.0"),
      "keeps IPv6 duplicate address detection; otherwise the container's interface gets accept_dad=0"),
    KeyFacts(
      "disableContainerInterface", .bool, absent: "false", .since("1.4.1"),
      "leaves the container's end down; not together with ipam"),
    KeyFacts(
      "portIsolation", .bool, absent: "false", .since("1.7.0"),
      "isolates the port: containers of the bridge reach the node and the uplink, not one another"),
  ]
}

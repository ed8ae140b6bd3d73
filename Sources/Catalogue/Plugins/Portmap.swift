import NetworkTypes

extension PluginFacts {
  /// Host ports. Its constraints stand in `Portmap+Constraints.swift`.
  static let portmap = PluginFacts(
    "portmap", .meta, .since("0.6.0"), "forwards ports of the node to the container",
    verbs: [Verb("CHECK", since: "0.8.0")],
    capabilities: [Input("portMappings", .since("0.6.0"))],
    keys: portmapKeys,
    notKeys: [
      NotAKey(
        "portMappings",
        instead: "declare capabilities: {portMappings: true}; the runtime then hands the mappings over")
    ],
    constraints: portmapConstraints,
    changes: [
      Change(.since("0.7.0"), "masquerades by packet mark, not by SNAT chains of each container; covers hairpin too"),
      Change(
        .since("0.8.6"),
        """
        hairpin is matched by the container's whole subnet, so neighbours on the bridge are masqueraded too and the \
        server sees the bridge's address; nftables (from 1.6.1 on) matches the container's address alone
        """),
      Change(.since("0.9.0"), "old UDP entries of the host port are removed from connection tracking"),
    ],
    verbNotes: [
      VerbNote("CHECK", .from("0.8.0", to: "1.0.1"), "passes where the chain is missing"),
      VerbNote(
        "CHECK", .from("1.1.0", to: "1.2.0"),
        """
        fails for containers of one family, in 1.1.1 for those of both too, where iptables of the other family works
        """,
        error: "could not check ipv6 dnat: chain %s not found in iptables table nat"),
      VerbNote(
        "CHECK", .from("1.6.1", to: "1.8.0"),
        "fails with the nftables backend, snat and three mappings or more (IPv4)",
        error: #"missing hostport rules in "masquerading" chain"#),
    ],
    specExceptions: [
      SpecException(.from("0.6.0", to: "0.7.6"), ["", "0.1.0", "0.2.0", "0.3.0", "0.3.1"])
    ])

  private static let portmapKeys: [KeyFacts] = [
    KeyFacts(
      "snat", .bool, absent: "true", .since("0.6.0"),
      """
      masquerades traffic to mapped ports from localhost and from the container itself; sets route_localnet on the \
      node's interface
      """),
    KeyFacts(
      "backend", .string, absent: "iptables, or nftables where nft alone is usable", .since("1.6.0"),
      values: ["iptables", "nftables"], refusesEmpty: true, "packet filter"),
    KeyFacts(
      "conditionsV4", word: "conditionsIPv4", .list(.string), .since("0.6.0"),
      constraint: "in the syntax of the backend, one token an entry", "further conditions of the IPv4 rules"),
    KeyFacts(
      "conditionsV6", word: "conditionsIPv6", .list(.string), .since("0.6.0"),
      constraint: "in the syntax of the backend, one token an entry", "further conditions of the IPv6 rules"),
    KeyFacts(
      "markMasqBit", word: "markBit", .integer, absent: "13", .since("0.7.0"), minimum: 0, maximum: 31,
      "bit of the mark on traffic to masquerade; iptables alone, nftables ignores it"),
    KeyFacts(
      "externalSetMarkChain", word: "markChain", .string, .since("0.7.0"), maximumBytes: 28,
      constraint: "the chain must exist already; at most 28 characters (iptables)",
      "chain of the table nat that sets the mark, such as KUBE-MARK-MASQ; iptables alone"),
    KeyFacts(
      "masqAll", word: "masqueradeAll", .bool, absent: "false", .since("1.2.0"),
      "masquerades every mapped connection; iptables alone, nftables ignores it"),
  ]
}

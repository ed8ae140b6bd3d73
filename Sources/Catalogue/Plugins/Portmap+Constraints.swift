import NetworkTypes

extension PluginFacts {
  /// What portmap demands, and what it lets pass.
  static let portmapConstraints: [Constraint] = portmapOptionConstraints + portmapMappingConstraints

  private static let portmapOptionConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), "needs a plugin before it in the chain", errors: ["must be called as chained plugin"]),
    Constraint(
      .since("0.6.0"), on: ["capabilities"],
      """
      without portMappings in runtimeConfig (not declared, or none asked for) the result passes through, without a \
      message
      """),
    Constraint(
      .since("0.7.0"), on: ["markMasqBit", "externalSetMarkChain"],
      "markMasqBit and externalSetMarkChain exclude each other",
      errors: ["failed to parse config: Cannot specify externalSetMarkChain and markMasqBit"]),
    Constraint(
      .since("0.7.0"), on: ["markMasqBit"], "markMasqBit must lie in 0 to 31",
      errors: ["failed to parse config: MasqMarkBit must be between 0 and 31"]),
    Constraint(
      .since("1.6.0"), on: ["backend"],
      """
      backend must be iptables or nftables, "" is refused too; up to 1.5.1 the key is ignored and iptables used
      """,
      errors: ["failed to parse config: unrecognized backend %q"]),
    Constraint(
      .since("1.6.0"), on: ["backend", "externalSetMarkChain", "conditionsV4", "conditionsV6"],
      "nftables takes neither externalSetMarkChain nor conditions in the syntax of iptables; the text lists them",
      errors: [
        """
        failed to parse config: nftables backend was requested but configuration contains iptables-specific options \
        [externalSetMarkChain]
        """
      ]),
    Constraint(
      .since("1.6.0"), on: ["backend", "conditionsV4", "conditionsV6"],
      """
      iptables takes no conditions in the syntax of nftables. The first entry alone decides: a leading - or ! means \
      iptables; 1.6.0 took a leading ! for nftables. The text says 'was requested' also where the backend is the \
      default
      """,
      errors: [
        """
        failed to parse config: iptables backend was requested but configuration contains nftables-specific options \
        [conditionsV4]
        """
      ]),
  ]

  private static let portmapMappingConstraints: [Constraint] = [
    Constraint(
      .only("1.6.0"), on: ["backend"], "the nftables backend cannot set up any mapping: it hooks DNAT into input",
      errors: ["unable to set up nftables rules for port mappings: ... Operation not supported"]),
    Constraint(
      .from("1.6.1", to: "1.8.0"), on: ["backend"],
      """
      the nftables backend also captures forwarded traffic to a mapped port that is for another host; from 1.9.0 on \
      only what is for this one
      """),
    Constraint(
      .since("0.6.0"), on: ["runtimeConfig.portMappings"],
      "hostPort and containerPort must be 1 or more; above 65535 the packet filter alone complains",
      errors: [
        ErrorText("failed to parse config: Invalid host port number: %d", when: "hostPort"),
        ErrorText("failed to parse config: Invalid container port number: %d", when: "containerPort"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["runtimeConfig.portMappings"],
      "protocol is required in each mapping; without it iptables fails"),
    Constraint(
      .since("0.7.0"), on: ["externalSetMarkChain"], "externalSetMarkChain must exist already; iptables says so",
      errors: ["Chain '%s' does not exist"]),
    Constraint(
      .since("0.6.0"), on: ["prevResult"],
      "prevResult without an address of the container's interface: nothing is set up, without a message"),
    Constraint(
      .since("0.8.3"), on: ["runtimeConfig.portMappings"],
      "a hostIP of the other family is left out without a word; from 0.8.7 on 0.0.0.0 and :: mean any"),
  ]
}

import NetworkTypes

extension PluginFacts {
  /// Limits on traffic.
  static let bandwidth = PluginFacts(
    "bandwidth", .meta, .since("0.8.0"), "limits the container's traffic in both directions",
    verbs: [Verb("CHECK", since: "0.8.0")],
    capabilities: [Input("bandwidth", .since("0.8.0"))],
    keys: bandwidthKeys,
    constraints: bandwidthConstraints,
    verbNotes: [
      VerbNote(
        "CHECK", .from("0.8.0", to: "1.9.0"),
        "crashes (nil pointer) where no bandwidth is configured or handed over; mended in 1.9.1")
    ],
    specExceptions: [
      SpecException(.from("0.8.0", to: "0.9.1"), ["0.3.0", "0.3.1", "0.4.0"]),
      SpecException(.only("1.0.0"), ["0.3.0", "0.3.1", "1.0.0"]),
      SpecException(.from("1.0.1", to: "1.5.1"), ["0.3.0", "0.3.1", "0.4.0", "1.0.0"]),
      SpecException(.since("1.6.0"), ["0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0"]),
    ])

  private static let bandwidthKeys: [KeyFacts] = [
    KeyFacts(
      "ingressRate", .unsigned(bits: 64), absent: "0", .since("0.8.0"), "bits a second towards the container",
      changes: [signedRate]),
    KeyFacts(
      "ingressBurst", .unsigned(bits: 64), absent: "0", .since("0.8.0"), constraint: burstLimit,
      "bits that may go beyond the rate at once, towards the container", changes: [signedBurst]),
    KeyFacts(
      "egressRate", .unsigned(bits: 64), absent: "0", .since("0.8.0"), "bits a second from the container",
      changes: [signedRate]),
    KeyFacts(
      "egressBurst", .unsigned(bits: 64), absent: "0", .since("0.8.0"), constraint: burstLimit,
      "bits that may go beyond the rate at once, from the container", changes: [signedBurst]),
    KeyFacts(
      "shapedSubnets", .list(.cidr), .from("1.5.0", to: "1.5.1"),
      "limits only traffic with these networks; removed in 1.6.0 and ignored since"),
    KeyFacts(
      "unshapedSubnets", .list(.cidr), .from("1.5.0", to: "1.5.1"),
      "leaves traffic with these networks unlimited; removed in 1.6.0 and ignored since"),
  ]

  private static let burstLimit = "below 34359738360 bits, that is 8 times 4294967295"
  private static let signedRate = KeyChange(.from("0.8.0", to: "0.8.2"), "a signed number", type: .integer)
  private static let signedBurst = KeyChange(
    .from("0.8.0", to: "0.8.2"), "a signed number without an upper limit", type: .integer)

  private static let bandwidthConstraints: [Constraint] = [
    Constraint(
      .since("0.8.0"), on: ["ingressRate", "ingressBurst", "egressRate", "egressBurst"],
      "rate and burst of a direction need each other",
      errors: [
        ErrorText("if rate is set, burst must also be set", when: "rate alone"),
        ErrorText("if burst is set, rate must also be set", when: "burst alone"),
      ]),
    Constraint(
      .since("0.8.3"), on: ["ingressBurst", "egressBurst"], "burst must be below 32 Gbit",
      errors: ["burst cannot be more than 4GB"]),
    Constraint(
      .since("0.8.3"), on: ["ingressRate", "ingressBurst", "egressRate", "egressBurst"],
      "rates and bursts are whole numbers that are not negative",
      errors: [
        ErrorText(.from("0.8.0", to: "0.8.2"), "rate and burst must be a positive integer"),
        ErrorText(.since("0.8.3"), "... of type uint64"),
      ]),
    Constraint(
      .from("1.5.0", to: "1.5.1"), on: ["shapedSubnets", "unshapedSubnets"],
      "shapedSubnets and unshapedSubnets exclude each other and hold networks",
      errors: [
        ErrorText(
          """
          unshapedSubnets and shapedSubnets cannot be both specified, one of them should be discarded
          """, when: "both"),
        ErrorText("bad subnet %q provided, details %s", when: "no network"),
      ]),
    Constraint(
      .since("0.8.0"), on: ["ingressRate", "ingressBurst", "egressRate", "egressBurst"],
      """
      any of the four keys in the file, even as 0, makes the plugin ignore runtimeConfig.bandwidth: the file wins over \
      the capability
      """),
    Constraint(
      .since("0.8.0"), "needs a plugin before it in the chain; with no bandwidth either it crashes (nil pointer)",
      errors: ["must be called as chained plugin"]),
    Constraint(
      .since("0.8.1"),
      """
      the container's interface must be a veth whose other end is in prevResult: bridge and ptp, not macvlan, ipvlan, \
      vlan, host-device, dummy or tap
      """,
      errors: [
        "container interface %s has no veth peer: ...", "no veth peer of container interface found in host ns",
      ]),
    Constraint(.from("1.5.0", to: "1.5.1"), "uses htb qdiscs; all other releases use tbf"),
  ]
}

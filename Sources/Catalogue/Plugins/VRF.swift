import NetworkTypes

extension PluginFacts {
  /// A virtual routing domain.
  static let vrf = PluginFacts(
    "vrf", .meta, .since("0.9.0"), "puts the container's interface into a routing domain of its own (VRF)",
    verbs: [Verb("CHECK", since: "1.3.0")],
    keys: [
      KeyFacts(
        "vrfname", word: "name", .interface, .since("0.9.0"), required: true,
        "VRF device in the container, made if absent"),
      KeyFacts(
        "table", .unsigned(bits: 32), absent: "the first free table", .since("0.9.0"), "routing table of the VRF"),
    ],
    constraints: vrfConstraints,
    verbNotes: [
      VerbNote(
        "CHECK", .from("0.9.0", to: "1.2.0"), "works the error out and drops it: it always succeeds",
        evidence: .source)
    ],
    specExceptions: [
      SpecException(.from("0.9.0", to: "1.0.0"), ["0.3.1", "0.4.0"]),
      SpecException(.from("1.0.1", to: "1.5.1"), ["0.3.1", "0.4.0", "1.0.0"]),
      SpecException(.since("1.6.0"), ["0.3.1", "0.4.0", "1.0.0", "1.1.0"]),
    ])

  private static let vrfConstraints: [Constraint] = [
    Constraint(
      .since("0.9.0"), on: ["vrfname"], "vrfname must not be empty",
      errors: ["configuration is expected to have a valid vrf name"]),
    Constraint(
      .since("0.9.0"), "needs a plugin before it in the chain", errors: ["missing prevResult from earlier plugin"]),
    Constraint(
      .since("0.9.0"), on: ["vrfname", "table"], "a VRF that exists must have the same table",
      errors: ["cmdAdd failed: VRF %s already exist with different routing table %d"], evidence: .source),
    Constraint(
      .since("0.9.0"), "the interface must have no master yet",
      errors: ["cmdAdd failed: interface %s has already a master set: %s"], evidence: .source),
    Constraint(
      .since("0.9.0"), on: ["cniVersion"],
      "cniVersion must be 0.3.1 or later; 0.9.0 to 1.0.0 take 0.3.1 and 0.4.0 alone"),
    Constraint(
      .from("0.9.0", to: "1.3.0"),
      """
      routes of the interface are lost when it joins the VRF; kept from 1.4.0 on, but 1.7.0 to 1.9.0 keep only routes \
      with a source address; 1.9.1 keeps them all again
      """,
      evidence: .source),
  ]
}

import NetworkTypes

extension PluginFacts {
  /// The container's own `lo`.
  static let loopback = PluginFacts(
    "loopback", .interface, .since("0.6.0"), "brings up lo in the container",
    // It may stand anywhere; what the plugins before it made it hands on only from 0.8.3.
    mayFollow: .since("0.6.0"),
    verbs: [Verb("CHECK", since: "0.8.3")],
    constraints: [
      Constraint(.since("0.6.0"), "always works on lo, whatever CNI_IFNAME and the configuration say"),
      Constraint(
        .since("0.8.3"), "lo must carry no address but loopback ones",
        errors: ["loopback interface found with non-loopback address %q"], evidence: .source),
    ],
    changes: [
      Change(
        .from("0.6.0", to: "0.8.2"),
        "the result has neither cniVersion nor interfaces, and what the plugins before it made is not handed on"),
      Change(
        .since("1.0.0"),
        "at cniVersion 0.3.x and 0.4.0 the addresses lack the field version that these specs require"),
    ],
    verbNotes: [VerbNote("CHECK", .from("0.8.0", to: "0.8.2"), "is accepted and does nothing")])
}

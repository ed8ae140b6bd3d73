import NetworkTypes

extension PluginFacts {
  /// Routing by source address.
  static let sbr = PluginFacts(
    "sbr", .meta, .since("0.8.0"), "routes what leaves by the interface by its source address, in a table of its own",
    keys: [
      KeyFacts(
        "table", .integer, absent: "a free table from 100 on, with the routes of the interface moved there",
        .since("1.6.0"), "existing routing table; then only a rule is added for each address")
    ],
    constraints: [
      Constraint(
        .since("0.8.0"), "needs a plugin before it in the chain",
        errors: ["This plugin must be called as chained plugin"]),
      Constraint(
        .since("0.8.0"), "prevResult must have addresses of the interface",
        errors: ["No IP addresses supplied on interface: %s"]),
      Constraint(
        .from("0.8.0", to: "0.8.5"), "IPv6 does not work: masks of 64 bits on addresses of 128", evidence: .source),
    ],
    verbNotes: [VerbNote("CHECK", .since("0.8.0"), "is accepted and does nothing")])
}

import NetworkTypes

extension PluginFacts {
  /// An interface that leads nowhere.
  static let dummy = PluginFacts(
    "dummy", .interface, .since("1.2.0"), "gives the container an interface that carries addresses and leads nowhere",
    ipam: .required,
    verbs: [Verb("CHECK", since: "1.2.0"), Verb("STATUS", since: "1.6.0")],
    notKeys: [
      NotAKey("mtu", instead: "put mtu into a tuning plugin after it"),
      NotAKey("mac", instead: "put mac into a tuning plugin after it"),
    ],
    constraints: [
      Constraint(
        .since("1.2.0"), on: ["ipam"], "ipam is required",
        errors: [
          ErrorText("dummy interface requires an IPAM configuration", when: "ADD and CHECK"),
          ErrorText("no plugin name provided", when: "STATUS"),
        ]),
      Constraint(.since("1.2.0"), on: ["mtu", "mac"], "no keys mtu and mac"),
    ])
}

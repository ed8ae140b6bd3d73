import NetworkTypes

extension PluginFacts {
  /// An interface that shares the MAC address of an interface of the node.
  static let ipvlan = PluginFacts(
    "ipvlan", .interface, .since("0.6.0"), "gives the container an interface that shares the MAC of one of the node's",
    // Behind a plugin that returned addresses it takes those, and the master, from prevResult.
    ipam: .required, mayFollow: .since("0.7.0"),
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    keys: ipvlanKeys,
    notKeys: [
      NotAKey("mac", instead: "leave it out: an ipvlan interface has the MAC of its master"),
      NotAKey("parent", instead: "write master"),
    ],
    constraints: ipvlanConstraints,
    verbNotes: [
      VerbNote(
        "CHECK", .since("0.8.0"), "takes no default for master: without an explicit one it fails",
        error: #"failed to lookup master """#, evidence: .source)
    ])

  private static let ipvlanKeys: [KeyFacts] = [
    KeyFacts(
      "master", .interface, absent: "the interface of the default route", .since("0.6.0"), "interface of the node",
      changes: [
        KeyChange(
          .from("0.6.0", to: "0.8.7"), "required; from 0.7.0 on not where prevResult has exactly one named interface",
          absent: "", required: true),
        KeyChange(.since("0.9.0"), "optional"),
      ]),
    KeyFacts(
      "mode", .string, absent: #""l2""#, .since("0.6.0"), values: ["l2", "l3", "l3s"],
      "layer at which interfaces on one master are told apart"),
    KeyFacts(
      "mtu", .integer, absent: "0", .since("0.6.0"),
      constraint: "the kernel's limits alone; not held against the master's",
      "MTU of the interface; 0 leaves it to the kernel"),
    KeyFacts(
      "linkInContainer", word: "masterInContainer", .bool, absent: "false", .since("1.3.0"),
      "looks the master up in the container's namespace"),
  ]

  private static let ipvlanConstraints: [Constraint] = [
    Constraint(
      .from("0.6.0", to: "0.8.7"), on: ["master"], "master is required",
      errors: [#""master" field is required. It specifies the host interface name to virtualize"#]),
    Constraint(
      .since("0.9.0"), on: ["master"], "master may be left out only where the node has a default route",
      errors: ["no default route interface found"]),
    Constraint(
      .since("0.7.0"), on: ["master"],
      "chained and without master it needs a prevResult with exactly one named interface",
      errors: ["chained master failure. PrevResult lacks a single named interface"]),
    Constraint(
      .since("0.6.0"), on: ["mode"], "mode must be one of the three", errors: ["unknown ipvlan mode: %q"]),
    Constraint(.since("0.6.0"), on: ["mac"], "a MAC address cannot be set: ipvlan shares the master's"),
  ]
}

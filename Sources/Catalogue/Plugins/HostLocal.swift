import NetworkTypes

extension PluginFacts {
  /// Addresses from ranges, remembered in files on the node. Its constraints stand in `HostLocal+Constraints.swift`.
  static let hostLocal = PluginFacts(
    "host-local", .ipam, .since("0.6.0"), "hands out addresses from ranges, remembered in files on the node",
    verbs: [Verb("CHECK", since: "0.8.0")],
    capabilities: [Input("ipRanges", .since("0.7.0")), Input("ips", .since("1.0.0"))],
    argsCNI: [Input("ips", .since("0.6.0"))],
    cniArgs: [Input("IP", .since("0.6.0"))],
    keys: hostLocalKeys,
    notKeys: [
      NotAKey("exclude", instead: "split the range into two that leave the addresses out"),
      NotAKey("dns", instead: "write dns on the network, or name a file in resolvConf"),
      NotAKey("range", instead: "write ranges, a list of lists, with rangeStart and rangeEnd in each range"),
      NotAKey("ranges.exclude", instead: "split the range into two that leave the addresses out"),
    ],
    constraints: hostLocalConstraints,
    changes: [
      Change(.since("0.8.0"), "address files hold the container's id and the interface's name, on two lines"),
      Change(.since("1.4.0"), "address files have mode 0600"),
    ],
    verbNotes: [
      VerbNote("CHECK", .since("0.8.0"), "only looks for any address file of the container"),
      VerbNote("STATUS", .since("1.6.0"), "is not implemented: a full or faulty range is not reported"),
      VerbNote("GC", .since("1.6.0"), "is not implemented"),
    ])

  private static let hostLocalKeys: [KeyFacts] = [
    KeyFacts(
      "ranges", .list(.list(.object)), .since("0.6.0"),
      "range sets, each a list of ranges; the container gets one address from each set", fields: rangeFields),
    KeyFacts(
      "subnet", .cidr, .since("0.6.0"), instead: "ranges",
      "old form of a single range; becomes the first set, in front of ranges"),
    KeyFacts(
      "rangeStart", .address, .since("0.6.0"), instead: "ranges",
      "old form, beside a top-level subnet; ignored without one"),
    KeyFacts(
      "rangeEnd", .address, .since("0.6.0"), instead: "ranges",
      "old form, beside a top-level subnet; ignored without one"),
    KeyFacts(
      "gateway", .address, .since("0.6.0"), instead: "ranges",
      "old form, beside a top-level subnet; ignored without one"),
    KeyFacts(
      "routes", .list(.object), .since("0.6.0"), "routes for the container, copied into the result unchecked",
      fields: CommonKeys.routeFields),
    KeyFacts(
      "dataDir", .path, absent: #""/var/lib/cni/networks""#, .since("0.6.0"),
      "where the state is kept, in <dataDir>/<network name>/"),
    KeyFacts(
      "resolvConf", .path, .since("0.6.0"), "file on the node whose DNS settings go into the result, read at ADD"),
  ]

  private static let rangeFields: [KeyFacts] = [
    KeyFacts(
      "subnet", .cidr, .since("0.6.0"), required: true,
      constraint: "a network address, without host bits from 0.8.0 on; at most /30 in IPv4, /126 in IPv6",
      "network that the addresses lie in"),
    KeyFacts(
      "rangeStart", word: "start", .address, absent: "network address + 1", .since("0.6.0"),
      "first address to hand out"),
    KeyFacts(
      "rangeEnd", word: "end", .address, absent: "last address of the subnet, in IPv4 the one before the broadcast",
      .since("0.6.0"), "last address to hand out"),
    KeyFacts(
      "gateway", .address, absent: "network address + 1", .since("0.6.0"),
      "gateway that the result names; never handed out"),
  ]
}

import NetworkTypes

extension PluginFacts {
  /// Addresses that the file, or the runtime, states.
  static let staticIPAM = PluginFacts(
    "static", .ipam, .since("0.8.0"), "hands out the addresses that the configuration or the runtime states",
    verbs: [Verb("CHECK", since: "0.8.0")],
    capabilities: [Input("ips", .since("0.8.2"))],
    argsCNI: [Input("ips", .since("0.8.2"))],
    cniArgs: [Input("IP", .since("0.8.0")), Input("GATEWAY", .since("0.8.0"))],
    keys: staticKeys,
    constraints: staticConstraints,
    changes: [
      Change(.only("0.8.2"), "args.cni.ips goes before the capability ips"),
      Change(
        .since("0.8.3"),
        """
        addresses and the IP of CNI_ARGS are added together; args.cni.ips replaces both, and the capability ips \
        replaces that
        """),
    ])

  private static let staticKeys: [KeyFacts] = [
    KeyFacts(
      "addresses", .list(.object), .since("0.8.0"),
      "addresses to hand out; may be empty where the runtime supplies ips",
      fields: [
        KeyFacts("address", .addressWithPrefix, .since("0.8.0"), required: true, "address with its prefix length"),
        KeyFacts(
          "gateway", .address, .since("0.8.0"),
          "gateway that the result names; the address's network is not looked at"),
      ]),
    KeyFacts(
      "routes", .list(.object), .since("0.8.0"), "routes for the container", fields: CommonKeys.routeFields),
    KeyFacts(
      "dns", .object, .since("0.8.0"), "DNS settings for the result; which plugins keep them, DNSPropagation tells",
      fields: CommonKeys.dnsFields),
  ]

  private static let staticConstraints: [Constraint] = [
    Constraint(
      .from("0.8.0", to: "1.0.1"), on: ["addresses.address"], "address must have a prefix length",
      errors: ["invalid CIDR %s: invalid CIDR address: %s"]),
    Constraint(
      .since("1.1.0"), on: ["addresses.address"], "address must have a prefix length, wherever it comes from",
      errors: [
        ErrorText("the 'address' field is expected to be in CIDR notation, got: '%s'", when: "from the file"),
        ErrorText("an entry in the 'ips' field is NOT in CIDR notation, got: '%s'", when: "from the capability ips"),
        ErrorText("the 'ip' field is expected to be in CIDR notation, got: '%s'", when: "from CNI_ARGS"),
      ]),
    Constraint(
      .since("0.8.2"), "the capability ips needs a prefix length here; host-local takes it with or without"),
    Constraint(
      .since("0.8.0"), on: ["addresses", "cniVersion"],
      "several addresses of one family need cniVersion 0.3.0 or later",
      errors: ["CNI version %s does not support more than 1 address per family"]),
    Constraint(
      .since("0.8.0"), on: ["addresses"],
      "without any address static succeeds with an empty result, and the interface plugin fails",
      errors: ["IPAM plugin returned missing IP config"]),
    Constraint(
      .since("0.8.2"), on: ["addresses.gateway"], "ips replace the addresses, and their gateways are lost"),
  ]
}

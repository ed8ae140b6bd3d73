extension FactCoverage {
  /// The IPAM plugins.
  static let aboutAddresses: [FactAnswer] = [
    FactAnswer("host-local", "no subnet, no ranges", .rules(["no-ranges"])),
    FactAnswer("host-local", "ipam key absent", .rules(["ipam-plugin-in-chain"])),
    FactAnswer("host-local", "ranges given as a flat", .rules(["wrong-type"])),
    FactAnswer("host-local", "an empty set", .rules(["empty-range-set"])),
    FactAnswer("host-local", "subnet with fewer than", .rules(["subnet-too-small"])),
    FactAnswer("host-local", "subnet with host bits", .rules(["host-bits-set", "host-bits-shift-range"])),
    FactAnswer(
      "host-local", "gateway outside the subnet: error", .rules(["gateway-family-mismatch", "gateway-outside-subnet"])),
    FactAnswer(
      "host-local", "gateway outside the subnet, even", .rules(["gateway-family-mismatch", "gateway-outside-subnet"])),
    FactAnswer("host-local", "rangeStart outside the subnet", .rules(["range-outside-subnet"])),
    FactAnswer("host-local", "rangeEnd outside the subnet", .rules(["range-outside-subnet"])),
    FactAnswer("host-local", "rangeStart above rangeEnd", .rules(["range-start-after-end"])),
    FactAnswer("host-local", "ranges of one set must have", .rules(["mixed-families-in-set"])),
    FactAnswer("host-local", "ranges of one set must not", .rules(["range-overlap"])),
    FactAnswer("host-local", "range sets must not", .rules(["range-overlap"])),
    FactAnswer(
      "host-local", "two sets of one family", .rules(["version-missing", "version-too-old-for-two-addresses"])),
    FactAnswer("host-local", "bad subnet", .rules(["invalid-address"])),
    FactAnswer(
      "host-local", "rangeStart may be the",
      .rules(["range-start-is-anycast", "reserved-address-as-range-end", "reserved-address-as-range-start"])),
    FactAnswer("host-local", "rangeStart equal to the", .rules(["range-starts-at-broadcast"])),
    FactAnswer("host-local", "the gateway is skipped", .rules(["gateway-in-other-range", "range-holds-only-gateway"])),
    FactAnswer("host-local", "a second ADD of the", .unjudged("needs the run: two calls for one container")),
    FactAnswer(
      "host-local", "a requested address", .unjudged("needs the run: the address is asked for when a pod starts")),
    FactAnswer("host-local", "ipRanges from the runtime", .rules(["ip-ranges-add-up"])),
    FactAnswer(
      "host-local", "resolvConf unreadable", .unjudged("needs the node: whether the file of resolvConf is there")),
    FactAnswer("host-local", "two networks with one", .rules(["duplicate-network-name", "networks-overlap"])),
    FactAnswer(
      "host-local verbNotes", "CHECK only looks for",
      .unjudged("no fault of a configuration: CHECK passes too easily")),
    FactAnswer("static", "address without prefix: error \"invalid", .rules(["invalid-address"])),
    FactAnswer("static", "address without prefix: error \"the", .rules(["invalid-address"])),
    FactAnswer("static", "the ips capability needs", .rules(["ips-replace-addresses"])),
    FactAnswer("static", "several addresses of one", .rules(["version-missing", "version-too-old-for-two-addresses"])),
    FactAnswer("static", "no addresses at all", .rules(["no-addresses"])),
    FactAnswer("static", "ips replace the addresses", .rules(["ips-replace-addresses"])),
    FactAnswer("dhcp", "the daemon is not running", .unjudged("needs the node: whether the DHCP daemon runs")),
    FactAnswer("dhcp", "unknown option name", .rules(["dhcp-option-invalid"])),
    FactAnswer("dhcp", "IPv4 only", .unjudged("no key of a configuration asks dhcp for IPv6")),
    FactAnswer(
      "dhcp verbNotes", "CHECK asks the daemon",
      .unjudged("no configuration helps: CHECK asks for a second lease whatever the file says")),
  ]
}

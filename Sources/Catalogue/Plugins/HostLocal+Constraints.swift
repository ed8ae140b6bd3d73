import NetworkTypes

extension PluginFacts {
  /// What host-local demands of its ranges, and what it lets pass.
  static let hostLocalConstraints: [Constraint] = rangeConstraints + rangeSetConstraints + allocationConstraints

  private static let rangeConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), on: ["ranges", "subnet"], "subnet, ranges or the capability ipRanges is required",
      errors: ["no IP ranges specified"]),
    Constraint(
      .since("0.6.0"), on: ["ipam"], "the key ipam is required", errors: ["IPAM config missing 'ipam' key"]),
    Constraint(
      .since("0.6.0"), on: ["ranges"], "ranges is a list of lists; a flat list of objects fails to decode",
      errors: ["json: ... of type allocator.RangeSet"]),
    Constraint(
      .since("0.6.0"), on: ["ranges"], "a set must not be empty", errors: ["invalid range set %d: empty range set"]),
    Constraint(
      .since("0.6.0"), on: ["ranges.subnet", "subnet"],
      "subnet must have two host bits or more: no /31, /32, /127, /128",
      errors: ["invalid range set %d: Network %s too small to allocate from"]),
    Constraint(
      .since("0.8.0"), on: ["ranges.subnet", "subnet"],
      """
      subnet must be a network address; up to 0.7.6 one with host bits is accepted, and start and gateway are counted \
      from the address given
      """,
      errors: [
        """
        invalid range set %d: Network has host bits set. For a subnet mask of length %d the network address is %s
        """
      ]),
    Constraint(
      .from("0.6.0", to: "0.7.6"), on: ["ranges.gateway", "gateway"], "gateway must lie in the subnet",
      errors: ["invalid range set %d: gateway %s not in network %s"]),
    Constraint(
      .since("0.8.0"), on: ["ranges.gateway", "gateway"],
      """
      gateway outside the subnet, even one of the other family, is accepted; a route through it then fails in the \
      interface plugin
      """,
      errors: ["...: network is unreachable"]),
    Constraint(
      .since("0.6.0"), on: ["ranges.rangeStart", "rangeStart"], "rangeStart must lie in the subnet",
      errors: ["invalid range set %d: RangeStart %s not in network %s"]),
    Constraint(
      .since("0.6.0"), on: ["ranges.rangeEnd", "rangeEnd"], "rangeEnd must lie in the subnet",
      errors: ["invalid range set %d: RangeEnd %s not in network %s"]),
    Constraint(
      .since("0.6.0"), on: ["ranges.rangeStart", "ranges.rangeEnd", "rangeStart", "rangeEnd"],
      "rangeStart must not be above rangeEnd; the text speaks of the network, since the test of it includes rangeEnd",
      errors: ["invalid range set %d: RangeStart %s not in network %s"]),
  ]

  private static let rangeSetConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), on: ["ranges"], "ranges of one set must have one address family",
      errors: ["invalid range set %d: mixed address families"]),
    Constraint(
      .since("0.6.0"), on: ["ranges"], "ranges of one set must not overlap, by their start and end, not by subnet",
      errors: ["invalid range set %d: subnets %s-%s and %s-%s overlap"]),
    Constraint(
      .since("0.6.0"), on: ["ranges", "subnet"],
      "range sets must not overlap, those that the runtime hands over as ipRanges included",
      errors: ["range set %d overlaps with %d"]),
    Constraint(
      .since("0.6.0"), on: ["ranges", "subnet", "cniVersion"],
      "two sets of one family need cniVersion 0.3.0 or later; an absent one prints as nothing",
      errors: ["CNI version %s does not support more than 1 address per family"]),
    Constraint(
      .since("0.6.0"), on: ["ranges.subnet", "ranges.gateway", "ranges.rangeStart", "ranges.rangeEnd", "subnet"],
      "subnet must be a network; gateway, rangeStart and rangeEnd must be bare addresses",
      errors: [
        ErrorText("invalid CIDR address: %s", when: "bad subnet"),
        ErrorText("invalid IP address: %s", when: "bad gateway, rangeStart or rangeEnd"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["ranges.rangeStart", "ranges.rangeEnd"],
      "rangeStart may be the network address and rangeEnd the broadcast address; both are then handed out"),
    Constraint(
      .since("0.6.0"), on: ["ranges.rangeStart"],
      """
      rangeStart that is the IPv4 broadcast, without rangeEnd, is accepted and walks out of the subnet: the second \
      address of 10.1.0.0/24 is one of 10.1.1.0/24
      """),
  ]

  private static let allocationConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), on: ["ranges.gateway", "gateway"],
      "the gateway is never handed out; a range that holds nothing else fails at ADD",
      errors: ["failed to allocate for range %d: no IP addresses available in range set: %s"]),
    Constraint(
      .since("0.8.2"), "a second ADD of one container and interface fails; up to 0.8.1 it got a second address",
      errors: [
        """
        failed to allocate for range %d: %s has been allocated to %s, duplicate allocation is not allowed
        """
      ]),
    Constraint(
      .since("0.6.0"), on: ["args"],
      "an address asked for (capability ips, args.cni.ips, CNI_ARGS IP) must be free, in a range, and not the gateway",
      errors: [
        ErrorText("failed to allocate for range %d: requested ip %s is subnet's gateway", when: "the gateway"),
        ErrorText("failed to allocate all requested IPs: %s", when: "in no range"),
        ErrorText(
          "failed to allocate for range %d: requested IP address %s is not available in range set %s", when: "taken"),
      ]),
    Constraint(
      .since("0.7.0"), on: ["ranges", "subnet"],
      "ipRanges from the runtime stand in front of the ranges of the file: the container gets addresses from both"),
    Constraint(
      .since("0.6.0"), on: ["resolvConf"], "resolvConf must be readable",
      errors: ["open %s: no such file or directory"]),
    Constraint(
      .since("0.6.0"), on: ["name", "dataDir"],
      "two networks of one name share their allocations; the network's name is a folder's name"),
  ]
}

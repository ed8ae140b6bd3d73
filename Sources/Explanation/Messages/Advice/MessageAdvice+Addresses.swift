extension MessageAdvice {
  /// What the IPAM plugins say.
  static let ofAddresses: [MessageAdvice] = [
    MessageAdvice(
      "no IP addresses available in range set", ["range-holds-only-gateway", "containerd-known-fault"],
      """
      count the leases and the pods: ls /var/lib/cni/networks/NETWORK | wc -l, \
      and crictl pods -q | wc -l. Far more leases than pods: some were never given back (cnigen explain \
      cni-del-skipped); as many: the subnet is too small for the node's pods
      """, cause: "all addresses of the range are taken"),
    MessageAdvice(
      "requested IP address ... is not available in range set", ["reserved-key"],
      "the file /var/lib/cni/networks/NETWORK/ADDRESS names the container that has it, often one that is long gone",
      cause: "a fixed address was asked for, by the runtime or by args, and somebody has it or it is outside"),
    MessageAdvice(
      "duplicate allocation is not allowed", [],
      "remove the file of that address in /var/lib/cni/networks/NETWORK once the container is gone",
      cause: "the container has an address already: an ADD before was never followed by DEL"),
    MessageAdvice("no IP ranges specified", ["no-ranges", "unknown-key"]),
    MessageAdvice("missing 'ipam' key", ["ipam-plugin-in-chain"]),
    MessageAdvice("returned missing IP config", ["no-addresses", "ipam-missing"]),
    MessageAdvice("empty range set", ["empty-range-set"]),
    MessageAdvice("too small to allocate from", ["subnet-too-small"]),
    MessageAdvice("Network has host bits set", ["host-bits-set"]),
    MessageAdvice("RangeStart ... not in network", ["range-outside-subnet", "range-start-after-end"]),
    MessageAdvice("RangeEnd ... not in network", ["range-outside-subnet"]),
    MessageAdvice("gateway ... not in network", ["gateway-outside-subnet"]),
    MessageAdvice("mixed address families", ["mixed-families-in-set"]),
    MessageAdvice("subnets ... overlap", ["range-overlap"]),
    MessageAdvice("range set ... overlaps with", ["range-overlap"]),
    MessageAdvice("IPNet IP and Mask version mismatch", ["invalid-address"]),
    MessageAdvice("invalid CIDR", ["invalid-address", "route-dst-invalid", "route-without-dst"], isEveryday: true),
    MessageAdvice("invalid IP address", ["invalid-address"], isEveryday: true),
    MessageAdvice("expected to be in CIDR notation", ["invalid-address"]),
    MessageAdvice("dialing DHCP daemon", [], "the plugin dhcp asks a daemon: dhcp daemon must be running on the node"),
    MessageAdvice(
      "no more tries", [],
      "is the server in this network: the VLAN, the switch's and the hypervisor's filter of MAC addresses, a radio link",
      cause: "no DHCP server has answered", isEveryday: true),
    MessageAdvice("error calling DHCP ... option", ["dhcp-option-invalid"]),
    MessageAdvice("failed to add IP addr", ["mtu-below-ipv6-minimum", "subnet-not-unicast", "sysctl-disables-ipv6"]),
    MessageAdvice(
      "failed to add IP addr ... permission denied", ["sysctl-disables-ipv6"], ipv6IsOff,
      cause: "the pod is to have an IPv6 address, and IPv6 is switched off"),
    MessageAdvice(
      "could not add IP address to ... permission denied", [], ipv6IsOff,
      cause: "the bridge is to have an IPv6 address, and IPv6 is switched off"),
    MessageAdvice(
      "DADFAILED state", ["subnet-on-two-bridges", "networks-overlap"],
      cause: "another device on the link has the same IPv6 address"),
    MessageAdvice("keep_addr_on_down", ["mtu-below-ipv6-minimum"]),
  ]

  private static let ipv6IsOff =
    "switch it on (sysctl net.ipv6.conf.all.disable_ipv6), or leave the IPv6 ranges out of the profile"

  /// What is said when routes are set.
  static let ofRoutes: [MessageAdvice] = [
    MessageAdvice(
      "failed to add route ... network is unreachable",
      ["gateway-outside-subnet", "route-gateway-unreachable", "range-starts-at-broadcast"]),
    MessageAdvice("failed to add route ... no route to host", ["gateway-outside-subnet", "route-gateway-unreachable"]),
    MessageAdvice(
      "failed to add route ... file exists", ["duplicate-default-route", "duplicate-route", "two-default-gateways"]),
    MessageAdvice(
      "failed to add route ... invalid argument",
      ["route-host-bits-set", "gateway-is-broadcast", "ptp-address-without-gateway", "route-scope-with-gateway"]),
    MessageAdvice("are not the same IP family", ["route-gateway-family-mismatch", "gateway-family-mismatch"]),
    MessageAdvice("Expected Route ... not found in routing table", ["ipv6-route-host-bits-set", "check-fails"]),
  ]
}

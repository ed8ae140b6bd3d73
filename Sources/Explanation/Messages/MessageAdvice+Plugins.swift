extension MessageAdvice {
  /// What the IPAM plugins say.
  static let ofAddresses: [MessageAdvice] = [
    MessageAdvice(
      "no IP addresses available in range set", ["range-holds-only-gateway"],
      """
      all addresses of the range are taken. Count the leases and the pods: ls /var/lib/cni/networks/NETWORK | wc -l, \
      and crictl pods -q | wc -l. Far more leases than pods: some were never given back (cnigen explain \
      cni-del-skipped); as many: the subnet is too small for the node's pods
      """),
    MessageAdvice("requested IP address ... is not available in range set", ["reserved-key", "range-outside-subnet"]),
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
    MessageAdvice("invalid CIDR", ["invalid-address", "route-dst-invalid", "route-without-dst"]),
    MessageAdvice("invalid IP address", ["invalid-address"]),
    MessageAdvice("expected to be in CIDR notation", ["invalid-address"]),
    MessageAdvice("dialing DHCP daemon", [], "the plugin dhcp asks a daemon: dhcp daemon must be running on the node"),
    MessageAdvice("error calling DHCP", ["dhcp-option-invalid"]),
    MessageAdvice(
      "failed to add IP addr", ["mtu-below-ipv6-minimum", "subnet-not-unicast", "sysctl-disables-ipv6"],
      """
      permission denied: IPv6 is switched off on the node (sysctl net.ipv6.conf.all.disable_ipv6); switch it on, or \
      leave the IPv6 ranges out
      """),
    MessageAdvice(
      "could not add IP address", ["mtu-below-ipv6-minimum", "subnet-not-unicast"],
      "permission denied: IPv6 is switched off on the node (sysctl net.ipv6.conf.all.disable_ipv6)"),
    MessageAdvice("keep_addr_on_down", ["mtu-below-ipv6-minimum"]),
  ]

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

  /// What plugins say that make interfaces.
  static let ofInterfaces: [MessageAdvice] = [
    MessageAdvice(
      "already has an IP address different from",
      [
        "two-ipv4-sets-with-gateway", "two-subnets-in-set-with-gateway", "subnet-link-local-ipv6",
        "bridge-name-of-other-software", "bridge-of-two-gateways", "overlapping-ipv6-gateways",
      ],
      """
      the bridge still has the gateway of an earlier subnet, or belongs to other software: ip addr show BRIDGE. After a \
      change of the subnet, drain the node and remove the bridge (ip link delete BRIDGE); cnigen plan writes the steps
      """),
    MessageAdvice("already exists but is not a bridge", ["bridge-name-invalid"]),
    MessageAdvice(
      "failed to create bridge", ["bridge-name-invalid", "bridge-name-too-long", "mtu-out-of-range"],
      "operation not supported: plugins 0.8.0 to 0.8.4 want VLAN filtering, which the bridges of this kernel do not have"
    ),
    MessageAdvice("hairpin mode and promiscuous mode", ["hairpin-with-promiscuous"]),
    MessageAdvice("cannot set vlan and vlanTrunk", ["vlan-with-vlan-trunk"]),
    MessageAdvice("invalid VLAN ID", ["vlan-out-of-range"]),
    MessageAdvice("in trunk parameter", ["vlan-trunk-invalid"]),
    MessageAdvice("should be configured simultaneously", ["vlan-trunk-invalid"]),
    MessageAdvice("DisableContainerInterface flag is set", ["disabled-interface-with-ipam"]),
    MessageAdvice("invalid MTU", ["mtu-out-of-range"]),
    MessageAdvice("unknown ipmasq backend", ["unknown-value", "value-too-new"]),
    MessageAdvice("container veth name provided", ["two-interface-plugins"]),
    MessageAdvice("failed to rename macvlan to", ["two-interface-plugins"]),
    MessageAdvice("failed to create macvlan", ["macvlan-passthru"]),
    MessageAdvice("unknown macvlan mode", ["unknown-value", "value-too-new"]),
    MessageAdvice("unknown ipvlan mode", ["unknown-value", "value-too-new"]),
    MessageAdvice(
      "failed to lookup master", ["interface-name-too-long"], "the node has no device of this name: ip link"),
    MessageAdvice(
      "no default route interface found", ["master-missing"], "name the device in master; the node has no default route"
    ),
    MessageAdvice("field is required", ["required-key-missing"]),
    MessageAdvice("requires an IPAM configuration", ["ipam-missing"]),
    MessageAdvice("specify either ... or", ["host-device-selector-missing"]),
    MessageAdvice("failed to find host device", ["host-device-selector-invalid"]),
    MessageAdvice("error with host device", ["host-device-selector-invalid"]),
    MessageAdvice("numerical result out of range", ["bridge-name-too-long", "interface-name-too-long"]),
  ]

  /// What chained plugins say.
  static let ofChained: [MessageAdvice] = [
    MessageAdvice("must be called as chained plugin", ["chained-plugin-first"]),
    MessageAdvice("prevResult missing", ["chained-plugin-first"]),
    MessageAdvice("missing prevResult from earlier plugin", ["chained-plugin-first"]),
    MessageAdvice("No IP addresses supplied on interface", ["chained-plugin-without-address"]),
    MessageAdvice("has no veth peer", ["bandwidth-needs-veth"]),
    MessageAdvice("create qdisc: file exists", ["bandwidth-twice"]),
    MessageAdvice("create qdisc: invalid argument", ["rate-too-small"]),
    MessageAdvice("if rate is set, burst must also be set", ["rate-without-burst"]),
    MessageAdvice("if burst is set, rate must also be set", ["rate-without-burst"]),
    MessageAdvice("burst cannot be more than", ["burst-too-large"]),
    MessageAdvice("Cannot specify externalSetMarkChain and markMasqBit", ["mark-chain-with-mark-bit"]),
    MessageAdvice("MasqMarkBit must be between", ["mark-bit-out-of-range"]),
    MessageAdvice("backend was requested but configuration contains", ["portmap-backend-mismatch"]),
    MessageAdvice("unrecognized backend", ["unknown-value", "value-too-new"]),
    MessageAdvice("unable to set up nftables rules", ["portmap-nftables-broken"]),
    MessageAdvice(
      "unable to setup DNAT", ["external-mark-chain", "condition-not-tokenized", "condition-family-mismatch"]),
    MessageAdvice("failed to check iptables chain existence", ["chain-name-too-long", "chain-name-invalid"]),
    MessageAdvice("CHAIN_DEL failed", ["two-sets-of-one-family-with-masquerade"]),
    MessageAdvice("unknown ingress policy", ["unknown-value", "value-too-new", "ingress-policy-without-bridge"]),
    MessageAdvice("invalid net sysctl key", ["sysctl-outside-net"]),
    MessageAdvice("Tuning configured value of", ["sysctl-duplicate", "check-fails"]),
    MessageAdvice("duplicated sysctl keys", ["sysctl-duplicate"]),
    MessageAdvice("open ... proc sys ... no such file or directory", ["sysctl-unknown", "value-too-new"]),
    MessageAdvice("open ... proc sys ... permission denied", ["sysctl-not-namespaced", "sysctl-read-only"]),
    MessageAdvice(
      "Only the following sysctls are allowed", [],
      "the node has a list in /etc/cni/tuning/allowlist.conf, and the sysctl is not on it"),
    MessageAdvice("for MAC addr", ["mac-invalid"]),
    MessageAdvice("cannot assign requested address", ["mac-invalid", "subnet-not-unicast"]),
    MessageAdvice("valid vrf name", ["required-key-missing"]),
    MessageAdvice("could not add VRF", ["interface-name-too-long", "interface-name-invalid"]),
    MessageAdvice("already has a master set", ["vrf-twice"]),
    MessageAdvice("dictionary must not have", ["flannel-delegate-invalid"]),
    MessageAdvice("dictionary, if present, must have", ["flannel-delegate-invalid"]),
  ]
}

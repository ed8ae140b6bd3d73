extension MessageAdvice {
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
    MessageAdvice(
      "already exists but is not a bridge", ["bridge-name-invalid"],
      "ip -d link show NAME tells what it is; give the bridge another name"),
    MessageAdvice("failed to create bridge ... invalid argument", ["bridge-name-invalid", "mtu-out-of-range"]),
    MessageAdvice("failed to create bridge ... numerical result out of range", ["bridge-name-too-long"]),
    MessageAdvice(
      "failed to create bridge ... operation not supported", [],
      "modprobe bridge; plugins 0.8.0 to 0.8.4 want VLAN filtering of it, too",
      cause: "the kernel has no bridge, or none with VLAN filtering"),
    MessageAdvice(
      "operation not permitted", [], "a runtime without root has to make a network namespace of its own first",
      cause: "the plugin may not change the network: it runs without root, or without CAP_NET_ADMIN", isEveryday: true),
    MessageAdvice(
      "exchange full", [], "spread the pods over two bridges, or over more nodes",
      cause: "the bridge has as many ports as the kernel allows, 1,024", isEveryday: true),
    MessageAdvice("hairpin mode and promiscuous mode", ["hairpin-with-promiscuous"]),
    MessageAdvice("cannot set vlan and vlanTrunk", ["vlan-with-vlan-trunk"]),
    MessageAdvice("invalid VLAN ID", ["vlan-out-of-range"]),
    MessageAdvice("in trunk parameter", ["vlan-trunk-invalid"]),
    MessageAdvice("should be configured simultaneously", ["vlan-trunk-invalid"]),
    MessageAdvice("DisableContainerInterface flag is set", ["disabled-interface-with-ipam"]),
    MessageAdvice("invalid MTU", ["mtu-out-of-range"]),
    MessageAdvice("unknown ipmasq backend", ["unknown-value", "value-too-new"]),
    MessageAdvice(
      "container veth name provided", ["two-interface-plugins"],
      cause: "the pod has an interface of this name: two plugins make one, or ADD was called twice"),
    MessageAdvice("failed to rename macvlan to", ["two-interface-plugins"]),
    MessageAdvice("failed to create macvlan: invalid argument", ["macvlan-passthru", "mtu-out-of-range"]),
    MessageAdvice(
      "device or resource busy", [], "ip -d link show MASTER tells what sits on it",
      cause: "the master carries the other kind (macvlan or ipvlan), or is a port of a bridge or a bond",
      isEveryday: true),
    MessageAdvice("unknown macvlan mode", ["unknown-value", "value-too-new"]),
    MessageAdvice("unknown ipvlan mode", ["unknown-value", "value-too-new"]),
    MessageAdvice(
      "failed to lookup master", ["interface-name-too-long", "interface-name-invalid"],
      "the node has no device of this name: ip link"),
    MessageAdvice(
      "no default route interface found", ["master-missing"], "name the device in master; the node has no default route"
    ),
    MessageAdvice("field is required", ["required-key-missing"]),
    MessageAdvice("requires an IPAM configuration", ["ipam-missing"]),
    MessageAdvice("specify either ... or", ["host-device-selector-missing"]),
    MessageAdvice("failed to find host device", ["host-device-selector-invalid"]),
    MessageAdvice("error with host device", ["host-device-selector-invalid"]),
    MessageAdvice(
      "could not add ... numerical result out of range", ["interface-name-too-long", "bridge-name-too-long"]),
    MessageAdvice(
      "no net directory under pci device", [], "ls /sys/bus/pci/devices/ADDRESS; a device of vfio has none",
      cause: "the PCI device is there and has no network device: a driver of vfio has it, or a pod"),
    MessageAdvice(
      "failed to find ... Link not found", ["host-device-selector-invalid"],
      cause: "the device is not there (any more): another pod has it, or it has gone back already"),
  ]
}

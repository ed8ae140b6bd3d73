import NetworkTypes

extension PluginFacts {
  /// An interface of the node, moved into the container.
  static let hostDevice = PluginFacts(
    "host-device", .interface, .since("0.7.0"), "moves one of the node's interfaces into the container",
    ipam: .optional(.always), ipamSpan: .since("0.8.0"),
    verbs: [Verb("CHECK", since: "0.8.0"), Verb("STATUS", since: "1.6.0")],
    capabilities: [Input("deviceID", .since("0.8.6"))],
    keys: hostDeviceKeys,
    hiddenKeys: [
      KeyFacts(
        "DPDKMode", .bool, .since("1.1.0"),
        "internal field that the file can set; worked out anew only with pciBusID, otherwise no device is moved")
    ],
    notKeys: [
      NotAKey("mtu", instead: "put mtu into a tuning plugin after it"),
      NotAKey("mac", instead: "put mac into a tuning plugin after it; to choose a device by its MAC write hwaddr"),
      NotAKey("mode", instead: "leave it out: the device is moved as it is"),
      NotAKey("master", instead: "write device"),
    ],
    constraints: hostDeviceConstraints)

  private static let hostDeviceKeys: [KeyFacts] = [
    KeyFacts("device", .interface, .since("0.7.0"), "interface of the node by its name; goes before the other ways"),
    KeyFacts("hwaddr", word: "mac", .mac, .since("0.7.0"), "interface of the node by its MAC address"),
    KeyFacts(
      "kernelpath", word: "kernelPath", .path, .since("0.7.0"), constraint: "absolute, and under /sys/devices/",
      "interface of the node by its path in sysfs"),
    KeyFacts(
      "pciBusID", word: "pciAddress", .string, .since("0.8.1"),
      "interface of the node by its PCI address; the capability deviceID overwrites it"),
  ]

  private static let hostDeviceConstraints: [Constraint] = [
    Constraint(
      .since("0.7.0"), on: ["device", "hwaddr", "kernelpath", "pciBusID"],
      "one of device, hwaddr, kernelpath and pciBusID is required; of several the first in this order counts",
      errors: [
        ErrorText(.from("0.7.0", to: "0.8.0"), #"specify either "device", "hwaddr" or "kernelpath""#),
        ErrorText(.since("0.8.1"), #"specify either "device", "hwaddr", "kernelpath" or "pciBusID""#),
      ]),
    Constraint(
      .since("0.7.0"), on: ["device"], "device must exist", errors: ["failed to find host device: Link not found"]),
    Constraint(
      .since("0.7.0"), on: ["hwaddr"], "hwaddr must be a MAC address",
      errors: ["failed to find host device: failed to parse MAC address %q: address %s: invalid MAC address"]),
    Constraint(
      .since("0.7.0"), on: ["kernelpath"], "kernelpath must be absolute and lie under /sys/devices/",
      errors: ["failed to find host device: kernel device path %q must be absolute and begin with /sys/devices/"]),
    Constraint(
      .since("0.9.1"), on: ["pciBusID"], "pciBusID must be on the bus",
      errors: ["error with host device: lstat /sys/bus/pci/devices/%s: no such file or directory"]),
    Constraint(
      .since("1.5.0"), "the capability deviceID must name a PCI or an auxiliary device",
      errors: ["runtime config DeviceID %s not found or unsupported"]),
    Constraint(
      .since("0.9.1"), on: ["pciBusID"],
      """
      a device that vfio-pci, uio_pci_generic or igb_uio drives is not moved (DPDK); from 1.1.0 on ipam is run for it \
      all the same
      """,
      evidence: .source),
    Constraint(.since("0.7.0"), on: ["mtu", "mac", "mode"], "no keys mtu, mac or mode"),
  ]
}

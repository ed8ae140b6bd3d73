package import NetworkTypes

/// A capability: an argument that the runtime hands to a plugin that declares it.
package struct Capability: Sendable, Hashable {
  /// A reference plugin that reads it, and the first release that does; `nil` for plugins of other systems.
  package struct Reader: Sendable, Hashable {
    package let plugin: String
    package let since: Version?

    package init(_ plugin: String, since: Version?) {
      self.plugin = plugin
      self.since = since
    }
  }

  package let name: String
  /// The first libcni whose conventions name it; `nil` for one that no conventions name.
  package let since: Version?
  /// The form of its argument.
  package let argument: String
  package let readers: [Reader]
  /// The runtimes that have an argument for it, in words.
  package let sentBy: [String]
  /// What else to know; empty where nothing is.
  package let note: String

  package init(
    _ name: String, since: Version?, argument: String, readers: [Reader] = [], sentBy: [String] = [], note: String = ""
  ) {
    self.name = name
    self.since = since
    self.argument = argument
    self.readers = readers
    self.sentBy = sentBy
    self.note = note
  }
}

extension Catalogue {
  /// The capabilities that the conventions name, and the one of containerd's own.
  package static let capabilities: [Capability] = [
    Capability(
      "portMappings", since: "0.5.0",
      argument:
        "list of {hostPort, containerPort, protocol, hostIP}: numbers, a string, an address that may be left out",
      readers: [Capability.Reader("portmap", since: "0.6.0"), Capability.Reader("win-bridge", since: nil)],
      sentBy: ["containerd CRI", "nerdctl", "kubernetes runtimes"]),
    Capability(
      "ipRanges", since: "0.7.0", argument: "list of lists of {subnet, rangeStart, rangeEnd, gateway}",
      readers: [Capability.Reader("host-local", since: "0.7.0")], note: "put in front of ipam.ranges"),
    Capability(
      "bandwidth", since: "0.7.0",
      argument: "{ingressRate, ingressBurst, egressRate, egressBurst}: bits a second and bits, not negative",
      readers: [Capability.Reader("bandwidth", since: "0.8.0")], sentBy: ["containerd CRI"],
      note: "ignored where the plugin's object has rates of its own"),
    Capability(
      "dns", since: "0.7.0", argument: "{servers, searches, options}: lists of strings",
      readers: [Capability.Reader("win-bridge", since: nil), Capability.Reader("win-overlay", since: nil)],
      sentBy: ["containerd CRI"], note: "no reference plugin for Linux reads it"),
    Capability(
      "ips", since: "0.7.0", argument: "list of addresses, with or without a prefix length; static needs it",
      readers: [Capability.Reader("static", since: "0.8.2"), Capability.Reader("host-local", since: "1.0.0")],
      sentBy: ["nerdctl (IPv6 address only)"]),
    Capability(
      "mac", since: "0.8.0", argument: "string",
      readers: [
        Capability.Reader("tuning", since: "0.8.2"), Capability.Reader("macvlan", since: "0.8.7"),
        Capability.Reader("bridge", since: "1.0.0"), Capability.Reader("tap", since: "1.3.0"),
      ]),
    Capability("infinibandGUID", since: "0.8.0", argument: "string", note: "for the plugin ib-sriov-cni"),
    Capability(
      "deviceID", since: "0.8.0", argument: "string: a PCI address",
      readers: [Capability.Reader("host-device", since: "0.8.6")]),
    Capability("aliases", since: "1.0.0", argument: "list of strings", note: "for plugins of others: alias, dnsname"),
    Capability(
      "cgroupPath", since: "1.2.0", argument: "string: an absolute cgroup path", sentBy: ["containerd CRI"],
      note: "the conventions name host-local; no reference plugin reads it, up to 1.9.1"),
    Capability(
      "io.kubernetes.cri.pod-annotations", since: nil, argument: "map of strings", sentBy: ["containerd CRI"],
      note: "containerd's own, in no conventions"),
  ]

  /// The capability of a name.
  package static func capability(_ name: String) -> Capability? { capabilities.first { $0.name == name } }

  /// What holds for every capability.
  package static let capabilityRules: [String] = [
    """
    libcni looks at the capabilities of the list's element alone: those of an IPAM plugin are declared on the plugin \
    that calls it, which hands on its whole configuration
    """,
    "an unknown name does no harm; an argument that nobody declared is dropped in silence",
    "runtimeConfig is written only where at least one declared capability has an argument",
  ]

  /// The arguments under `args.cni` and in CNI_ARGS, and who reads them.
  package static let argumentConventions: [(name: String, form: String)] = [
    ("args.cni.labels", "list of {key, value}"),
    ("args.cni.ips", "list of addresses, with or without a prefix length: host-local, static"),
    ("args.cni.mac, mtu, sysctl, promisc, allmulti, txQLen", "tuning"),
    ("CNI_ARGS IP", "IP=<address>, with or without a prefix length: host-local, static; deprecated"),
    ("CNI_ARGS MAC", "MAC=<mac>: tuning, bridge, macvlan, tap"),
  ]
}

package import NetworkTypes

extension Containerd {
  /// What containerd hands to plugins at run time.
  package enum Passed {
    /// Something handed over, and the releases of containerd that do so.
    package struct Item: Sendable, Hashable {
      package let name: String
      package let span: ReleaseSpan
      /// When, or what; in words, empty where it is always so.
      package let when: String

      package init(_ name: String, _ span: ReleaseSpan, when: String = "") {
        self.name = name
        self.span = span
        self.when = when
      }
    }

    /// The names in CNI_ARGS.
    package static let cniArgs: [Item] = [
      Item("IgnoreUnknown", .since("1.3.0"), when: "always 1"),
      Item("K8S_POD_NAMESPACE", .since("1.3.0")),
      Item("K8S_POD_NAME", .since("1.3.0")),
      Item("K8S_POD_INFRA_CONTAINER_ID", .since("1.3.0")),
      Item("K8S_POD_UID", .since("1.5.3")),
    ]

    /// The capabilities that it has arguments for; a plugin gets one only where it declares it.
    package static let capabilities: [Item] = [
      Item("portMappings", .since("1.3.0"), when: "a container has a hostPort above 0"),
      Item("bandwidth", .since("1.3.0"), when: "the pod has bandwidth annotations"),
      Item("dns", .since("1.4.0")),
      Item("io.kubernetes.cri.pod-annotations", .since("1.5.0")),
      Item("cgroupPath", .since("1.7.0")),
    ]

    /// Capabilities that no release has an argument for: declaring them does nothing.
    package static let neverSent: [String] = ["ipRanges", "ips", "mac", "infinibandGUID", "deviceID", "aliases"]

    /// Whether a release has an argument for a capability.
    package static func sends(_ capability: String, in release: Version) -> Bool {
      capabilities.contains { $0.name == capability && $0.span.contains(release) }
    }

    /// How interfaces in a pod are named.
    package static let interfaceNames =
      "lo for the loopback inside, then eth0, eth1 and so on in the order of the files; the pod's address is eth0's"
  }
}

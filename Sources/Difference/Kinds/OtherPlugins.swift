import CNIModel

/// Keys of further plugins.
extension ChangeKind {
  static let otherPlugins = [bandwidthChanged, tuningChanged, routingTableChanged, dhcpChanged]

  private static let bandwidthChanged = ChangeKind(
    "bandwidth-changed", "pods have other limits",
    "Limits are set when a pod is attached, and removed by its container's id. Running pods keep theirs.",
    keys: ["ingressRate", "ingressBurst", "egressRate", "egressBurst", "shapedSubnets", "unshapedSubnets"],
    of: ["bandwidth"], .newPods)

  private static let tuningChanged = ChangeKind(
    "tuning-changed", "pods have other settings of the kernel",
    "They are made in the pod's own namespace when it is attached, and end with it. Running pods keep theirs.",
    .key { difference in
      guard difference.type == "tuning" else { return nil }
      if difference.name == "dataDir" {
        return Verdict(.newPods, "values of running pods are not put back; they end with the pods")
      }
      return Verdict(.newPods, "it is set in the pod when it is attached; running pods keep theirs")
    })

  private static let routingTableChanged = ChangeKind(
    "routing-table-changed", "the pods' routes lie in another table",
    "It is set up in the pod's own namespace when it is attached, and ends with it.",
    keys: ["table", "vrfname", "addSourceHints"], of: ["sbr", "vrf"], .newPods)

  private static let dhcpChanged = ChangeKind(
    "dhcp-changed", "the DHCP server is asked otherwise",
    """
    The daemon keeps leases by container and network. Under another socket nobody knows the leases of running pods: \
    they are not renewed and not given back.
    """,
    .key { difference in
      guard difference.type == "dhcp" else { return nil }
      return difference.name == "daemonSocketPath"
        ? Verdict(
          .drain, "another daemon knows nothing of the leases of running pods, and gives none of them back",
          help: "drain the node first") : Verdict(.newPods, "it goes into the requests for new pods")
    })
}

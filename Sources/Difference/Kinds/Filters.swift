import CNIModel

/// Keys of the plugins that set up packet filters.
extension ChangeKind {
  static let portmaps = [portmapBackendChanged, portmapSourceChanged, portmapRuleChanged]
  static let firewalls = [firewallBackendChanged, ingressPolicyChanged, firewallChainChanged]

  private static let portmapBackendChanged = ChangeKind(
    "portmap-backend-changed", "host ports are done by another packet filter",
    """
    Detaching removes rules in the packet filter that the loaded list names, and in no other: those of running pods stay \
    in the old one, and their ports go on leading to addresses that other pods get next. The client address that a pod \
    sees changes as well: iptables masquerades neighbours, nftables the pod itself alone.
    """,
    .key { difference in
      guard difference.type == "portmap", difference.name == "backend" else { return nil }
      return Verdict(
        .losesPortMappings,
        """
        detaching removes rules in the packet filter of the new list alone; ports of running pods stay in the old one and \
        go on leading to addresses that other pods get next
        """, help: "drain the node first")
    })

  private static let portmapSourceChanged = ChangeKind(
    "portmap-snat-changed", "host ports are, or are no longer, masqueraded",
    """
    Rules are made when a pod is attached and removed by its container's id, whatever they are. Without snat the node \
    itself and the pod do not reach its host ports.
    """,
    keys: ["snat", "masqAll", "markMasqBit", "externalSetMarkChain"], of: ["portmap"], .newPods)

  private static let portmapRuleChanged = ChangeKind(
    "portmap-conditions-changed", "host ports have other conditions",
    "Rules are made when a pod is attached, and removed by its container's id, whatever they are.",
    keys: ["conditionsV4", "conditionsV6"], of: ["portmap"], .newPods)

  private static let firewallBackendChanged = ChangeKind(
    "firewall-backend-changed", "another firewall lets pods through",
    "Detaching asks the firewall that the loaded list names; what was put into the other one stays there.",
    keys: ["backend"], of: ["firewall"], .drain, help: "drain the node first")

  private static let ingressPolicyChanged = ChangeKind(
    "ingress-policy-changed", "pods of other bridges, or of the same, reach pods or no longer do",
    """
    The rules are made for the whole bridge with the next new pod: they hold for running pods too. No release ever \
    removes them, so a bridge that was isolated stays so until the node is restarted.
    """,
    .key { difference in
      guard difference.type == "firewall", difference.name == "ingressPolicy" else { return nil }
      let isOpen = difference.newMeaning == "\"open\"" || difference.newMeaning.isEmpty
      return isOpen
        ? Verdict(
          .drain,
          "no release removes the isolating rules of a bridge; they stay until somebody does, or the node restarts",
          help: "drain the node, then: iptables -F CNI-ISOLATION-STAGE-1; iptables -F CNI-ISOLATION-STAGE-2")
        : Verdict(
          .drain, "the rules are made for the whole bridge with the next new pod, and cut off running pods as well",
          help: "drain the node first")
    })

  private static let firewallChainChanged = ChangeKind(
    "firewall-chain-changed", "the firewall's rules stand elsewhere",
    "Rules are made when a pod is attached. The chain of before, and what somebody put into it, stays.",
    keys: ["iptablesAdminChainName", "firewalldZone"], of: ["firewall"], .newPods)
}

import CNIModel

/// Keys of the bridge plugin.
extension ChangeKind {
  static let bridges = [
    bridgeRenamed, gatewaySwitched, defaultGatewaySwitched, forceAddressSwitched, hairpinSwitched, promiscuousSwitched,
    vlanChanged, vlanTrunkChanged, defaultVLANChanged, spoofCheckSwitched, portIsolationSwitched,
    duplicateDetectionSwitched,
  ]

  private static let bridgeRenamed = ChangeKind(
    "bridge-renamed", "pods are put on another bridge",
    """
    Running pods stay on the old bridge and new ones come to the new one: they do not reach each other. With isGateway \
    both bridges have the gateway's address and a route to the subnet, and the node sends what is for one pod to the \
    wrong bridge.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "bridge" else { return nil }
      let old = difference.old?.string ?? "cni0"
      let new = difference.new?.string ?? "cni0"
      let isGateway = difference.pair.new.isOn("isGateway") || difference.pair.new.isOn("isDefaultGateway")
      return Verdict(
        .drain,
        isGateway
          ? """
          running pods stay on \(old), new ones come to \(new); both bridges have the gateway's address and a route to \
          the subnet, so that the node reaches only those on one of them
          """ : "running pods stay on \(old), new ones come to \(new), and they do not reach each other",
        help: "drain the node first; then: ip link delete \(old)")
    })

  private static let gatewaySwitched = ChangeKind(
    "gateway-switched", "the bridge is, or is no longer, the pods' gateway",
    """
    Switched on, the bridge gets the gateway's address with the next new pod and forwarding is switched on. Switched \
    off, the bridge that is there keeps its address, and everything seems to work until it is made anew: after a \
    reboot nobody has the address.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "isGateway" else { return nil }
      // isDefaultGateway implies it.
      let wasOn = difference.pair.old.isOn("isDefaultGateway")
      let isOn = difference.pair.new.isOn("isDefaultGateway")
      if wasOn && isOn { return Verdict(.none, "isDefaultGateway implies isGateway, on both sides") }
      return difference.isOn
        ? Verdict(
          .newPods, "the bridge gets the gateway's address with the next new pod; running pods have no route to it")
        : Verdict(
          .newPods,
          "the bridge that is there keeps its address; one that is made anew, after a reboot, has none and pods get nowhere",
          help: "see that something else in the subnet has the gateway's address")
    })

  private static let defaultGatewaySwitched = ChangeKind(
    "default-gateway-switched", "pods get, or no longer get, a default route over the bridge",
    "Routes are set when a pod is attached. Running pods keep what they have.",
    keys: ["isDefaultGateway"], of: ["bridge"], .newPods)

  private static let forceAddressSwitched = ChangeKind(
    "force-address-switched", "the bridge's address may, or may no longer, be replaced",
    "It counts only when the bridge has another address than the new pod's gateway.",
    keys: ["forceAddress"], of: ["bridge"], .newPods)

  private static let hairpinSwitched = ChangeKind(
    "hairpin-switched", "pods reach, or no longer reach, themselves over the bridge",
    """
    It is a flag of the port, set when a pod is attached. Running pods keep theirs, so a service reaches its own pod, \
    or not, by when that started.
    """,
    keys: ["hairpinMode"], of: ["bridge"], .newPods)

  private static let promiscuousSwitched = ChangeKind(
    "promiscuous-switched", "the bridge is, or is no longer, promiscuous",
    """
    Switched on, the next new pod makes the bridge promiscuous for all its pods. Switched off, nobody takes that back: \
    the bridge stays so until it is deleted.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "promiscMode" else { return nil }
      return difference.isOn
        ? Verdict(.newPods, "the next new pod makes the bridge promiscuous, for the running pods too")
        : Verdict(
          .newPods, "no release takes it back from a bridge that is there; it stays promiscuous until it is deleted",
          help: "ip link set dev BRIDGE promisc off")
    })

  private static let vlanChanged = ChangeKind(
    "vlan-changed", "pods are put into another VLAN of the bridge",
    """
    Running pods stay in their VLAN, and pods of two VLANs do not reach each other. VLAN filtering is switched on only \
    when the bridge is made: on a bridge that is there without it, no VLAN counts.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "vlan" else { return nil }
      let old = difference.oldMeaning
      guard old.isEmpty || old == "0" else {
        return Verdict(
          .drain, "running pods stay in VLAN \(old) and do not reach those that come",
          help: "drain the node first")
      }
      return filteringVerdict(difference)
    })

  private static let vlanTrunkChanged = ChangeKind(
    "vlan-trunk-changed", "the port of a pod carries other VLANs",
    """
    It is a setting of the port, made when a pod is attached; running pods keep theirs. VLAN filtering is switched on \
    only when the bridge is made.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "vlanTrunk" else { return nil }
      guard difference.oldMeaning.isEmpty, (difference.pair.old["vlan"]?.integer ?? 0) == 0 else {
        return Verdict(.newPods, "it is a setting of the port, made when a pod is attached; running pods keep theirs")
      }
      return filteringVerdict(difference)
    })

  /// What it means that a bridge is to filter VLANs which did not.
  private static func filteringVerdict(_ difference: KeyDifference) -> Verdict {
    let bridge = difference.pair.new["bridge"]?.string ?? "cni0"
    return Verdict(
      .deleteBridge,
      "\(bridge) was made without VLAN filtering, which is switched on only when a bridge is made: no VLAN counts on it",
      help: "drain the node, then: ip link delete \(bridge); the next pod makes it anew")
  }

  private static let defaultVLANChanged = ChangeKind(
    "default-vlan-changed", "the port of a pod keeps, or no longer keeps, the bridge's default VLAN",
    """
    It is a setting of the port, made when a pod is attached. Its default was true in plugins 1.3.0 to 1.7.1 and is \
    false since 1.8.0, so it also changes with the release where nobody writes it.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "preserveDefaultVlan" else { return nil }
      let plugin = difference.pair.new
      guard (plugin["vlan"]?.integer ?? 0) > 0 || plugin["vlanTrunk"] != nil else {
        return Verdict(.none, "it counts only beside vlan or vlanTrunk, and there is neither")
      }
      return Verdict(
        .newPods,
        difference.isWrittenAlike
          ? "its default moved with the plugins' release (true in 1.3.0 to 1.7.1, false since 1.8.0); new ports have it"
          : "it is a setting of the port, made when a pod is attached; running pods keep theirs",
        help: difference.isWrittenAlike ? "write preserveDefaultVlan out, so that it means the same everywhere" : nil)
    })

  private static let spoofCheckSwitched = ChangeKind(
    "mac-spoof-check-switched", "frames of pods are, or are no longer, checked for their source",
    """
    The rules are made when a pod is attached, and removed when it is detached, if the list that is loaded then asks \
    for them. Switched off, those of running pods stay for ever.
    """,
    .key { difference in
      guard difference.type == "bridge", difference.name == "macspoofchk" else { return nil }
      return difference.isOn
        ? Verdict(.newPods, "the rules are made when a pod is attached; running pods go on unchecked")
        : Verdict(
          .drain,
          "detaching removes nftables rules only while macspoofchk is on; those of running pods stay on the node",
          help: "drain the node first")
    })

  private static let portIsolationSwitched = ChangeKind(
    "port-isolation-switched", "pods of the bridge reach, or no longer reach, one another",
    """
    It is a flag of the port, set when a pod is attached. Two ports are kept apart only where both have it, so running \
    pods and new ones still reach each other.
    """,
    keys: ["portIsolation"], of: ["bridge"], .newPods)

  private static let duplicateDetectionSwitched = ChangeKind(
    "duplicate-detection-switched", "new addresses are, or are no longer, tried out first",
    "It is set on the pod's interface when it is attached.", keys: ["enabledad"], .newPods)
}

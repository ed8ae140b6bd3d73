import CNIModel
import NetworkTypes

/// What makes the pods' interface, and keys that several such plugins have.
extension ChangeKind {
  static let interfaces = [
    interfaceChanged, mtuChanged, masqueradeSwitched, masqueradeBackendChanged, masterChanged, modeChanged,
    vlanDeviceChanged, deviceChanged, macChanged,
  ]

  private static let interfaceChanged = ChangeKind(
    "interface-changed", "another plugin makes the pods' interface",
    """
    Running pods keep their interface and are detached by the new plugin, which removes the interface by its name and \
    nothing else that the old plugin made: leases stay where it has no IPAM plugin, masquerading where it does none. \
    Old and new pods sit on different links.
    """,
    .network { pair in
      guard pair.changesInterface, let old = pair.old.list.interfacePlugin else { return [] }
      let new = pair.new.list.interfacePlugin
      return [
        Found(
          "plugins[\(old.index)].type", old: Found.Located(old.type, at: old.typeRange),
          new: new.map { Found.Located($0.type, at: $0.typeRange) },
          .drain,
          """
          running pods were attached by \(old.type) and are detached by \(new?.type ?? "another plugin"), which knows \
          nothing of what \(old.type) made; old and new pods are on different links
          """, help: "drain the node first; then remove what \(old.type) left: ip link")
      ]
    })

  private static let mtuChanged = ChangeKind(
    "mtu-changed", "the pods' interface has another MTU",
    """
    It is set when a pod is attached: running pods keep the old one, new ones get the new one. A bridge that is there \
    keeps its MTU. Between pods of two sizes TCP finds the smaller one; large UDP packets towards the smaller side are \
    lost.
    """,
    .key { difference in
      guard difference.name == "mtu" else { return nil }
      return Verdict(
        .newPods,
        difference.type == "bridge"
          ? """
          running pods keep their MTU, and so does the bridge that is there; large UDP packets between pods of two \
          sizes are lost
          """ : "running pods keep their MTU; large UDP packets between pods of two sizes are lost",
        help: "restart the pods, soon and all of them")
    })

  private static let masqueradeSwitched = ChangeKind(
    "masquerade-switched", "what leaves the pods' subnet is, or is no longer, masqueraded",
    """
    The rules are made when a pod is attached, and removed when it is detached, if the list that is loaded then asks \
    for them. Switched off, those of running pods stay on the node, and masquerade whichever pod gets the address next. \
    Switched on, running pods have no rules to remove: plugins before 1.6.0 fail over that where iptables works by \
    nftables ("Chain 'CNI-…' does not exist"), and a pod is stopped only when it is tried again.
    """,
    .key { difference in
      guard difference.name == "ipMasq" else { return nil }
      return difference.isOn
        ? masqueradesNow(difference)
        : Verdict(
          .drain,
          """
          detaching removes masquerading only while ipMasq is on; the rules of running pods stay, and masquerade the next \
          pods with their addresses
          """, help: "drain the node first")
    })

  private static func masqueradesNow(_ difference: KeyDifference) -> Verdict {
    // Measured with 1.1.1 on iptables 1.8.9; their iptables library knows the words of the newer tool since 1.6.0.
    guard difference.newRelease < "1.6.0" else {
      return Verdict(.newPods, "the rules are made when a pod is attached; running pods go on without")
    }
    return Verdict(
      .drain,
      """
      running pods have no rules to remove, over which \(difference.type) of plugins \(difference.newRelease) fails at the \
      first try where iptables works by nftables: Chain 'CNI-…' does not exist
      """, help: "drain the node first, or expect every stop of a pod to fail once")
  }

  private static let masqueradeBackendChanged = ChangeKind(
    "masquerade-backend-changed", "masquerading is done by another packet filter",
    "Detaching looks in both packet filters, from plugins 1.6.0 on, so the rules of running pods are removed.",
    keys: ["ipMasqBackend"], .newPods)

  private static let masterChanged = ChangeKind(
    "master-changed", "pods sit on another device of the node",
    """
    Running pods stay on the old device, new ones come to the new one. They are on different links then, and reach each \
    other only over a router that both have.
    """,
    .key { difference in
      guard difference.name == "master" || difference.name == "linkInContainer" else { return nil }
      return Verdict(
        .drain, "running pods stay on the old device; pods of both reach each other over a router at best",
        help: "drain the node first")
    })

  private static let modeChanged = ChangeKind(
    "mode-changed", "the device works in another mode",
    """
    macvlan has its mode by interface: running pods keep theirs, but a device in passthru has room for a single pod. \
    ipvlan has one mode for all pods of a device: the kernel changes it for the running ones with the next new pod.
    """,
    .key { difference in
      guard difference.name == "mode" else { return nil }
      if difference.type == "ipvlan" {
        return Verdict(
          .drain, "ipvlan has one mode for all pods of a device; the next new pod changes it for the running ones",
          help: "drain the node first")
      }
      let isAlone = difference.newMeaning == "\"passthru\"" || difference.oldMeaning == "\"passthru\""
      return isAlone
        ? Verdict(
          .drain, "a device in passthru has room for a single pod, and running pods are on it",
          help: "drain the node first")
        : Verdict(.newPods, "each interface has a mode of its own; running pods keep theirs")
    })

  private static let vlanDeviceChanged = ChangeKind(
    "vlan-id-changed", "pods are put into another VLAN of the network",
    "Running pods stay in the old VLAN, and pods of two VLANs do not reach each other.", keys: ["vlanId"],
    of: ["vlan"], .drain, help: "drain the node first")

  private static let deviceChanged = ChangeKind(
    "device-changed", "pods get another device of the node",
    "Running pods keep their device and give it back when they end; new pods get another one.",
    keys: ["device", "hwaddr", "kernelpath", "pciBusID", "runtimeConfig"], of: ["host-device"], .newPods)

  private static let macChanged = ChangeKind(
    "mac-changed", "the interface has another hardware address",
    """
    It is set when a pod is attached; running pods keep theirs. A fixed one is the same for every pod that has it.
    """,
    keys: ["mac"], .newPods)
}

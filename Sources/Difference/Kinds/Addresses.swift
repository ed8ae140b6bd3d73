import CNIModel
import NetworkTypes

/// Where addresses come from.
extension ChangeKind {
  static let addresses = [
    bridgeSubnetChanged, subnetChanged, gatewayChanged, rangeChanged, familyAdded, familyRemoved, ipamChanged,
    leaseStoreMoved, routesAdded, routesRemoved, resolverChanged, staticAddressesChanged,
  ]

  private static let otherAddress = "already has an IP address different from"

  private static let bridgeSubnetChanged = ChangeKind(
    "bridge-address-changed", "the bridge is to have another address",
    """
    The bridge that is there keeps the gateway's address of before. The plugin compares it with the new one, length and \
    all, and fails every new pod: "already has an IP address different from". For IPv6 it does so where the two subnets \
    overlap, else the bridge gets both. Nothing but deleting the bridge, or forceAddress, ends that.
    """,
    .network { pair in
      guard let bridge = pair.sharedBridge, pair.keepsGatewayOnBridge, let interface = pair.interface else { return [] }
      return pair.ranges.compactMap { range -> Found? in
        guard !range.isAdded, !range.isRemoved, let old = range.oldGateway, let new = range.newGateway, old != new,
          range.family == .ipv4 || range.isGrown || range.isShrunk
        else { return nil }
        let isForced = interface.new.isOn("forceAddress")
        let isOfSubnet = range.oldSubnets != range.newSubnets
        return Found(
          isOfSubnet ? "\(range.path)[0][0].subnet" : "\(range.path)[0][0].gateway",
          old: isOfSubnet ? range.subnets(range.old) : range.gateway(of: range.old),
          new: isOfSubnet ? range.subnets(range.new) : range.gateway(of: range.new),
          isForced ? .drain : .deleteBridge,
          isForced
            ? """
            forceAddress puts \(new) in the place of \(old) on \(bridge) with the first new pod; running pods lose their \
            gateway then
            """
            : """
            \(bridge) keeps \(old), and every new pod fails: "\(bridge)" \(otherAddress) \(new); running pods go on \
            until the bridge is deleted
            """,
          help: isForced
            ? "drain the node first"
            : "drain the node, then: ip link delete \(bridge); the next pod makes it with \(new)")
      }
    })

  private static let subnetChanged = ChangeKind(
    "subnet-changed", "a subnet is another one",
    """
    Running pods keep addresses of the old subnet, new ones get those of the new subnet. Where both sit on one link \
    (bridge, macvlan, ipvlan) they do not reach each other without a router between them; with ptp every pod has a \
    route of its own. host-local gives leases back by the container's id, so the old ones are not lost.
    """,
    .network { pair in
      pair.ranges.compactMap { range -> Found? in
        guard range.movesSubnet else { return nil }
        // The bridge's address says more.
        if pair.keepsGatewayOnBridge, range.oldGateway != range.newGateway,
          range.family == .ipv4 || range.isGrown || range.isShrunk
        {
          return nil
        }
        let isRouted = pair.interface?.type == "ptp"
        let what = range.isGrown ? "grown" : range.isShrunk ? "smaller" : "another one"
        return Found(
          "\(range.path)[0][0].subnet", old: range.subnets(range.old), new: range.subnets(range.new),
          isRouted || range.isGrown ? .newPods : .drain,
          isRouted
            ? "every pod of ptp has a route of its own, so old and new addresses go side by side"
            : range.isGrown
              ? "the subnet has grown; running pods keep the old mask and send what lies beyond it to their gateway"
              : """
              the subnet is \(what): running pods keep addresses of the old one, and without a router pods of both do \
              not reach each other on the same link
              """,
          help: isRouted || range.isGrown ? nil : "drain the node, so that no pod keeps an address of the old subnet")
      }
    })

  private static let gatewayChanged = ChangeKind(
    "gateway-changed", "pods get another gateway",
    """
    Running pods keep the route that they have. The address is put on no device by the plugin (without isGateway), so \
    whoever had it before has to go on answering until the last of them is gone.
    """,
    .network { pair in
      guard !pair.keepsGatewayOnBridge else { return [] }
      return pair.ranges.compactMap { range -> Found? in
        guard !range.isAdded, !range.isRemoved, range.oldSubnets == range.newSubnets,
          range.oldGateway != range.newGateway
        else { return nil }
        return Found(
          "\(range.path)[0][0].gateway", old: range.gateway(of: range.old), new: range.gateway(of: range.new), .newPods,
          "running pods keep their route over the old gateway, so it has to answer until they are gone")
      }
    })

  private static let rangeChanged = ChangeKind(
    "range-changed", "other addresses of the same subnet are handed out",
    """
    Leases stay in the store whatever the ranges are: an address of a running pod is not given away, and is given back \
    when the pod ends. An address that comes into a range may be somebody else's: a machine's, a load balancer's.
    """,
    .network { pair in
      pair.ranges.compactMap { range -> Found? in
        guard !range.isAdded, !range.isRemoved, range.oldSubnets == range.newSubnets,
          range.oldAddresses != range.newAddresses
        else { return nil }
        let isWider = range.newAddresses.reduce(0) { $0 + $1.count } > range.oldAddresses.reduce(0) { $0 + $1.count }
        return Found(
          "\(range.path)[0][0].\(range.old.first?.start?.value == range.new.first?.start?.value ? "rangeEnd" : "rangeStart")",
          old: range.addresses(range.old), new: range.addresses(range.new), .newPods,
          isWider
            ? "addresses come in that were left out before; see that nothing else in the subnet has them"
            : "running pods keep their leases, inside the range or out of it, and give them back when they end")
      }
    })

  private static let familyAdded = ChangeKind(
    "family-added", "pods get addresses of a second family",
    """
    Running pods stay with the one family that they have. With isGateway the bridge gets a second address, and \
    forwarding is switched on for the family on the whole node.
    """,
    .network { pair in
      pair.ranges.filter(\.isAdded).map { range in
        Found(
          range.path, new: range.subnets(range.new), .newPods,
          "pods that start from now on get \(words(range.family)) addresses too; running ones stay without")
      }
    })

  private static let familyRemoved = ChangeKind(
    "family-removed", "pods get no addresses of a family any more",
    """
    host-local gives a pod's leases back range set by range set. It finds them by the container's id, whatever set they \
    came from, so those of running pods are not lost. A bridge keeps the family's address until it is deleted.
    """,
    .network { pair in
      pair.ranges.filter(\.isRemoved).map { range in
        Found(
          range.path, old: range.subnets(range.old), .newPods,
          """
          pods that start from now on have no \(words(range.family)) address; services that pick the family reach only \
          the older pods
          """)
      }
    })

  private static let ipamChanged = ChangeKind(
    "ipam-changed", "addresses come from another IPAM plugin",
    """
    Detaching asks the new IPAM plugin to give back what the old one gave: leases of the old one stay for ever. \
    host-local knows nothing of addresses that others gave, and may give them again.
    """,
    .network { pair in
      guard let interface = pair.interface, !interface.keepsIPAM else { return [] }
      let old = interface.old.ipam
      let new = interface.new.ipam
      let oldType = old?.type ?? ""
      let newType = new?.type ?? ""
      let isFresh = newType == "host-local" && !oldType.isEmpty
      return [
        Found(
          "\(interface.path).ipam.type", old: old.map { Found.Located($0.type, at: $0.typeRange) },
          new: new.map { Found.Located($0.type, at: $0.typeRange) },
          isFresh ? .duplicateAddresses : oldType.isEmpty ? .newPods : .drain,
          isFresh
            ? "host-local begins with an empty store and gives away addresses that \(oldType) gave to running pods"
            : oldType.isEmpty
              ? "pods that start from now on have addresses; running ones stay without"
              : """
              when a running pod ends, \(newType.isEmpty ? "nobody" : newType) is asked to give back what \(oldType) \
              gave, so those leases stay behind
              """,
          help: oldType.isEmpty ? nil : "drain the node first, so that \(oldType) gets its leases back")
      ]
    })

  private static let leaseStoreMoved = ChangeKind(
    "lease-store-moved", "host-local keeps its leases elsewhere",
    """
    The new folder is empty: host-local gives away addresses that running pods have. What is given back is looked for \
    there as well, so the leases in the old folder stay.
    """,
    .network { pair in
      guard let interface = pair.interface, interface.keepsIPAM, pair.old.name == pair.new.name,
        interface.new.ipam?.type == "host-local", !pair.sharesLeases
      else { return [] }
      let before = interface.old.ipam?["dataDir"]
      let after = interface.new.ipam?["dataDir"]
      let usual = "/var/lib/cni/networks"
      return [
        Found(
          "\(interface.path).ipam.dataDir", word: interface.new.ipam.map { $0.word("dataDir") },
          old: Found.Located(before?.string ?? "\(usual) (not set)", at: before?.range),
          new: Found.Located(after?.string ?? "\(usual) (not set)", at: after?.range),
          pair.couldGiveTwice ? .duplicateAddresses : .drain,
          pair.couldGiveTwice
            ? "the store under the new folder is empty, and addresses that running pods have are given away again"
            : "leases of running pods are looked for in the new folder, and those in the old one stay",
          help: """
            drain the node first; or stop containerd, move \(before?.string ?? usual)/\(pair.new.name) to \
            \(after?.string ?? usual)/\(pair.new.name), and start it
            """)
      ]
    })

  private static let routesAdded = ChangeKind(
    "route-added", "pods get a further route", "Routes are set when a pod is attached. Running pods do without it.",
    .network { pair in
      RoutePair.all(of: pair).compactMap { route in
        guard route.old == nil, let new = route.new else { return nil }
        return Found(route.path, new: new, .newPods, "routes are set when a pod is attached; running pods do without")
      }
    })

  private static let routesRemoved = ChangeKind(
    "route-removed", "pods lose a route, or have it another way",
    "Routes are set when a pod is attached. Running pods keep what they have.",
    .network { pair in
      RoutePair.all(of: pair).compactMap { route in
        guard let old = route.old else { return nil }
        return Found(
          route.path, old: old, new: route.new, .newPods,
          "routes are set when a pod is attached; running pods keep the one that they have")
      }
    })

  private static let resolverChanged = ChangeKind(
    "dns-changed", "pods are told of other name servers",
    """
    It goes into the result of an attachment. Kubernetes writes /etc/resolv.conf of pods itself and does not look at \
    it; other runtimes may.
    """,
    .key { difference in
      guard difference.name.hasPrefix("dns.") || difference.name == "resolvConf" else { return nil }
      return Verdict(.newPods, "it goes into the result of new attachments; Kubernetes does not look at it")
    })

  private static let staticAddressesChanged = ChangeKind(
    "static-addresses-changed", "the fixed addresses of pods are others",
    "static keeps no store: it gives what the file says at every attachment, and takes nothing back.",
    keys: ["addresses"], of: ["static"], .newPods)

  private static func words(_ family: IPAddress.Family) -> String { family == .ipv4 ? "IPv4" : "IPv6" }
}

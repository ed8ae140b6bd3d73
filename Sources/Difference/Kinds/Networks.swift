import CNIModel

extension ChangeKind {
  /// What happens to a network as a whole.
  static let networks = [
    networkRenamed, networkAdded, networkRemoved, networksReordered, networkFileRenamed, specVersionRaised,
    specVersionLowered, listKeyChanged,
  ]

  private static let networkRenamed = ChangeKind(
    "network-renamed", "a network has another name",
    """
    host-local keeps the leases of a network in a folder of its name. Under a new name that folder is empty, so \
    addresses of running pods are given away again. Pods that run are detached as the new name: their leases, and the \
    masquerading and host ports that are kept under the old name, stay behind for ever.
    """,
    .network { pair in
      guard pair.old.name != pair.new.name else { return [] }
      let effect: Effect = pair.couldGiveTwice ? .duplicateAddresses : .drain
      let reason =
        pair.couldGiveTwice
        ? """
        host-local keeps leases by the network's name, so "\(pair.new.name)" begins with an empty store and gives away \
        addresses that running pods have; detaching those pods looks in the new store and leaves their old leases behind
        """
        : """
        rules and results of running pods are kept under the name "\(pair.old.name)"; they are detached as \
        "\(pair.new.name)", which leaves them behind
        """
      return [
        Found(
          "name", old: pair.old.list.name.map { Found.Located($0.value, at: $0.range) },
          new: pair.new.list.name.map { Found.Located($0.value, at: $0.range) }, effect, reason,
          help: pair.couldGiveTwice
            ? "keep the old name; or drain the node, and then remove /var/lib/cni/networks/\(pair.old.name)"
            : "keep the old name, or drain the node first")
      ]
    })

  private static let networkAdded = ChangeKind(
    "network-added", "a network is new",
    """
    containerd loads it as soon as its file is there. Pods that start from then on get it; pods that run do not. What \
    comes behind max_conf_num files containerd never opens.
    """,
    .node { pair in
      pair.added.map { network in
        let isInForce = pair.isInForce(network, in: pair.new)
        return Found(
          "networks", network: network.name,
          new: Found.Located(network.fileName, at: network.list.name?.range ?? network.list.value.range),
          isInForce ? .newPods : .none,
          isInForce
            ? "containerd loads it at once; pods that start from now on get it"
            : "containerd takes \(pair.new.maximumNetworks) of the files, and this one stands behind them")
      }
    })

  private static let networkRemoved = ChangeKind(
    "network-removed", "a network is gone",
    """
    containerd detaches pods with the networks that are loaded then. From a network that is gone nobody detaches them: \
    their interfaces end with them, but leases, masquerading, host ports and firewall rules stay on the node.
    """,
    .node { pair in
      pair.removed.map { network in
        let wasInForce = pair.isInForce(network, in: pair.old)
        return Found(
          "networks", network: network.name,
          old: Found.Located(network.fileName, at: network.list.name?.range ?? network.list.value.range),
          wasInForce ? .drain : .none,
          wasInForce
            ? """
            containerd detaches pods with what is loaded then; from this network nobody detaches them any more, so \
            their leases and rules stay on the node
            """ : "containerd never opened it",
          help: wasInForce ? "drain the node first, so that the pods are detached while the network is there" : nil)
      }
    })

  private static let networksReordered = ChangeKind(
    "networks-reordered", "containerd takes other files, or in another order",
    """
    containerd takes the first max_conf_num files by name. Networks that were taken and are not any more, and those \
    whose place moved (the first is eth0, the second eth1), detach running pods from something that they are not \
    attached to.
    """,
    .node { pair in
      let kept = Set(pair.networks.map(\.new.fileName))
      let names = Dictionary(pair.networks.map { ($0.old.fileName, $0.new.fileName) }) { first, _ in first }
      let old = pair.old.inForce.compactMap { names[$0.fileName] }
      let new = pair.new.inForce.map(\.fileName).filter(kept.contains)
      guard old != new else { return [] }
      let text = { (networks: ArraySlice<NetworkState>) in networks.map(\.fileName).joined(separator: ", ") }
      return [
        Found(
          "networks", old: Found.Located(text(pair.old.inForce), at: nil),
          new: Found.Located(text(pair.new.inForce), at: pair.new.inForce.first?.list.name?.range), .drain,
          """
          containerd takes the first files by name: other networks are in force from now on, and running pods are \
          detached with them
          """, help: "drain the node first; or give the files names that keep the order")
      ]
    })

  private static let networkFileRenamed = ChangeKind(
    "network-file-renamed", "the file of a network has another name",
    """
    The name says where the file stands among others, and nothing else. The old file has to go: two files with one \
    network are two networks to containerd.
    """,
    .network { pair in
      guard pair.old.fileName != pair.new.fileName else { return [] }
      return [
        Found(
          "file", old: Found.Located(pair.old.fileName, at: nil),
          new: Found.Located(pair.new.fileName, at: pair.new.list.name?.range), .none,
          "the name says where the file stands among others and nothing else",
          help: "see that \(pair.old.fileName) is removed; whichever comes first by name wins")
      ]
    })

  private static let listKeyChanged = ChangeKind(
    "list-key-changed", "a key of the list is another one",
    """
    containerd calls neither CHECK nor GC, so disableCheck and disableGC are for other runtimes. Keys that libcni does \
    not know it reads past.
    """,
    .network { pair in
      let known = ["cniversion", "name", "plugins"]
      var names: [String] = []
      for member in (pair.old.list.value.object ?? []) + (pair.new.list.value.object ?? [])
      where !known.contains(member.name.lowercased()) && !names.contains(member.name) {
        names.append(member.name)
      }
      return names.compactMap { name in
        let old = pair.old.list.value.member(name)?.value
        let new = pair.new.list.value.member(name)?.value
        guard CanonicalText.of(old) != CanonicalText.of(new) else { return nil }
        let (effect, reason): (Effect, String) =
          switch name {
          case "disableCheck": (.none, "no release of containerd calls CHECK; this is for other runtimes")
          case "disableGC": (.none, "no release of containerd calls GC; this is for other runtimes")
          case "loadOnlyInlinedPlugins":
            (.newPods, "it says whether plugins of the folder beside the list are added, containerd 2.1 and later")
          case "cniVersions": (.newPods, "libcni takes the highest version of it that it knows, 1.2.0 and later")
          default: (.none, "libcni reads past keys of the list that it does not know")
          }
        return Found(
          name, old: old.map { Found.Located(CanonicalText.shown($0), at: $0.range) },
          new: new.map { Found.Located(CanonicalText.shown($0), at: $0.range) }, effect, reason)
      }
    })
}

import CNIModel
import Catalogue
import NetworkTypes

/// Other releases on the node.
extension ChangeKind {
  static let releases = [containerdChanged, pluginsChanged, pluginBehaviour, kubernetesChanged]

  private static let containerdChanged = ChangeKind(
    "containerd-release-changed", "another release of containerd",
    """
    containerd has to be stopped and started. A patch release takes running containers over. Across a minor release \
    nodes are drained first, as Kubernetes asks for it; and an older release cannot read the results that a newer one \
    kept in a spec version which it does not know.
    """,
    .node { pair in
      guard pair.old.knowsTarget, pair.new.knowsTarget else { return [] }
      let old = pair.old.target
      let new = pair.new.target
      guard old.containerd.version != new.containerd.version else { return [] }
      let isPatch = old.containerd.version.line == new.containerd.version.line
      return [
        Found(
          "target.containerd", old: Found.Located("\(old.containerd.version)", at: old.places.containerd),
          new: Found.Located("\(new.containerd.version)", at: new.places.containerd),
          isPatch ? .restartContainerd : .drain,
          isPatch
            ? "a patch release takes running containers over; it has to be stopped and started"
            : "across a minor release of the runtime nodes are drained first, upgraded, and uncordoned",
          help: isPatch
            ? "upgrade the package, then: systemctl restart containerd"
            : "cnigen plan tells the order of work")
      ]
    })

  private static let pluginsChanged = ChangeKind(
    "plugins-release-changed", "another release of the plugins",
    """
    Plugins are started anew for every pod, so new binaries count at once: also for the detaching of pods that the old \
    ones attached. To replace them while a pod starts can fail that one.
    """,
    .node { pair in
      guard pair.old.knowsTarget, pair.new.knowsTarget else { return [] }
      let types = Array(Set((pair.old.networks + pair.new.networks).flatMap(\.pluginTypes))).sorted()
      var told: [String] = []
      return types.compactMap { type in
        let old = pair.old.target.release(of: type).version
        let new = pair.new.target.release(of: type).version
        let isOverride = pair.old.target.overrides[type] != nil || pair.new.target.overrides[type] != nil
        let name = isOverride ? "target.plugins.\(type)" : "target.plugins"
        guard old != new, !told.contains(name) else { return nil }
        told.append(name)
        return Found(
          name, old: Found.Located("\(old)", at: pair.old.target.place(of: type)),
          new: Found.Located("\(new)", at: pair.new.target.place(of: type)), .newPods,
          "new binaries count at once, for new pods and for the detaching of those that the old ones attached",
          help: "replace each binary by renaming, so that no pod meets half of one")
      }
    })

  private static let pluginBehaviour = ChangeKind(
    "plugin-behaves-otherwise", "a plugin does something otherwise from a release on",
    "What the new release of a plugin does otherwise, as far as the catalogue knows; pods that start from then on have it.",
    .network { pair in
      pair.plugins.flatMap { plugin -> [Found] in
        let old = plugin.oldTarget.release(of: plugin.type).version
        let new = plugin.newTarget.release(of: plugin.type).version
        guard old != new, let facts = plugin.new.facts, facts.isReference else { return [] }
        return facts.changes.compactMap { change in
          let begins = change.span.contains(new) && !change.span.contains(old)
          let ends = !change.span.contains(new) && change.span.contains(old)
          guard begins || ends else { return nil }
          return Found(
            "\(plugin.path)", old: Found.Located("\(plugin.type) \(old)", at: plugin.oldTarget.place(of: plugin.type)),
            new: Found.Located("\(plugin.type) \(new)", at: plugin.newTarget.place(of: plugin.type)), .newPods,
            begins ? "from this release on: \(change.what)" : "no longer so: \(change.what)")
        }
      }
    })

  private static let kubernetesChanged = ChangeKind(
    "kubernetes-changed", "another version of Kubernetes",
    "Nothing in the files of a node depends on it; it says what containerd has to be able to do.",
    .node { pair in
      let old = pair.old.target
      let new = pair.new.target
      guard let before = old.kubernetes, let after = new.kubernetes, before != after else { return [] }
      return [
        Found(
          "target.kubernetes", old: Found.Located("\(before)", at: old.places.kubernetes),
          new: Found.Located("\(after)", at: new.places.kubernetes), .none,
          "nothing in the files of a node depends on it")
      ]
    })
}

extension NetworkState {
  /// The types of its plugins, their IPAM plugins among them.
  var pluginTypes: [String] {
    list.plugins.flatMap { [$0.type, $0.ipam?.type ?? ""] }.filter { !$0.isEmpty }
  }
}

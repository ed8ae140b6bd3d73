import CNIModel
import Catalogue

/// What containerd is told. It reads its config when it starts.
extension ChangeKind {
  static let runtimes = [
    configAppears, pluginFoldersChanged, networkFolderChanged, networkCountChanged, templateChanged, preferenceChanged,
    loopbackChanged, serialSetupChanged, schemaChanged, otherSettingChanged, renderedNetworkStays,
  ]

  /// A kind that is about one setting of the CNI table.
  private static func setting(
    _ id: String, _ key: String, _ summary: String, _ meaning: String, _ effect: Effect = .restartContainerd,
    help: String? = "systemctl restart containerd"
  ) -> ChangeKind {
    ChangeKind(
      id, summary, meaning,
      .node { pair in
        SettingPair.all(of: pair).filter { $0.key == key }.map { $0.found(effect, meaning, help: help) }
      })
  }

  private static let pluginFoldersChanged = setting(
    "plugin-folders-changed", "bin_dirs", "containerd looks for plugins elsewhere",
    """
    containerd reads it when it starts. Every plugin of the chain has to lie there by then; without one no pod can be \
    started or stopped: failed to find plugin.
    """, help: "put the plugins there, then: systemctl restart containerd")

  private static let networkFolderChanged = setting(
    "network-folder-changed", "conf_dir", "containerd looks for networks elsewhere",
    """
    containerd reads it when it starts, and detaches running pods with what lies in the new folder. Until a network \
    lies there the node is NotReady.
    """, help: "write the networks there first, then: systemctl restart containerd")

  private static let networkCountChanged = setting(
    "network-count-changed", "max_conf_num", "containerd takes more, or fewer, files of its folder",
    """
    containerd reads it when it starts. With more of them pods get more interfaces; with fewer, running pods are not \
    detached from the networks that fall out.
    """)

  private static let templateChanged = setting(
    "conf-template-changed", "conf_template", "containerd makes its network from another template, or from none",
    """
    containerd reads it when it starts, and renders the template only while its folder has no network that loads: what \
    was rendered before stays.
    """, help: "remove 10-containerd-net.conflist on a drained node, then: systemctl restart containerd")

  private static let renderedNetworkStays = ChangeKind(
    "rendered-network-stays", "a template is another one, and what was rendered from the old one stays",
    """
    containerd renders its template once, while its folder has no network that loads. On a node that has been rendered \
    nothing changes before 10-containerd-net.conflist is removed; only then what is said of the network comes true.
    """,
    .node { pair in
      let name = { (state: NodeState) in state.files.first { $0.path.hasSuffix(".template") } }
      guard let old = name(pair.old), let new = name(pair.new), old.bytes != new.bytes,
        let network = pair.networks.first(where: { $0.old.isTemplate && $0.new.isTemplate })
      else { return [] }
      return [
        Found(
          "template", network: network.name, old: Found.Located(old.path, at: network.old.list.name?.range),
          new: Found.Located(new.path, at: network.new.list.name?.range), .newPods,
          """
          containerd renders its template once: nodes that come have the new one, and on those that are there nothing \
          changes before the rendered file is removed
          """, help: "on a drained node: remove 10-containerd-net.conflist from conf_dir, and restart the kubelet")
      ]
    })

  private static let preferenceChanged = setting(
    "ip-preference-changed", "ip_pref", "another address counts as the pod's first",
    "containerd reads it when it starts; pods that are started after that report their addresses in the new order.")

  private static let loopbackChanged = setting(
    "internal-loopback-changed", "use_internal_loopback", "containerd sets up loopback itself, or by the plugin",
    "containerd reads it when it starts. Without it the plugin loopback has to lie in the folder of plugins.")

  private static let serialSetupChanged = setting(
    "setup-serially-changed", "setup_serially", "networks of a pod are set up one after the other, or at once",
    "containerd reads it when it starts; it counts for pods that start after that.")

  private static let configAppears = ChangeKind(
    "containerd-config-file-changed", "containerd gets a config, loses it, or has it under another name",
    """
    containerd reads its config when it starts. Without one it uses its defaults: plugins in /opt/cni/bin, networks in \
    /etc/cni/net.d. A drop-in is read only where config.toml imports it.
    """,
    .node { pair in
      switch (pair.old.runtime, pair.new.runtime) {
      case (.settings(let old), .none):
        [
          Found(
            "containerd", old: Found.Located(old.fileName, at: nil), .restartContainerd,
            "without a config containerd uses its defaults from its next start on", help: "systemctl restart containerd"
          )
        ]
      case (.none, .settings(let new)):
        [
          Found(
            "containerd", new: Found.Located(new.fileName, at: nil), .restartContainerd,
            "containerd reads it at its next start", help: "systemctl restart containerd")
        ]
      case (.settings(let old), .settings(let new)) where old.fileName != new.fileName:
        [
          Found(
            "containerd.file", old: Found.Located(old.fileName, at: nil), new: Found.Located(new.fileName, at: nil),
            .restartContainerd, "containerd reads it at its next start, a drop-in only where config.toml imports it",
            help: "see that \(old.fileName) is gone, then: systemctl restart containerd")
        ]
      default: []
      }
    })

  private static let schemaChanged = ChangeKind(
    "config-schema-changed", "the same settings are written in another schema",
    "Tables and keys have other names from schema to schema and mean the same to a release that reads it.",
    .node { pair in
      guard let old = pair.old.runtime.settings, let new = pair.new.runtime.settings, old.schema != new.schema else {
        return []
      }
      return [
        Found(
          "containerd.version", word: "schema", old: Found.Located("\(old.schema)", at: nil),
          new: Found.Located("\(new.schema)", at: nil), .none,
          "tables have other names in it and mean the same; containerd \(pair.new.target.containerd.version) reads it")
      ]
    })

  private static let otherSettingChanged = ChangeKind(
    "containerd-setting-changed", "another setting of containerd",
    "containerd reads its config when it starts. What the setting does has nothing to do with CNI.",
    .node { pair in
      let known = [
        "bin_dirs", "conf_dir", "max_conf_num", "conf_template", "ip_pref", "use_internal_loopback", "setup_serially",
      ]
      return SettingPair.all(of: pair).filter { !known.contains($0.key) }.map {
        $0.found(
          .restartContainerd, "containerd reads it at its start alone", help: "systemctl restart containerd")
      }
    })
}

import Diagnostics

extension Rule {
  /// What `cnigen probe --check` finds where a node is no longer as a Capabilities document has it.
  static let probeRules: [Rule] = [
    Rule(
      reading: "plugin-added", .error, "a plugin that lies on the node and that the document does not have",
      effect: """
        A build against the document says of networks with this plugin that they cannot work. Where the new file lies \
        in a folder that comes first it may hide another one, which is told by itself.
        """,
      wrong: "plugins: [{type: bridge, …}], and the node has bridge and vrf",
      right: "plugins: [{type: bridge, …}, {type: vrf, …}]"),
    Rule(
      reading: "plugin-removed", .error, "a plugin of the document that no longer lies on the node",
      effect: "A build against the document may hand out networks whose ADD fails there: \"failed to find plugin\".",
      wrong: "plugins: [{type: vrf, …}], and the node has none", right: "plugins: [{type: bridge, …}]"),
    Rule(
      reading: "plugin-changed", .error, "a plugin that is another one than the document has",
      effect: """
        It may take other spec versions and know other keys than those that networks were checked against. Which copy \
        of several counts is a part of it: libcni takes that of the first folder.
        """,
      wrong: "sha256: that of 1.1.1, and somebody has installed 1.6.2 over it",
      right: "sha256: that of the binary on the node"),
    Rule(
      reading: "containerd-changed", .error, "another containerd than the document has",
      effect: """
        Another release may read other config schemas, take other cniVersions, and look for plugins in another way \
        than the one that was built for.
        """,
      wrong: "containerd: {version: 1.6.20}, and the node runs 2.1.4", right: "containerd: {version: 2.1.4}"),
    Rule(
      reading: "containerd-config-changed", .error, "a config of containerd that is not as the document has it",
      effect: """
        What was built was checked against the folders and limits of the old config: plugins may be taken from another \
        folder now, and networks be looked for elsewhere.
        """,
      wrong: "binDirs: [/opt/cni/bin], and config.toml says /usr/lib/cni", right: "binDirs: [/usr/lib/cni]"),
    Rule(
      reading: "network-file-changed", .error, "a folder of networks that is not as the document has it",
      effect: """
        containerd takes the first files by name, so a new one may be in force in place of the one that was there. \
        After new networks were brought to the node on purpose the document is to be written again.
        """,
      wrong: "networks: [{file: 10-net.conflist, …}], and 05-other.conflist lies there, too",
      right: "networks: [{file: 05-other.conflist, …}, {file: 10-net.conflist, …}]"),
  ]
}

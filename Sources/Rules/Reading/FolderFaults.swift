import Diagnostics

extension Rule {
  /// What is found in a folder besides what is wrong in its files; also `duplicate-network-name` and `name-of-file`,
  /// which stand among the rules about lists.
  package static let folderRules: [Rule] = [
    .folderWinner, .noNetworkConfig, .badNetworkFile, .listInConf, .singleInConflist, .strayJSON, .danglingLink,
    .hiddenFileLoads, .backupIgnored, .extensionCase, .orderByBytes, .leftoverConf, .folderMerged,
  ]

  /// What one file that does not load does to the rest.
  private static let stopsNode = """
    containerd opens the first max_conf_num files of its CNI folder. Where one of them does not load, no network is \
    loaded at all, the good ones of before are dropped, and the node becomes NotReady. Files further back are not \
    opened, but end searches by name, and network commands of nerdctl.
    """

  /// Which file wins.
  package static let folderWinner = Rule(
    reading: "folder-winner", .note, "which file of a folder containerd takes, and why",
    effect: """
      containerd takes .conf, .conflist and .json as one list, sorted by the bytes of the names, and opens the first \
      max_conf_num, one where nothing is said. The names of the networks do not matter to it. libcni looks for a name, \
      in the lists first; nerdctl reads everything.
      """,
    wrong: "10-a.conflist\n20-b.conflist", right: "10-a.conflist", facts: ["containerd: sort"])

  /// A folder without networks.
  package static let noNetworkConfig = Rule(
    reading: "no-network-config", .error, "a folder without any network configuration",
    effect: "Nothing counts but .conf, .conflist and .json, in lower case. Without any the node is NotReady.",
    wrong: "10-a.conflist.bak", right: "10-a.conflist", facts: ["containerd: extensions"])

  /// A file that does not load.
  package static let badNetworkFile = Rule(
    reading: "bad-network-file", .error, "a file that does not load, and takes others with it", effect: stopsNode,
    wrong: "10-a.conflist: {", right: #"10-a.conflist: {"name": "a", "plugins": […]}"#,
    facts: ["containerd: invalid_file", "libcni: parse_error"])

  /// A list where a single plugin belongs.
  package static let listInConf = Rule(
    reading: "list-in-conf", .error, "a list in a file that is not a .conflist",
    effect: "The extension alone decides: .conf and .json are single plugins, and a list has no type. \(stopsNode)",
    wrong: #"10-a.conf: {"name": "a", "plugins": […]}"#, right: #"10-a.conflist: {"name": "a", "plugins": […]}"#,
    facts: ["containerd: kind_by_extension", "libcni: list_saved_as_conf"])

  /// A single plugin where a list belongs.
  package static let singleInConflist = Rule(
    reading: "single-in-conflist", .error, "a single plugin in a .conflist",
    effect: "The extension alone decides: a .conflist is a list, and a plugin has no plugins. \(stopsNode)",
    wrong: #"10-a.conflist: {"name": "a", "type": "bridge"}"#,
    right: #"10-a.conf: {"name": "a", "type": "bridge"}"#, facts: ["containerd: kind_by_extension"])

  /// A `.json` of something else.
  package static let strayJSON = Rule(
    reading: "stray-json", .error, "a .json that is no network configuration",
    effect: "Every .json of the folder counts as the configuration of a plugin. \(stopsNode)",
    wrong: "10-a.conflist\n90-notes.json", right: "10-a.conflist\n90-notes.txt", facts: ["containerd: extensions"])

  /// A link to nothing.
  package static let danglingLink = Rule(
    reading: "dangling-link", .error, "a link that leads nowhere", effect: stopsNode,
    wrong: "10-a.conflist -> /nowhere", right: "10-a.conflist", facts: ["containerd: symlinks"])
}

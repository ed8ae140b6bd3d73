import NetworkTypes

extension Containerd {
  /// How containerd reads the files of its CNI folder.
  package enum Loading {
    /// What a file's extension makes of it.
    package enum Kind: String, Sendable, Hashable {
      /// A network configuration list.
      case list
      /// A single plugin's configuration; a list in it fails with "missing 'type'".
      case plugin
    }

    /// The extensions that count: the last one of a name, in exactly this letter case. Not configurable.
    package static let extensions: [(name: String, kind: Kind)] = [
      (".conf", .plugin), (".conflist", .list), (".json", .plugin),
    ]

    /// What a file of this name is taken for; `nil` where it is read past. Names that begin with a dot count too.
    package static func kind(ofFile name: String) -> Kind? {
      guard let dot = name.lastIndex(of: ".") else { return nil }
      return extensions.first { $0.name == name[dot...] }?.kind
    }

    /// How files are put in order; the first `max_conf_num` of them are opened, the others are not.
    package static let order = "by the bytes of the full path: 10-x stands before 9-x, a leading dot before digits"

    /// Folders with a fitting name are read past.
    package static let directories = "read past"

    /// What becomes of links.
    package static let links = "followed; one that leads nowhere and has a fitting name makes the load fail"

    /// What one bad file among those opened does.
    package static let badFile = """
      the whole load fails, though one of the messages says "skipping"; the good networks of before are dropped and \
      NetworkReady becomes false
      """

    /// What is looked at when a file is loaded; the value of cniVersion, the binaries, ipam and names that occur twice
    /// are not.
    package static let parsedAtLoad: [String] = ["json", "name", "plugins", "type"]

    /// What stands around every error of a load.
    package static let errorFrame = "cni config load failed: <error>: failed to load cni config"

    /// What a load says, without the frame.
    package static let errors: [(cause: String, span: ReleaseSpan, error: String)] = [
      ("no matching file, or directory missing", .always, "no network config found in DIR: cni plugin not initialized"),
      (
        "broken JSON .conflist", .always,
        """
        failed to load CNI config list file FILE: error parsing configuration list: unexpected end of JSON input: \
        invalid cni config
        """
      ),
      (
        "no name", .always,
        "failed to load CNI config list file FILE: error parsing configuration list: no name: invalid cni config"
      ),
      (
        "no plugins key", .until("2.0"),
        """
        failed to load CNI config list file FILE: error parsing configuration list: no 'plugins' key: invalid cni config
        """
      ),
      (
        "no plugins key and no DIR/<name>/*.conf", .since("2.1"),
        "failed to load CNI config list file FILE: no plugin configs found: invalid cni config"
      ),
      (
        "list content in a .conf or .json file", .always,
        "failed to load CNI config file FILE: error parsing configuration: missing 'type': invalid cni config"
      ),
      (
        "dangling symlink", .always,
        """
        failed to load CNI config list file FILE: error reading FILE: open FILE: no such file or directory: invalid \
        cni config
        """
      ),
    ]

    /// What a later libcni brought to the files themselves.
    package static let extras: [Change] = [
      Change(
        .since("2.1"),
        "DIR/<network name>/*.conf are added to the list's plugins, unless loadOnlyInlinedPlugins is true"),
      Change(.since("2.1"), "changes in that subfolder bring no reload: the watch does not reach below the folder"),
      Change(
        .since("2.0"),
        """
        cniVersions: the highest entry not above 1.1.0 becomes the version; 1.x ignores the key, and an absent \
        cniVersion then means 0.1.0
        """),
      Change(
        .since("2.0"),
        "disableCheck and disableGC take true and false as strings too; before, only a boolean disableCheck loads"),
    ]
  }
}

package import NetworkTypes

extension Libcni {
  /// How libcni itself finds lists in a folder and plugins beside a list. containerd has ways of its own for the first.
  package enum Folder {
    /// The extensions that a search takes, the last one of a name in exactly this letter case; folders are left out,
    /// names that begin with a dot and links are not.
    package static let extensions: [String] = [".conflist", ".conf", ".json"]

    /// How a network is found by its name.
    package static let order = """
      first all *.conflist by the bytes of their paths (10- before 9-), read one by one until the key name fits; only \
      where none fits all *.conf and *.json, each a single plugin that becomes a list of one
      """

    /// What a file does that does not load.
    package static let badFile =
      "ends the search, even where it is another network's; files after the match are not read"

    /// What becomes of two networks of one name.
    package static let duplicateNames = "the first file wins, without a word"

    /// What a search says.
    package static let errors: [ErrorText] = [
      ErrorText("no net configurations found in %s", when: "none at all"),
      ErrorText("no net configuration with name %q in %s", when: "none of the name; the quotes are plain ones"),
      ErrorText("error parsing configuration: missing 'type'", when: "a list saved as .conf"),
      ErrorText("error reading %s: <os error>", when: "a file that cannot be read"),
    ]

    /// The first libcni that adds every `*.conf` of the folder `<name>/` beside a list to its plugins, in the order of
    /// their names, unless loadOnlyInlinedPlugins is true. Lists that are handed over as bytes have no such folder.
    package static let pluginFolderSince: Version = "1.3.0"

    /// What that says.
    package static let pluginFolderErrors: [ErrorText] = [
      ErrorText(
        "failed to read plugin config files in <dir>/<name>: <os error>",
        when: "<dir>/<name> exists and is not a directory, or the name is over 255 bytes"),
      ErrorText("error parsing configuration: missing 'type'", when: "a file has no type; the text does not name it"),
      ErrorText("error parsing configuration: <json error>", when: "a file is bad JSON"),
      ErrorText("no plugin configs found", when: "neither list nor folder gave a plugin"),
    ]

    /// What is surprising about it.
    package static let pluginFolderNotes: [String] = [
      ".json and .conflist in it are ignored, name and cniVersion in its files are overwritten, a missing one is fine",
      """
      the name "" or "." makes it the configuration folder itself, so that every *.conf of that is added; ../x reads a \
      folder outside
      """,
    ]
  }
}

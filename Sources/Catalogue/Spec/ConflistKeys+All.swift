import NetworkTypes

extension Catalogue {
  /// The keys at the top of a list, in the order in which people write them. libcni reads past any other one, in every
  /// release, and keeps it.
  package static let conflistKeys: [ConflistKey] = [
    ConflistKey(
      "cniVersion", .string, specSince: "0.3.0", libcniSince: "0.5.0", absent: #""""#,
      accepted: [ConflistKey.Accepted(.always, [.string])], "spec version of the list and of every call of a plugin",
      notes: [
        "an empty or absent one is read as 0.1.0 by the plugins",
        """
        its form alone is looked at when the list is loaded: 0.5.0, 9.9.9, latest, v1.0.0 and 1.0 all load, unless \
        cniVersions stands beside it (libcni 1.2.0 and later)
        """,
      ]),
    ConflistKey(
      "cniVersions", .list(.string), specSince: "1.1.0", libcniSince: "1.2.0",
      accepted: [ConflistKey.Accepted(.always, [.listOfStrings])], "all spec versions that the list can be used with",
      notes: [
        "libcni before 1.2.0 takes cniVersion alone; an absent one is then empty",
        """
        the greatest of its entries and of cniVersion that libcni knows is taken; where none is left, cniVersion stays \
        as written, so it may stay empty or ahead of its time
        """,
        "cniVersion need not be among them and counts all the same; a greater entry wins over it",
        "what the plugins know is not considered: VERSION is not called",
        """
        libcni 1.2.0 and 1.2.1 take v1.0.0, 1.1 and 1.1.0-rc1 and put them into form (1.1 becomes 1.1.0); an empty \
        string is refused
        """,
        """
        libcni 1.2.2 and later refuse v1.0.0 and 1.1.0-rc1 at load; 1.1 is taken and kept as it is, which every plugin \
        then refuses; an empty string counts as 0.1.0
        """,
      ]),
    ConflistKey(
      "name", .string, requiredBy: .always, specSince: "0.3.0", specNote: "its form is written down since 1.0.0",
      libcniSince: "0.5.0", accepted: [ConflistKey.Accepted(.always, [.string])], "name of the network",
      notes: [
        "its presence and type alone are looked at when the list is loaded; the empty string loads",
        """
        part of the file /var/lib/cni/results/<name>-<container>-<interface>, and host-local's folder \
        /var/lib/cni/networks/<name>
        """,
        """
        libcni 1.3.0 and later look for *.conf in a folder of this name beside the list, so it must differ from every \
        file's name there
        """,
      ]),
    ConflistKey(
      "disableCheck", .bool, specSince: "0.4.0", specNote: "called a string there, a boolean since 1.0.0",
      libcniSince: "0.7.0", absent: "false",
      accepted: [
        ConflistKey.Accepted(.until("1.1.2"), [.boolean]),
        ConflistKey.Accepted(.since("1.2.0"), [.boolean, .booleanInText]),
      ],
      "whether CHECK succeeds without a call of any plugin",
      notes: ["below cniVersion 0.4.0 CHECK is an error all the same: the version is looked at first"]),
    ConflistKey(
      "disableGC", .bool, specSince: "1.1.0", specNote: "in the text of libcni 1.2.1, not in the tag of 1.1.0",
      libcniSince: "1.2.1", absent: "false",
      accepted: [ConflistKey.Accepted(.always, [.boolean, .booleanInText])],
      "whether GC succeeds without DEL of what is stale and without a call of GC"),
    ConflistKey(
      "loadOnlyInlinedPlugins", .bool, specSince: "1.1.0",
      specNote: "in the text of libcni 1.3.0, not in the tag of 1.1.0",
      libcniSince: "1.3.0", absent: "false",
      accepted: [ConflistKey.Accepted(.always, [.boolean, .booleanInText])],
      "whether the list's own plugins are all; otherwise *.conf of the folder <name>/ are added after them",
      notes: ["the specification's sentence under plugins has the sense turned round"]),
    ConflistKey(
      "plugins", .list(.object), requiredBy: .until("1.2.3"), specSince: "0.3.0", libcniSince: "0.5.0",
      accepted: [ConflistKey.Accepted(.always, [.listOfObjects])], "the chain: the plugins in the order of their calls",
      notes: [
        """
        libcni 1.3.0 and later take a list without it, unless loadOnlyInlinedPlugins is true; at least one *.conf must \
        then come from the folder
        """
      ]),
  ]

  /// The key of a name, in exactly this spelling.
  package static func conflistKey(_ name: String) -> ConflistKey? { conflistKeys.first { $0.name == name } }

  /// Keys of other programs that lists on nodes carry at the top, with the form of their values.
  package static let foreignConflistKeys: [(name: String, form: String)] = [
    ("nerdctlID", "string: SHA-256 of the name in hex"), ("nerdctlLabels", "map of strings"),
  ]
}

package import NetworkTypes

/// How libcni and the specification deal with the keys of a plugin's object.
package enum PluginLevelKeys {
  /// A key whose JSON type libcni looks at when it loads a list; a wrong one fails the load.
  package struct Typed: Sendable, Hashable {
    /// The key, with dots below the top (`ipam.type`).
    package let name: String
    package let type: ValueType
    /// The first libcni that looks.
    package let since: Version
    /// The first libcni that refuses an object without it; `nil` where none does.
    package let requiredSince: Version?
    /// What else to know; empty where nothing is.
    package let note: String

    package init(_ name: String, _ type: ValueType, since: Version, requiredSince: Version? = nil, note: String = "") {
      self.name = name
      self.type = type
      self.since = since
      self.requiredSince = requiredSince
      self.note = note
    }
  }

  /// A key that the runtime writes, so that it does not belong into a file.
  package struct Injected: Sendable, Hashable {
    /// The key; a `*` at its end stands for anything.
    package let name: String
    /// The verbs on which libcni writes it; empty for one that it never writes.
    package let verbs: [String]
    /// What becomes of one in the file.
    package let ifPresent: String
    /// The first libcni that writes it.
    package let libcniSince: Version?
    /// What else to know; empty where nothing is.
    package let note: String

    package init(
      _ name: String, verbs: [String], ifPresent: String, libcniSince: Version? = nil, note: String = ""
    ) {
      self.name = name
      self.verbs = verbs
      self.ifPresent = ifPresent
      self.libcniSince = libcniSince
      self.note = note
    }
  }

  /// A key that the specification itself speaks of.
  package struct Reserved: Sendable, Hashable {
    package let name: String
    package let type: ValueType
    package let specSince: Version
    package let rule: String

    package init(_ name: String, _ type: ValueType, specSince: Version, rule: String) {
      self.name = name
      self.type = type
      self.specSince = specSince
      self.rule = rule
    }
  }

  /// How names are matched.
  package static let matching = """
    letter case does not count: Type and TYPE work; of several spellings the last in the order of bytes wins, so the \
    lower-case one
    """

  /// What null means.
  package static let nulls = "null is taken for every typed key and means absent; a type of null is then missing"

  /// How an object travels to the plugin.
  package static let transport = """
    keys are sorted, numbers go through 64-bit floating point (1500.0 becomes 1500, whole numbers above 2^53 lose \
    digits), bytes that are no UTF-8 become U+FFFD, repeated keys are gone
    """

  /// Where libcni departs from the specification.
  package static let deviation =
    "since 1.0.0 the runtime is to take capabilities out before it calls the plugin; no libcni does"

  /// The keys whose type is looked at on loading.
  package static let typed: [Typed] = [
    Typed("cniVersion", .string, since: "0.5.0", note: "looked at although it is overwritten"),
    Typed("name", .string, since: "0.5.0", note: "looked at although it is overwritten"),
    Typed(
      "type", .string, since: "0.5.0", requiredSince: "0.7.0",
      note: "0.5.x and 0.6.0 load an object without it, and ADD fails: no plugin name provided"),
    Typed("capabilities", .map(.bool), since: "0.5.0", note: "false and null mean not asked for"),
    Typed("ipam", .object, since: "0.5.0"),
    Typed(
      "ipam.type", .string, since: "0.5.0",
      note: "empty and absent are one; whether the binary is there is never looked at"),
    Typed("dns", .object, since: "0.5.0"),
    Typed("dns.nameservers", .list(.string), since: "0.5.0"),
    Typed("dns.domain", .string, since: "0.5.0"),
    Typed("dns.search", .list(.string), since: "0.5.0"),
    Typed("dns.options", .list(.string), since: "0.5.0"),
    Typed("prevResult", .object, since: "0.7.0"),
    Typed(
      "cni.dev/valid-attachments", .list(.object), since: "1.2.0", note: "objects with containerID and ifname"),
  ]

  /// The keys that the runtime writes.
  package static let injected: [Injected] = [
    Injected("name", verbs: everyVerb, ifPresent: "overwritten in silence by the list's name"),
    Injected("cniVersion", verbs: everyVerb, ifPresent: "overwritten in silence by the version that was selected"),
    Injected(
      "prevResult", verbs: ["ADD", "CHECK", "DEL"],
      ifPresent: """
        overwritten where libcni has a result; in the first plugin on ADD it passes through, and the plugin believes it
        """,
      libcniSince: "0.5.0",
      note: "on ADD from the second plugin on; on CHECK and DEL by libcni 0.7.0 and later, from cniVersion 0.4.0 on"),
    Injected(
      "runtimeConfig", verbs: ["ADD", "CHECK", "DEL"],
      ifPresent: "passes through; replaced as a whole once a declared capability has an argument"),
    Injected(
      "cni.dev/valid-attachments", verbs: ["GC"], ifPresent: "passes through on other verbs", libcniSince: "1.2.0"),
    Injected(
      "cni.dev/attachments", verbs: ["GC"], ifPresent: "passes through on other verbs", libcniSince: "1.2.3",
      note: "sent beside cni.dev/valid-attachments"),
    Injected("args", verbs: [], ifPresent: "passes through"),
    Injected(
      "cni.dev/*", verbs: [], ifPresent: "passes through", note: "the prefix is reserved since spec 1.0.0"),
  ]

  private static let everyVerb = ["ADD", "DEL", "CHECK", "GC", "STATUS"]

  /// The keys that the specification speaks of; any other is the plugin's own and passes through unchanged.
  package static let reserved: [Reserved] = [
    Reserved("type", .string, specSince: "0.1.0", rule: "required; the binary's name, without a path separator"),
    Reserved("capabilities", .map(.bool), specSince: "0.3.0", rule: "the name of a capability to true"),
    Reserved("ipMasq", .bool, specSince: "0.1.0", rule: "whether to masquerade, where the plugin can"),
    Reserved(
      "ipam", .object, specSince: "0.1.0",
      rule: "type names the IPAM binary; routes were in the specification from 0.1.0 to 0.3.1 alone"),
    Reserved("dns", .object, specSince: "0.1.0", rule: "nameservers, domain, search and options"),
    Reserved(
      "args", .object, specSince: "0.2.0",
      rule: """
        from 0.2.0 to 0.4.0 optional and allowed in the file; since 1.0.0 reserved for the runtime. libcni never \
        writes it and passes it through; reference plugins read args.cni
        """),
  ]

  /// Whether a key is one that the runtime writes, so that it does not belong into a file.
  package static func injected(_ name: String) -> Injected? {
    injected.first { entry in
      entry.name.hasSuffix("*") ? name.hasPrefix(String(entry.name.dropLast())) : entry.name == name
    }
  }

  /// What libcni looks at when it loads a key.
  package static func typed(_ name: String) -> Typed? { typed.first { $0.name == name } }
}

package import NetworkTypes

/// A version of the CNI specification.
package struct SpecVersion: Sendable, Hashable {
  package let version: Version
  /// The day of its tag, as `yyyy-mm-dd`.
  package let date: String
  package let verbs: [String]
  /// Whether the specification has a configuration of a single plugin; libcni loads one to this day.
  package let hasSingleConfiguration: Bool
  /// Whether it has configuration lists.
  package let hasLists: Bool
  /// The first libcni that knows it.
  package let libcniSince: Version
  /// What became of the form of a result.
  package let result: String
  /// What else it brought, or what else to know.
  package let notes: [String]

  package init(
    _ version: Version, _ date: String, verbs: [String], hasSingleConfiguration: Bool, hasLists: Bool,
    libcniSince: Version, result: String, notes: [String] = []
  ) {
    self.version = version
    self.date = date
    self.verbs = verbs
    self.hasSingleConfiguration = hasSingleConfiguration
    self.hasLists = hasLists
    self.libcniSince = libcniSince
    self.result = result
    self.notes = notes
  }
}

extension Catalogue {
  /// The versions of the CNI specification, oldest first.
  package static let specVersions: [SpecVersion] = [
    SpecVersion(
      "0.1.0", "2016-01-29", verbs: ["ADD", "DEL"], hasSingleConfiguration: true, hasLists: false,
      libcniSince: "0.1.0", result: "ip4 and ip6, each with ip, gateway and routes: one address a family; dns",
      notes: [
        "the environment variable CNI_VERSION was in 0.1.0 alone",
        "plugins read a configuration without cniVersion as 0.1.0, though the specification's own notes say 0.2.0",
      ]),
    SpecVersion(
      "0.2.0", "2017-01-11", verbs: ["ADD", "DEL", "VERSION"], hasSingleConfiguration: true, hasLists: false,
      libcniSince: "0.4.0", result: "as in 0.1.0",
      notes: ["the verb VERSION; the key args reserved in a plugin's configuration; no CNI_VERSION any more"]),
    SpecVersion(
      "0.3.0", "2017-03-01", verbs: ["ADD", "DEL", "VERSION"], hasSingleConfiguration: true, hasLists: true,
      libcniSince: "0.5.0",
      result: """
        ips with version, address, gateway and interface; interfaces with name, mac and sandbox; routes with dst and \
        gw at the top; dns as before
        """,
      notes: [
        "configuration lists, chains, prevResult on ADD, capabilities and runtimeConfig",
        "the text has the key ip where ips is meant",
      ]),
    SpecVersion(
      "0.3.1", "2017-04-05", verbs: ["ADD", "DEL", "VERSION"], hasSingleConfiguration: true, hasLists: true,
      libcniSince: "0.5.2", result: "as in 0.3.0; a slip of the text is mended: ips, not ip"),
    SpecVersion(
      "0.4.0", "2019-04-26", verbs: ["ADD", "DEL", "CHECK", "VERSION"], hasSingleConfiguration: true, hasLists: true,
      libcniSince: "0.7.0", result: "as in 0.3.1",
      notes: [
        "CHECK; prevResult on DEL; disableCheck, which the text calls a string",
        "a verb GET was in libcni 0.7.0-alpha0 and -alpha1 alone",
      ]),
    SpecVersion(
      "1.0.0", "2021-08-04", verbs: ["ADD", "DEL", "CHECK", "VERSION"], hasSingleConfiguration: false, hasLists: true,
      libcniSince: "1.0.0", result: "ips without version; the table of releases speaks of interfaces, and means ips",
      notes: [
        "the configuration of a single plugin is gone from the text, and libcni 1.3.0 still loads it",
        "the form of a network's name is written down", "disableCheck is a boolean",
        "the prefix cni.dev/, runtimeConfig and args are reserved", "error codes 4 to 7 are documented",
      ]),
    SpecVersion(
      "1.1.0", "2024-04-15", verbs: ["ADD", "DEL", "CHECK", "GC", "STATUS", "VERSION"], hasSingleConfiguration: false,
      hasLists: true, libcniSince: "1.2.0",
      result: "interfaces gain mtu, socketPath and pciID; routes gain mtu, advmss, priority, table and scope",
      notes: [
        "cniVersions",
        """
        text of after the tag is still called 1.1.0: disableGC (libcni 1.2.1), cni.dev/valid-attachments for \
        cni.dev/attachments (1.2.3), loadOnlyInlinedPlugins and the folder of plugins (1.3.0), error codes 50 and 51 \
        (2025)
        """,
      ]),
  ]

  /// The version of the specification with exactly this number.
  package static func specVersion(_ version: Version) -> SpecVersion? {
    specVersions.first { $0.version == version }
  }

  /// The newest version of the specification that a libcni knows; `nil` for one of before the catalogue.
  package static func newestSpec(libcni: Version) -> Version? {
    specVersions.last { $0.libcniSince <= libcni }?.version
  }
}

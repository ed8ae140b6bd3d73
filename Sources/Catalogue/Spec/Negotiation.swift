package import NetworkTypes

/// How the versions of a configuration, of the plugins and of the runtime meet.
package enum Negotiation {
  /// The rule on the plugin's side.
  package static let rule = """
    the plugin looks for the cniVersion that it got in its list of versions, letter by letter; absent or empty counts \
    as 0.1.0
    """

  /// The code and the texts of a plugin whose list lacks the version (built with libcni 0.4.0 or later).
  package static let pluginError: (code: Int, message: String, details: String) = (
    1, "incompatible CNI versions", #"config is %q, plugin supports [%s]"#
  )

  /// What the caller of a libcni sees of it; a DEL has `failed (delete)`, so what was attached cannot be removed while
  /// the version is wrong.
  package static let callerTexts: [ErrorText] = [
    ErrorText(.from("0.4.0", to: "0.5.2"), "incompatible CNI versions"),
    ErrorText(.from("0.6.0", to: "0.8.1"), "incompatible CNI versions; config is %q, plugin supports [%s]"),
    ErrorText(
      .since("1.0.0"),
      "plugin type=%q failed (add): incompatible CNI versions; config is %q, plugin supports [%s]"),
  ]

  /// What a caller sees in a release of libcni.
  package static func callerText(libcni: Version) -> String? {
    callerTexts.first { $0.span.contains(libcni) }?.text
  }

  /// In which version libcni reads a result.
  package static let resultParsing: [Change] = [
    Change(.from("0.5.0", to: "0.8.1"), "in that of the configuration; the result's own is ignored"),
    Change(.from("1.0.0", to: "1.1.0"), "in the result's own; a missing one means 0.1.0"),
    Change(.from("1.1.1", to: "1.3.0"), "in the result's own; a missing or empty one means the configuration's"),
  ]

  /// What a plugin says about a verb that the configuration or the plugin is too old for.
  package static let verbErrors: [(verb: String, errors: [String])] = [
    ("CHECK", ["config version does not allow CHECK", "plugin version does not allow CHECK"]),
    ("GC", ["config version does not allow GC", "plugin version does not allow GC"]),
    ("STATUS", ["config version does not allow STATUS", "plugin version does not allow STATUS"]),
  ]

  /// What a plugin says about a verb that it does not know: code 4, but 100 if built with libcni before 0.8.0.
  package static let unknownVerb = "unknown CNI_COMMAND: %s"

  /// What a plugin says about a configuration that it cannot read.
  package static let configErrors: [(code: Int, text: String, when: String)] = [
    (7, "missing network name", "no name"),
    (6, "error unmarshall network config: <json error>", "bad JSON"),
    (6, "decoding version from network config: <json error>", "cniVersion of another type"),
  ]

  /// On ADD libcni hands the result of one plugin to the next as it is; one of another version then fails.
  package static let mixedVersionsError = """
    could not parse prevResult: result type supports [1.0.0] but unmarshalled CNIVersion is "0.4.0"
    """

  /// On CHECK and DEL the stored result is brought to the version of the configuration; DEL since 1.2.0 drops a bad one
  /// and goes on.
  package static let cachedResultErrors: [ErrorText] = [
    ErrorText(
      .until("0.8.1"), "failed to convert cached result version %q to config version %q"),
    ErrorText(
      .since("1.0.0"),
      "failed to convert cached result to config version %q: no converter for CNI result version %s to %s"),
  ]

  /// What is lost on the way to an older version.
  package static let conversionLosses: [(to: String, lost: String)] = [
    (
      "0.1.0, 0.2.0",
      """
      all but the first address of each family, and the interfaces; without any address: cannot convert: no valid IP \
      addresses
      """
    ),
    ("0.3.0 to 0.4.0", "mtu, socketPath and pciID of interfaces; the version of ips is worked out"),
    ("1.0.0, 1.1.0", "nothing: the types are the same"),
  ]

  /// The version that fits most, and what it needs.
  package static let safeChoice = """
    1.0.0, with libcni 1.0.0 or later (containerd 1.6.0, nerdctl 0.11.2) and plugins 1.0.1 or later; older: 0.4.0 for \
    libcni 0.7.0 to 0.8.1 or plugins 0.8.0 to 1.0.0; 0.3.1 for what is older still, without firewall
    """
}

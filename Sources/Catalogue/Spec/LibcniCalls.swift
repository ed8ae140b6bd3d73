package import NetworkTypes

extension Libcni {
  /// A rule for a value that libcni and plugins look at when a plugin is called.
  package struct Validator: Sendable, Hashable {
    package let what: String
    /// The form as a regular expression; empty where there is none.
    package let pattern: String
    package let errors: [ErrorText]
    /// The code of each error, in the same order.
    package let codes: [Int]

    package init(_ what: String, pattern: String = "", errors: [ErrorText], codes: [Int]) {
      self.what = what
      self.pattern = pattern
      self.errors = errors
      self.codes = codes
    }
  }

  /// The validators in the order in which ADD asks them: from libcni 0.8.0 on, for each plugin, once its binary was
  /// found. libcni asks none of them on other verbs; plugins built with it look at the name on every verb, and at the
  /// other two on ADD, CHECK and DEL.
  package static let validators: [Validator] = [
    Validator(
      "container id", pattern: NetworkName.grammar,
      errors: [
        ErrorText("missing containerID", when: "empty"),
        ErrorText("invalid characters in containerID; <id>", when: "bad"),
      ],
      codes: [3, 4]),
    Validator(
      "network name", pattern: NetworkName.grammar,
      errors: [
        ErrorText("missing network name:", when: "empty"),
        ErrorText("invalid characters found in network name; <name>", when: "bad"),
      ],
      codes: [7, 7]),
    Validator(
      "interface name",
      errors: [
        ErrorText("interface name is empty", when: "empty"),
        ErrorText(
          "interface name is too long; interface name should be less than 16 characters", when: "over 15 bytes"),
        ErrorText("interface name is . or ..", when: ". or .."),
        ErrorText(
          "interface name contains / or : or whitespace characters",
          when: "a slash, a colon or white space, a no-break space (U+00A0) included"),
      ],
      codes: [4, 4, 4, 4]),
  ]

  /// How a plugin's binary is found: the first regular file <path>/<type>; whether it may be run is not looked at.
  package static let findPluginErrors: [ErrorText] = [
    ErrorText("no plugin name provided", when: "empty"),
    ErrorText(
      .since("0.8.1"), "invalid plugin name: %s", when: "a path separator; before, a relative path was followed"),
    ErrorText("no paths provided", when: "no folders"),
    ErrorText("failed to find plugin %q in path %s", when: "in none of the folders"),
  ]

  /// What a release puts in front of a plugin's error; CHECK and STATUS have nothing there. A plugin's object with a
  /// name of its own has `with name=%q` after the type.
  package static func runPrefix(_ verb: String, libcni: Version) -> String {
    guard libcni >= "1.0.0" else { return "" }
    return switch verb {
    case "ADD": "plugin type=%q failed (add): "
    case "DEL": "plugin type=%q failed (delete): "
    default: ""
    }
  }

  /// What a network's name that is too long brings, after ADD itself succeeded.
  package static let cacheError = "failed to set network %q cached result: open <path>: file name too long"

  /// How libcni reads a version: up to three whole numbers between dots, so 1 and 1.0 are versions; nothing before or
  /// after them. On DEL and CHECK always (from 0.7.0 on), at load only beside cniVersions.
  package static let versionErrors: [ErrorText] = [
    ErrorText("invalid version %q: too many parts"),
    ErrorText("failed to convert major version part %q: strconv.Atoi: parsing %q: invalid syntax"),
    ErrorText("failed to convert minor version part %q: strconv.Atoi: parsing %q: invalid syntax"),
    ErrorText("failed to convert micro version part %q: strconv.Atoi: parsing %q: invalid syntax"),
  ]

  /// What CHECK says below cniVersion 0.4.0.
  package static let checkTooOld = "configuration version %q does not support the CHECK command"

  /// What a result brings whose version libcni does not know.
  package static let unsupportedResult = "unsupported CNI result version %q"

  /// When it does.
  package static let unsupportedResultWhen: [Change] = [
    Change(
      .from("0.5.0", to: "0.8.1"),
      """
      after the plugin ran, for any cniVersion that is newer than libcni (1.0.0 with libcni 0.8.1): interface and \
      address stay behind
      """),
    Change(.from("1.0.0", to: "1.3.0"), "when the plugin answers in a version that libcni does not know"),
  ]

  /// What the check of a list against its plugins says (ValidateNetworkList, from 0.7.0 on). It asks every plugin of
  /// the chain for its versions, no IPAM plugin, and compares letter by letter.
  package static let validationErrors: [ErrorText] = [
    ErrorText("[plugin %s does not support config version %q]"),
    ErrorText("[failed to find plugin %q in path %s]"),
  ]

  /// The first spec version for which GC and STATUS are sent. Below, GC does DEL of what is stale and no more, and
  /// STATUS succeeds without a call.
  package static let gcAndStatusSince: Version = "1.1.0"
}

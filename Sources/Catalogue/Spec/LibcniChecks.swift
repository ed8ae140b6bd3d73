package import NetworkTypes

/// What libcni looks at, and what it says. Spans are releases of libcni.
package enum Libcni {
  /// Something that libcni looks at when it loads a list.
  package struct LoadCheck: Sendable, Hashable {
    /// What must be so, in a few words.
    package let what: String
    /// Releases that look.
    package let span: ReleaseSpan
    /// What else must be so that they look; empty where they always do.
    package let onlyIf: String
    /// The texts; where one has several, each in its own case.
    package let errors: [ErrorText]
    /// What else to know; empty where nothing is.
    package let note: String

    package init(
      _ what: String, _ span: ReleaseSpan = .always, onlyIf: String = "", errors: [ErrorText], note: String = ""
    ) {
      self.what = what
      self.span = span
      self.onlyIf = onlyIf
      self.errors = errors
      self.note = note
    }

    /// The texts of a release; empty where it does not look.
    package func errorTexts(libcni: Version) -> [ErrorText] {
      span.contains(libcni) ? errors.filter { $0.span.contains(libcni) } : []
    }
  }

  /// The checks of a list in the order in which libcni 1.3.0 makes them; the first that fails ends the load.
  ///
  /// Match an error by its fixed words: what follows `json:` depends on the Go release of the build. The verdict never
  /// does.
  package static let loadChecks: [LoadCheck] = listChecks + pluginChecks

  private static let listChecks: [LoadCheck] = [
    LoadCheck("JSON object", errors: ["error parsing configuration list: <json error>"]),
    LoadCheck(
      "name present", errors: ["error parsing configuration list: no name"],
      note: "a document that is null ends here too"
    ),
    LoadCheck(
      "name is a string", errors: ["error parsing configuration list: invalid name type %T"],
      note: "the types are float64, bool, <nil>, []interface {} and map[string]interface {}"),
    LoadCheck(
      "cniVersion is a string when present", errors: ["error parsing configuration list: invalid cniVersion type %T"]),
    LoadCheck(
      "cniVersions is a list when present", .since("1.2.0"),
      errors: ["error parsing configuration list: invalid type for cniVersions: []interface {}"],
      note: "prints []interface {} whatever was found; null is an error"),
    LoadCheck(
      "cniVersions entries are strings", .since("1.2.0"),
      errors: ["error parsing configuration list: invalid type for cniVersions index %d: %T"]),
    LoadCheck(
      "cniVersions entries parse", .since("1.2.0"),
      errors: [
        ErrorText(
          .from("1.2.0", to: "1.2.1"),
          "error parsing configuration list: invalid cniVersions entry <nil> at index %d: Invalid Semantic Version"),
        ErrorText(
          .since("1.2.2"),
          "error parsing configuration list: invalid cniVersions entry %s at index %d: <version error>"),
      ]),
    LoadCheck(
      "cniVersion parses", .since("1.2.0"), onlyIf: "cniVersions is present",
      errors: ["error parsing configuration list: invalid cniVersion %s: <version error>"]),
    LoadCheck(
      "disableCheck boolean", .since("0.7.0"),
      errors: [
        ErrorText(.until("1.2.0"), "error parsing configuration list: invalid disableCheck type %T", when: "type"),
        ErrorText(.only("1.2.0"), "error parsing configuration list: invalid disableCheck value %q", when: "value"),
        ErrorText(.since("1.2.1"), "error parsing configuration list: invalid type %T for disableCheck", when: "type"),
        ErrorText(
          .since("1.2.1"), "error parsing configuration list: invalid value %q for disableCheck", when: "value"),
      ],
      note: "the value is printed in lower case; null is an error"),
    LoadCheck(
      "disableGC boolean", .since("1.2.1"),
      errors: [
        ErrorText("error parsing configuration list: invalid type %T for disableGC", when: "type"),
        ErrorText("error parsing configuration list: invalid value %q for disableGC", when: "value"),
      ]),
    LoadCheck(
      "loadOnlyInlinedPlugins boolean", .since("1.3.0"),
      errors: [
        ErrorText("error parsing configuration list: invalid type %T for loadOnlyInlinedPlugins", when: "type"),
        ErrorText("error parsing configuration list: invalid value %q for loadOnlyInlinedPlugins", when: "value"),
      ]),
  ]

  private static let pluginChecks: [LoadCheck] = [
    LoadCheck(
      "plugins present",
      errors: [
        ErrorText(.until("1.2.3"), "error parsing configuration list: no 'plugins' key"),
        ErrorText(
          .since("1.3.0"),
          "error parsing configuration list: `loadOnlyInlinedPlugins` is true, and no 'plugins' key",
          when: "loadOnlyInlinedPlugins true"),
      ]),
    LoadCheck(
      "plugins is a list", errors: ["error parsing configuration list: invalid 'plugins' type %T"],
      note: "null prints <nil>, an object map[string]interface {}"),
    LoadCheck("plugins not empty", errors: ["error parsing configuration list: no plugins in list"]),
    LoadCheck(
      "each plugin decodes",
      errors: [
        ErrorText(
          .until("0.7.1"), "Failed to parse plugin config %d: error parsing configuration: <json error>"),
        ErrorText(
          .since("0.8.0"), "failed to parse plugin config %d: error parsing configuration: <json error>"),
      ],
      note: "counted from 0; the JSON error speaks of NetConf before 1.3.0, of PluginConf from then on"),
    LoadCheck(
      "each plugin has a non-empty type", .since("0.7.0"),
      errors: [
        ErrorText(.until("0.7.1"), "Failed to parse plugin config %d: error parsing configuration: missing 'type'"),
        ErrorText(.since("0.8.0"), "failed to parse plugin config %d: error parsing configuration: missing 'type'"),
      ]),
  ]

  /// What a null among the plugins does.
  package static let nullPlugin: [Change] = [
    Change(.from("0.5.0", to: "0.6.0"), "loads as an entry without content"),
    Change(.from("0.7.0", to: "1.0.1"), "crashes the runtime: nil pointer dereference"),
    Change(
      .from("1.1.0", to: "1.3.0"), "failed to parse plugin config %d: error parsing configuration: missing 'type'"),
  ]

  /// Slips in JSON, and what stands for <json error> in builds with Go up to 1.26.
  package static let jsonErrors: [(slip: String, text: String)] = [
    ("trailing text", "invalid character 'x' after top-level value"),
    ("second document", "invalid character '{' after top-level value"),
    ("byte-order mark", "invalid character 'ï' looking for beginning of value"),
    ("comment", "invalid character '/' looking for beginning of object key string"),
    ("trailing comma", "invalid character ']' looking for beginning of value"),
    ("empty or cut off", "unexpected end of JSON input"),
    ("list", "json: cannot unmarshal array into Go value of type map[string]interface {}"),
    ("number beyond 64-bit floating point", "json: cannot unmarshal number 1e400 into Go value of type float64"),
  ]

  /// What libcni accepts without a word: keys that it does not know, plugins of one type (each is called), and repeated
  /// JSON keys, of which the last counts.
  package static let accepted: [String] = ["unknown keys", "repeated plugin types", "repeated JSON keys"]
}

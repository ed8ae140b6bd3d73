extension FactCoverage {
  /// libcni and the specification.
  static let aboutLibcni: [FactAnswer] = [
    FactAnswer(
      "libcni_checks.load_list_bytes", "JSON object",
      .rules([
        "json-syntax", "json-trailing-text", "json-byte-order-mark", "json-comment", "json-trailing-comma",
        "json-empty", "json-truncated", "json-number-out-of-range", "wrong-type",
      ])),
    FactAnswer("libcni_checks.load_list_bytes", "name present", .rules(["name-missing"])),
    FactAnswer("libcni_checks.load_list_bytes", "name is a string", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "cniVersion is a string when present", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "cniVersions is a list when present", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "cniVersions entries are strings", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "cniVersions entries parse", .rules(["version-unknown"])),
    FactAnswer("libcni_checks.load_list_bytes", "cniVersion parses", .rules(["version-unknown"])),
    FactAnswer("libcni_checks.load_list_bytes", "disableCheck boolean", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "disableGC boolean", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "loadOnlyInlinedPlugins boolean", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "plugins present", .rules(["plugins-missing", "plugins-from-folder"])),
    FactAnswer("libcni_checks.load_list_bytes", "plugins is a list", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "plugins not empty", .rules(["plugins-missing"])),
    FactAnswer("libcni_checks.load_list_bytes", "each plugin decodes", .rules(["wrong-type"])),
    FactAnswer("libcni_checks.load_list_bytes", "each plugin has a non-empty type", .rules(["plugin-without-type"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "unless loadOnlyInlinedPlugins",
      .rules(["folder-merged", "plugins-from-folder"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "failed to read plugin config files in",
      .rules(["name-of-file", "name-too-long"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "error parsing configuration: missing 'type'",
      .rules(["plugin-without-type"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "error parsing configuration: <json error>", .rules(["json-syntax"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "no plugin configs found",
      .rules(["plugins-missing", "plugins-from-folder"])),
    FactAnswer(
      "libcni_checks.load_list_file.v1.3.0_adds", "name \"\" or \".\"", .rules(["name-missing", "name-invalid"])),
    FactAnswer(
      "libcni_checks", "json_decoder", .unjudged("no fault: it says how a message is worded, or what it is found by")),
    FactAnswer("libcni_checks", "null_plugin_element", .rules(["wrong-type"])),
    FactAnswer(
      "libcni_checks", "load_list_file.read_error", .unjudged("needs the node: whether a file can be read there")),
    FactAnswer(
      "libcni_checks", "load_list_file.not_by_bytes", .unjudged("no fault: it says which runtime looks into the folder")
    ),
    FactAnswer("libcni_checks", "unknown_keys", .rules(["unknown-key", "unused-key"])),
    FactAnswer("libcni_checks", "duplicate_plugin_types", .rules(["duplicate-plugin"])),
    FactAnswer("libcni_checks", "duplicate_json_keys", .rules(["duplicate-key"])),
    FactAnswer(
      "libcni_checks", "file_name", .unjudged("no fault: it says how a message is worded, or what it is found by")),
    FactAnswer(
      "libcni_checks", "conf_files",
      .rules(["hidden-file-loads", "backup-ignored", "extension-case", "dangling-link", "invalid-file-name"])),
    FactAnswer(
      "libcni_checks", "load_conf_list",
      .rules(["order-by-bytes", "leftover-conf", "list-in-conf", "bad-network-file", "duplicate-network-name"])),
    FactAnswer("libcni_checks", "validators", .rules(["name-invalid", "name-missing"])),
    FactAnswer(
      "libcni_checks", "find_plugin", .rules(["plugin-type-is-path", "unknown-plugin", "plugin-not-in-release"])),
    FactAnswer(
      "libcni_checks", "run_prefix", .unjudged("no fault: it says how a message is worded, or what it is found by")),
    FactAnswer("libcni_checks", "cache_error", .rules(["name-too-long"])),
    FactAnswer("libcni_checks", "empty_cni_version", .rules(["version-missing"])),
    FactAnswer("libcni_checks", "version_strings", .rules(["version-unknown"])),
    FactAnswer("libcni_checks", "check_below_0.4.0", .rules(["disable-check-too-early"])),
    FactAnswer("libcni_checks", "unsupported_result_version", .rules(["version-above-runtime"])),
    FactAnswer("libcni_checks", "validate_network_list", .rules(["version-unsupported"])),
    FactAnswer(
      "libcni_checks", "gc_status", .unjudged("no fault: a runtime leaves out the calls that a version lacks")),
    FactAnswer(
      "conflist_keys", "cniVersion",
      .rules(["version-missing", "version-unknown", "version-above-runtime", "version-unsupported"])),
    FactAnswer(
      "conflist_keys", "cniVersions",
      .rules(["versions-list-ignored", "versions-list-empty", "versions-list-omits-version"])),
    FactAnswer("conflist_keys", "name", .rules(["name-missing", "name-invalid", "name-too-long"])),
    FactAnswer("conflist_keys", "disableCheck", .rules(["disable-check-too-early", "wrong-type"])),
    FactAnswer("conflist_keys", "disableGC", .rules(["key-too-new", "wrong-type"])),
    FactAnswer("conflist_keys", "loadOnlyInlinedPlugins", .rules(["key-too-new", "plugins-from-folder"])),
    FactAnswer("conflist_keys", "plugins", .rules(["plugins-missing", "wrong-type"])),
    FactAnswer("conflist_keys", "other", .rules(["unknown-key", "unused-key"])),
    FactAnswer("conflist_keys", "name.max_bytes_safe", .rules(["name-too-long"])),
    FactAnswer("conflist_keys", "name.must_differ_from", .rules(["name-of-file"])),
    FactAnswer("conflist_keys", "cniVersion.checked_at_load", .rules(["version-unknown"])),
    FactAnswer("conflist_keys", "disableCheck.caveat", .rules(["disable-check-too-early"])),
    FactAnswer(
      "conflist_keys", "loadOnlyInlinedPlugins.caveat",
      .unjudged("no fault: it settles what a sentence of the specification means")),
    FactAnswer(
      "conflist_keys.cniVersions.selection", "pool = entries",
      .rules(["versions-list-omits-version", "version-above-runtime"])),
    FactAnswer(
      "conflist_keys.cniVersions.selection", "selected = greatest",
      .rules(["version-above-runtime", "version-unsupported"])),
    FactAnswer(
      "conflist_keys.cniVersions.selection", "cniVersion need not be", .rules(["versions-list-omits-version"])),
    FactAnswer("conflist_keys.cniVersions.selection", "what the plugins support", .rules(["version-unsupported"])),
    FactAnswer("conflist_keys.cniVersions.selection", "1.2.0, 1.2.1: semver", .rules(["version-unknown"])),
    FactAnswer(
      "conflist_keys.cniVersions.selection", ">= 1.2.2: own parser", .rules(["version-unknown", "version-missing"])),
    FactAnswer("plugin_keys", "matching", .rules(["key-case", "key-in-two-spellings", "top-level-key-case"])),
    FactAnswer(
      "plugin_keys", "null_values",
      .unjudged("no fault: null counts as absent, and the rules about absent keys hold for it")),
    FactAnswer("plugin_keys", "typed_at_load", .rules(["wrong-type"])),
    FactAnswer("plugin_keys", "spec_reserved", .rules(["plugin-type-is-path", "reserved-key"])),
    FactAnswer("plugin_keys", "spec_deviation", .unjudged("no fault of a file: it says what runtimes leave in place")),
    FactAnswer("plugin_keys", "transport", .rules(["number-rewritten"])),
    FactAnswer("plugin_keys.injected_by_runtime", "name", .rules(["overwritten-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "cniVersion", .rules(["overwritten-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "prevResult", .rules(["reserved-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "runtimeConfig", .rules(["reserved-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "cni.dev/valid-attachments", .rules(["reserved-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "cni.dev/attachments", .rules(["reserved-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "args", .rules(["reserved-key"])),
    FactAnswer("plugin_keys.injected_by_runtime", "cni.dev/*", .rules(["reserved-key"])),
    FactAnswer("version_negotiation", "rule", .rules(["version-unsupported", "version-unknown"])),
    FactAnswer("version_negotiation", "plugin_error", .rules(["version-unsupported"])),
    FactAnswer(
      "version_negotiation", "text_seen_by_caller",
      .unjudged("no fault: it says how a message is worded, or what it is found by")),
    FactAnswer("version_negotiation", "verb_errors", .rules(["disable-check-too-early", "version-unsupported"])),
    FactAnswer("version_negotiation", "plugin_config_errors", .rules(["name-missing", "wrong-type"])),
    FactAnswer("version_negotiation", "result_parsing", .rules(["containerd-known-fault"])),
    FactAnswer(
      "version_negotiation", "between_chain_members",
      .unjudged(
        "needs the run: a plugin of the project or of others that answers in another version than it was asked in")),
    FactAnswer(
      "version_negotiation", "check_and_del",
      .unjudged("needs the run: a result that an earlier configuration left behind")),
    FactAnswer(
      "version_negotiation", "conversion_losses",
      .rules(["version-too-old-for-layer-2", "version-too-old-for-two-addresses", "version-missing"])),
    FactAnswer(
      "version_negotiation", "plugin_supported_versions", .rules(["version-unsupported", "no-common-version"])),
    FactAnswer("version_negotiation", "safe_choice", .rules(["version-needs-recent-release"])),
  ]
}

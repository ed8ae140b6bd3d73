/// What schemas and rules have to agree on.
///
/// A schema sees the structure of a document: keys, types, words, limits. It sees no addresses that overlap and no
/// spec version that a node's plugins refuse. And it has no degrees: what it says is an error, in the eyes of its
/// reader. So this is agreed, and tests hold both sides to it, on every case of the tests and on mutants of them:
///
/// - an error of one of `errors` is found by the schema, too, at the same value, its parent, or a key of it;
/// - what a schema finds is an error of cnigen, of whatever rule, or a warning of one of `warnings`.
package enum StructuralRules {
  /// Rules whose errors a schema finds.
  ///
  /// Five things lie beyond it: misspelt keys at the top of a list, where other programs have keys of their own
  /// (`unknown-key` at depth one); what a template of one's own brings or lacks, for the profile that is merged over
  /// it; what a Capabilities document says of plugins of others; and what only a release can tell (`ofReleases`), for
  /// a schema that is made for none; and what is missing after pools and nodes were laid over the profile (`ofMerged`).
  package static let errors: [String] =
    [
      "exclusive-keys", "ipam-missing", "ipam-type-not-ipam", "ipam-without-type", "missing-key", "name-missing",
      "plugin-without-type", "plugins-missing", "required-key-missing", "reserved-key", "top-level-key-case",
      "unknown-api-version", "unknown-key", "unknown-kind", "unknown-value", "version-missing", "version-unknown",
      "wrong-type",
    ] + ofReleases

  /// Those of `errors` that depend on the release of the plugins.
  package static let ofReleases = ["internal-key", "key-removed", "key-too-new", "plugin-not-in-release"]

  /// Those of `errors` that depend on what an overlay is laid over.
  package static let ofMerged = ["ipam-missing", "missing-key", "plugins-missing", "required-key-missing"]

  /// Warnings about what a schema refuses: it works, or may, but not as it looks.
  package static let warnings = [
    "firewall-backend-ignored", "key-case", "key-without-effect", "plugins-from-folder", "unused-key",
  ]
}

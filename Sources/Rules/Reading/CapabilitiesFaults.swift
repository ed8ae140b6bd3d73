import Diagnostics

extension Rule {
  /// Faults of Capabilities documents, and of what names them.
  static let capabilitiesRules: [Rule] = [
    Rule(
      reading: "unreadable-document", .error, "a document that another one names and that cannot be read",
      effect: "What it says about the node, or about the nodes of a fleet, is not known, so nothing can be built.",
      wrong: "target: {capabilities: nodes/egde.caps.yaml}", right: "target: {capabilities: nodes/edge.caps.yaml}"),
    Rule(
      reading: "release-contradicted", .warning, "a release that cannot be that of the binary",
      effect: """
        Every release of a reference plugin answers VERSION with a list of its own time. Where the binary answered \
        another one the stated release is wrong, or the binary is no build of it. Spec versions are then judged as \
        measured, and keys by the release that is stated.
        """,
      wrong: "plugins: [{type: vrf, release: 0.8.7}]", right: "plugins: [{type: vrf, release: 0.9.1}]"),
    Rule(
      reading: "described-reference-plugin", .error, "a description of a plugin that the catalogue knows",
      effect: "The keys of the reference plugins are known for every release; two answers to one question help nobody.",
      wrong: "plugins: [{type: bridge, role: interface, keys: […]}]", right: "plugins: [{type: bridge, release: 1.1.1}]"
    ),
    Rule(
      reading: "invalid-date", .error, "a day that is none",
      effect: "Nobody could tell how old the measurement is.", wrong: "date: 1 March 2026", right: "date: 2026-03-01"),
    Rule(
      reading: "invalid-checksum", .error, "a SHA-256 that is none",
      effect: "It could never agree with the binary that lies on a node.", wrong: "sha256: d41d8cd98f00b204",
      right: "sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Rule(
      reading: "empty-limits", .error, "limits between which nothing lies",
      effect: "Every value of the key would be refused.",
      wrong: "{name: mtu, type: integer, minimum: 9000, maximum: 68}",
      right: "{name: mtu, type: integer, minimum: 68, maximum: 9000}"),
  ]
}

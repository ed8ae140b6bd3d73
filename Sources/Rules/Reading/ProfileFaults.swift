import Diagnostics

extension Rule {
  /// Faults of a document in the language of profiles. Nothing is written, so that no node ever sees them.
  static let profileRules: [Rule] = [
    Rule(
      reading: "missing-key", .error, "a profile that leaves out what cannot be guessed",
      effect: "Nothing is guessed: a network without a name, a plugin or a source of addresses is not built.",
      wrong: "network: {}", right: "network:\n  bridge: {name: cni0, gateway: true}"),
    Rule(
      reading: "exclusive-keys", .error, "two keys that exclude each other",
      effect: "Both say the same thing in different ways, and nothing tells which one is meant.",
      wrong: "target: {plugins: 1.9.1}\ntargets: [{name: old, plugins: 1.1.1}]", right: "target: {plugins: 1.9.1}"),
    Rule(
      reading: "unknown-api-version", .error, "a document for another version of cnigen",
      effect: "The language may differ there, so the document is not read.", wrong: "apiVersion: cnigen/v9",
      right: "apiVersion: cnigen/v1"),
    Rule(
      reading: "unknown-kind", .error, "a document of a kind that cannot be built",
      effect: "The kind says what the keys of the document mean. Without it nothing can be read.",
      wrong: "kind: Profil", right: "kind: Profile"),
    Rule(
      reading: "invalid-version", .error, "a text that is no release number",
      effect: "Releases are numbers parted by dots, as the projects' tags have them, without a v in front.",
      wrong: "target: {containerd: v1.6.20}", right: "target: {containerd: 1.6.20}"),
    Rule(
      reading: "addresses-without-interface", .error, "addresses where nothing makes an interface",
      effect:
        "The IPAM plugin is called by the plugin that makes the interface. Without one nobody asks for addresses.",
      wrong: "network:\n  addresses: {ranges: [10.88.0.0/16]}",
      right: "network:\n  bridge: {}\n  addresses: {ranges: [10.88.0.0/16]}"),
  ]

  /// Faults of the files that a profile names, and of the networks beside one another.
  static let networkFileRules: [Rule] = [
    Rule(
      reading: "invalid-file-name", .error, "a name that no output file can have, or that no runtime would read",
      effect: """
        Names with a slash or a leading dot could lie outside of the output folder. containerd reads *.conflist and \
        the drop-ins that its imports line matches, nothing else.
        """,
      wrong: "network: {file: 10-net.json}", right: "network: {file: 10-net.conflist}", facts: ["libcni: conf_files"]),
    Rule(
      reading: "invalid-order", .error, "an order outside of 0 to 99",
      effect: "Files are taken by the bytes of their names: 100-net.conflist would come before 20-net.conflist.",
      wrong: "network: {order: 100}", right: "network: {order: 90}", facts: ["libcni: load_conf_list"]),
    Rule(
      reading: "duplicate-name", .error, "two networks, or two targets, of one name",
      effect: """
        libcni looks a network up by its name and takes the first file that has it; host-local keeps the addresses of \
        both in one folder. Two targets of one name would be written to one folder.
        """,
      wrong: "networks:\n  - {name: pods, bridge: {name: cni0}}\n  - {name: pods, bridge: {name: cni1}}",
      right: "networks:\n  - {name: pods, bridge: {name: cni0}}\n  - {name: storage, bridge: {name: cni1}}",
      facts: ["libcni: duplicate_names"]),
    Rule(
      reading: "duplicate-file", .error, "two networks in one file",
      effect: "The second one would overwrite the first, and the node would never hear of it.",
      wrong: "networks:\n  - {name: a, file: 10-net.conflist}\n  - {name: b, file: 10-net.conflist}",
      right: "networks:\n  - {name: a, file: 10-a.conflist}\n  - {name: b, file: 20-b.conflist}",
      facts: ["libcni: load_conf_list"]),
  ]

  /// Faults of accepted findings.
  static let allowanceRules: [Rule] = [
    Rule(
      reading: "unknown-rule", .error, "an accepted finding that no rule can make",
      effect: "A slip in the rule's name would leave the finding standing, or hide that it is gone.",
      wrong: "allow: {hairpin-mising: no pod calls itself}", right: "allow: {hairpin-missing: no pod calls itself}"),
    Rule(
      reading: "allow-of-error", .error, "an error that is to be accepted",
      effect: "Errors are about what cannot work on a node. Warnings can be accepted, each with a reason.",
      wrong: "allow: {subnet-too-small: we like it}", right: "addresses: {ranges: [10.88.0.0/24]}"),
    Rule(
      reading: "missing-reason", .error, "an accepted finding without a reason",
      effect: "Whoever reads the file later cannot tell whether the reason still holds.",
      wrong: "# cnigen:allow hairpin-missing", right: "# cnigen:allow hairpin-missing no pod calls itself"),
  ]
}

import Diagnostics

extension Rule {
  /// What `import` says where building the profile does not give back exactly the file that it was made of.
  static let importedFileRules: [Rule] = [
    Rule(
      reading: "import-lost", .warning, "something of an imported file that is not in the profile",
      effect: """
        What is built from the profile does not have it. Most of it does nothing on a node: keys that no plugin reads, \
        the first of two equal ones, other programs' labels at the top of a list, comments. A comment in the profile \
        keeps it.
        """,
      wrong: #"{"cniVersion": "1.0.0", "name": "n", "nerdctlID": "17f2", "plugins": [{"type": "bridge"}]}"#,
      right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#),
    Rule(
      reading: "import-changed", .warning, "a value of an imported file that the profile has otherwise",
      effect: """
        What is built differs from the file here: a fault with one sound meaning was mended, the file gets another \
        name, a single plugin becomes a list, or the config of containerd says the same in another way. A comment in \
        the profile has the value of the file.
        """,
      wrong: #"{"type": "bridge", "mtu": "1500"}"#, right: #"{"type": "bridge", "mtu": 1500}"#),
    Rule(
      reading: "import-added", .warning, "something that an imported file does not have and the build writes",
      effect: """
        The build states what the file leaves to a default, such as the cniVersion, or bin_dir and conf_dir of \
        containerd.
        """,
      wrong: #"{"name": "n", "plugins": [{"type": "bridge"}]}"#,
      right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#),
    Rule(
      reading: "import-not-buildable", .warning, "an imported file that makes a profile which build refuses",
      effect: "The profile is written, and what the file wants is in it; build names the places to mend.",
      wrong: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"bridge": "cni0"}]}"#,
      right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge", "bridge": "cni0"}]}"#),
    Rule(
      reading: "import-not-a-config", .error, "a file that no profile can be made of",
      effect: "It is left out, and the exit status is 1. The profile is made of the other files, if there are any.",
      wrong: "cnigen import profile.yaml", right: "cnigen import /etc/cni/net.d"),
  ]
}

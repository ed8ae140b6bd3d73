import Diagnostics

extension Rule {
  /// Faults of any text, whatever its language.
  static let textRules: [Rule] = [
    Rule(
      reading: "invalid-utf8", .error, "a file that is not UTF-8",
      effect: """
        libcni replaces each bad byte by U+FFFD without a word, so that a name or a path is another one on the node; \
        a file in UTF-16 is not read at all, and the node stays NotReady.
        """,
      wrong: #"{"cniVersion": "1.0.0", "name": "caf\#u{FFFD}", "plugins": [{"type": "bridge"}]}"#,
      right: #"{"cniVersion": "1.0.0", "name": "cafe", "plugins": [{"type": "bridge"}]}"#),
    Rule(
      reading: "file-too-large", .error, "a file larger than any configuration",
      effect: """
        cnigen reads documents of up to 64 MiB, and conflists, configs of containerd and templates for it of up to 1 MiB. \
        Such a file is no configuration.
        """,
      wrong: "net.yaml, 100 MiB", right: "net.yaml, 1 KiB"),
    Rule(
      reading: "too-many-entries", .error, "more networks, targets or values than any node has",
      effect: """
        cnigen holds networks, targets, routes and ranges against each other, which takes hours where there are very \
        many. A network has at most 10,000 values, a profile at most 256 networks and 1,000 targets, and what is put \
        together of `${name}` at most 4 MiB.
        """,
      wrong: "routes: 100,000 routes to /24 subnets", right: "routes: [{to: 10.0.0.0/8}]"),
    Rule(
      reading: "duplicate-key", .error, "a key that stands twice in one object",
      effect: """
        libcni, the plugins and most tools keep the last one and drop the first in silence, two lists of plugins \
        included. Whoever reads the file sees both and cannot tell which one counts.
        """,
      wrong: #"{"type": "bridge", "mtu": 1500, "mtu": 9000}"#, right: #"{"type": "bridge", "mtu": 9000}"#,
      facts: ["libcni: duplicate_json_keys", "tuning: the same sysctl key twice"]),
    Rule(
      reading: "not-a-cni-file", .note, "a file that cnigen has nothing to say about",
      effect: """
        The file is neither a profile, a network configuration nor a config of containerd, so it was not checked. \
        Where it is one of these, --kind says so.
        """,
      wrong: #"{"compilerOptions": {"strict": true}}"#,
      right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#),
  ]
}

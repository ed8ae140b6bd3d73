import NetworkTypes

extension KnownIssue {
  /// Faults between spec versions of the network, of the plugins and of the runtime.
  static let aboutVersions: [KnownIssue] = [
    KnownIssue(
      "loopback-1.0.0", affected: [.only("1.6.3")], with: "reference plugins before 1.0.0",
      errors: [
        """
        plugin type="loopback" failed (add): incompatible CNI versions; config is "1.0.0", plugin supports ["0.1.0" \
        "0.2.0" "0.3.0" "0.3.1" "0.4.0"]
        """
      ],
      effect: "no pod starts",
      cause: "go-cni 1.1.4 made the loopback configuration inside one of spec 1.0.0",
      remedy: "upgrade to 1.6.4 or later, or install plugins 1.0.0 or later", fixed: "1.6.4 (go-cni 1.1.5)"),
    KnownIssue(
      "empty-cniversion-del", affected: [.from("1.3.0", to: "1.6.3")],
      with: "a network without cniVersion; release notes and the documentation of Kubernetes name 1.6.0 to 1.6.3 alone",
      errors: [#"failed to destroy network for sandbox "ID": invalid version "": the version is empty"#],
      effect: "pods start, but do not stop",
      cause: "libcni before 1.1.0 reads the empty version on DEL, and not on ADD",
      remedy: "always write cniVersion; upgrade", fixed: "1.6.4 (libcni 1.1.0)"),
    KnownIssue(
      "result-without-cniversion", affected: [.from("1.3.0", to: "1.6.4")],
      with: "plugins that leave cniVersion out of their result",
      errors: [
        ErrorText(
          .from("1.3", to: "1.5"),
          """
          failed to get network "n" cached result: failed to convert cached result version "0.1.0" to config version \
          "0.4.0": cannot convert version ["" "0.1.0" "0.2.0"] to 0.4.0
          """,
          when: "DEL, with a network of 0.4.0"),
        ErrorText(.from("1.6.0", to: "1.6.4"), #"failed to find network info for sandbox "ID""#),
      ],
      effect: "1.6.0 to 1.6.4 lose the pod's addresses; 1.3 to 1.5 cannot remove the network",
      remedy: "upgrade, or mend the plugin", fixed: "1.6.5 (go-cni 1.1.6, libcni 1.1.1)"),
    KnownIssue(
      "spec-above-runtime", affected: [.from("1.3", to: "1.5"), .from("1.6", to: "1.7")],
      with: "cniVersion 1.0.0 or later on 1.3 to 1.5, 1.1.0 on 1.6 and 1.7",
      errors: [#"unsupported CNI result version "1.1.0""#],
      effect: "every pod fails after its plugins have run, though NetworkReady is true",
      remedy: "lower the network's cniVersion to what the runtime reads"),
    KnownIssue(
      "status-with-old-plugins", affected: [.since("2.0.1")],
      with: "cniVersion 1.1.0 and reference plugins before 1.6.0; 2.0's own scripts install 1.5.1",
      errors: ["Network plugin returns error: missing containerID"],
      effect: "NetworkReady is false and the node stays NotReady",
      cause: "older plugins do not know the verb STATUS", remedy: "cniVersion 1.0.0, or plugins 1.6.0 or later"),
    KnownIssue(
      "status-missing-binary", affected: [.since("2.0.1")],
      with: "cniVersion 1.1.0 and a plugin whose binary is in none of the folders",
      errors: [#"Network plugin returns error: failed to find plugin "X" in path [DIRS]"#],
      effect: "NetworkReady is false; up to cniVersion 1.0.0 the same slip shows only when a pod starts",
      remedy: "install the binary, or set bin_dirs"),
    KnownIssue(
      "go-cni-lock-recursion", affected: [.from("2.0.1", to: "2.0.2")],
      effect: "setting pods up and asking for the status hang when the CNI folder changes during a setup",
      remedy: "upgrade to 2.0.3 or later", fixed: "2.0.3 (go-cni 1.1.12)", evidence: .source),
  ]
}

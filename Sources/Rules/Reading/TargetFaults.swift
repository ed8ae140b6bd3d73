import Diagnostics

extension Rule {
  /// Faults of what a profile says about the releases on its nodes.
  static let targetRulesOfProfiles: [Rule] = [
    Rule(
      reading: "unknown-release", .error, "a release that is none",
      effect: """
        Patch releases differ in what they know: containerd 1.6.3 refuses every old loopback plugin and 1.6.4 does \
        not. Without the whole number nothing certain can be said about the node.
        """,
      wrong: "target: {containerd: 1.6}", right: "target: {containerd: 1.6.39}"),
    Rule(
      reading: "release-not-catalogued", .warning, "a release that is younger than this cnigen",
      effect: "It is judged as the newest release before it. What changed in between is not seen.",
      wrong: "target: {plugins: 1.99.0}", right: "target: {plugins: 1.9.1}"),
    Rule(
      reading: "target-assumed", .warning, "a profile that does not say what its nodes run",
      effect: """
        The newest releases of the catalogue are assumed. A node that runs older ones may ignore keys in silence or \
        refuse the spec version.
        """,
      wrong: "target: {containerd: 1.7.34}", right: "target: {containerd: 1.7.34, plugins: 1.6.2}"),
    Rule(
      reading: "no-common-version", .error, "plugins that have no spec version in common",
      effect: """
        All plugins of a chain get the same cniVersion. Whatever is written, one of them answers: incompatible CNI \
        versions. So it is with bandwidth and firewall of plugins 1.0.0.
        """,
      wrong: "target: {containerd: 1.6.20, plugins: 1.0.0}\nnetwork: {bandwidth: true, firewall: true}",
      right: "target: {containerd: 1.6.20, plugins: 1.0.1}\nnetwork: {bandwidth: true, firewall: true}",
      facts: ["libcni: plugin_supported_versions"]),
  ]
}

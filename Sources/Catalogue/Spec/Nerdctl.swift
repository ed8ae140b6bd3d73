package import NetworkTypes

/// What nerdctl writes into, and expects of, a CNI folder that it shares with others.
package enum Nerdctl {
  /// The keys at the top of its lists, in their order.
  package static let topLevelKeys: [String] = ["cniVersion", "name", "nerdctlID", "nerdctlLabels", "plugins"]

  /// The name of the file of a network; in a namespace it lies in a folder of that name, but for the network bridge.
  package static func fileName(ofNetwork name: String) -> String { "nerdctl-\(name).conflist" }

  /// The spec version that a release writes.
  package static func specVersion(in release: Version) -> Version { release >= "0.18" ? "1.0.0" : "0.4.0" }

  /// The chain of a bridge network; one without a way out leaves portmap out.
  package static let bridgeChain: [String] = ["bridge", "portmap", "firewall", "tuning"]

  /// The chain of a bridge network without a way out.
  package static let internalBridgeChain: [String] = ["bridge", "firewall", "tuning"]

  /// The bridge of its default network; others are br- and 12 hex digits of the name's SHA-256.
  package static let defaultBridge = "nerdctl0"

  /// The subnet of its default network, and where it looks for free ones.
  package static let defaultSubnet = "10.4.0.0/24"
  package static let firstFreeSubnet = "10.4.1.0/24"

  /// How it reads the folder.
  package static let reading: [Change] = [
    Change(
      .always,
      """
      every *.conf, *.conflist and *.json of the folder and of <folder>/<namespace> is read; one bad file makes every \
      network command fail: failed marshalling json out of network configuration file %q: <libcni error>
      """),
    Change(
      .since("2.0.5"), "the configuration of a single plugin counts as a network without plugins, not as an error"),
    Change(
      .always,
      """
      overlaps are looked for only where the first plugin is bridge with host-local and ranges; a list with the key \
      subnet is not seen
      """),
    Change(.always, "the folder of plugins beside a list is never read: lists are handed over as bytes"),
    Change(
      .always,
      "a list without nerdctlID is not pruned, nor removed: %s is managed outside nerdctl and cannot be removed"
    ),
    Change(
      .always,
      """
      the release of the plugins is read from what firewall prints without CNI_COMMAND, 'CNI firewall plugin vX.Y.Z'; \
      builds of distributions print 'version unknown'
      """),
  ]

  /// What it sets in the plugins of a chain.
  package static let settings: [(plugin: String, what: String)] = [
    ("bridge", "isGateway, ipMasq and hairpinMode true; the capability ips with IPv6"),
    (
      "firewall",
      "ingressPolicy same-bridge, or isolated with icc=false and firewall 1.7.1 or later; backend iptables if rootless"
    ),
    (
      "host-local",
      "ranges, never subnet; routes to 0.0.0.0/0 or ::/0; in a range a key ipRange that is not one of CNI's"
    ),
    ("dhcp", "daemonSocketPath, provide and request"),
    ("macvlan", "alone in its chain"),
    ("ipvlan", "alone in its chain"),
  ]
}

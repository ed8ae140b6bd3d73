import NetworkTypes

extension KnownIssue {
  /// Faults in what is shipped beside containerd: plugins, sample network, folders.
  static let aboutPackages: [KnownIssue] = [
    KnownIssue(
      "bundle-portmap-cve", affected: [.from("1.7.0", to: "1.7.29")], with: "the plugins of the bundle, 1.2.0",
      effect: """
        containerd's own comment: plugins before 1.9.0 carry CVE-2025-67499, by which the nftables backend of portmap \
        can take traffic that is not for this node
        """,
      remedy: "plugins 1.9.0 or later", fixed: "1.7.30, whose bundle has plugins 1.9.0", evidence: .source),
    KnownIssue(
      "bundle-unpublished", affected: [.since("2.0.0")],
      effect: "there is no bundle: no plugins, no sample network and nothing in /etc/cni/net.d are installed",
      remedy: "install the reference plugins yourself", evidence: .source),
    KnownIssue(
      "sample-conflist-v6", affected: [.since("1.3.8")], with: "the sample network of the bundle or of install-cni",
      effect: """
        it uses 2001:4860:4860::/64 (1.3.8 to 1.4.0: 2001:4860:4860::8888/32), a public range in which Google's name \
        servers lie
        """,
      remedy: "do not copy it; use addresses from fd00::/8", evidence: .source),
    KnownIssue(
      "debian-bin-dir", affected: [.always],
      with: "Debian's package containernetworking-plugins; other distributions were not looked at",
      effect: """
        the plugins are in /usr/lib/cni, containerd's default is /opt/cni/bin. Debian's own config.toml sets bin_dir, \
        the output of `containerd config default` does not
        """,
      remedy: "bin_dir or bin_dirs with /usr/lib/cni"),
  ]
}

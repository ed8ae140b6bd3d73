package import NetworkTypes

/// What is known of the programs that call libcni. What containerd has inside, its releases tell.
package enum Runtimes {
  /// Releases of a program, and the libcni inside.
  package struct Inside: Sendable, Hashable {
    package let span: ReleaseSpan
    /// The libcni; one of two numbers stands for any patch release of them.
    package let libcni: Version

    package init(_ span: ReleaseSpan, _ libcni: Version) {
      self.span = span
      self.libcni = libcni
    }
  }

  /// nerdctl.
  package static let nerdctl: [Inside] = [
    Inside(.from("0.5", to: "0.11.1"), "0.8"),
    Inside(.from("0.11.2", to: "0.19"), "1.0.1"),
    Inside(.only("0.20"), "1.1.0"),
    Inside(.from("0.21", to: "0.22.0"), "1.1.1"),
    Inside(.from("0.22.1", to: "1.7"), "1.1.2"),
    Inside(.from("2.0.0", to: "2.0.4"), "1.2.3"),
    Inside(.since("2.0.5"), "1.3.0"),
  ]

  /// go-cni, by which containerd calls libcni. containerd may pin a newer libcni than go-cni asks for.
  package static let goCNI: [Inside] = [
    Inside(.only("1.0.0"), "0.7.1"),
    Inside(.from("1.0.1", to: "1.0.2"), "0.8.0"),
    Inside(.from("1.1.0", to: "1.1.4"), "1.0.1"),
    Inside(.only("1.1.5"), "1.1.0"),
    Inside(.from("1.1.6", to: "1.1.7"), "1.1.1"),
    Inside(.from("1.1.8", to: "1.1.9"), "1.1.2"),
    Inside(.from("1.1.10", to: "1.1.12"), "1.2.2"),
    Inside(.since("1.1.13"), "1.3.0"),
  ]

  /// The libcni in a release of nerdctl.
  package static func libcni(nerdctl version: Version) -> Version? {
    nerdctl.first { $0.span.contains(version) }?.libcni
  }

  /// The libcni that a release of go-cni asks for.
  package static func libcni(goCNI version: Version) -> Version? {
    goCNI.first { $0.span.contains(version) }?.libcni
  }

  /// What go-cni, and so containerd's CRI, uses where nothing is set.
  package static let goCNIDefaults: (confDir: String, binDir: String, maxConfNum: Int, interfacePrefix: String) = (
    "/etc/cni/net.d", "/opt/cni/bin", 1, "eth"
  )

  /// Where it differs from libcni's own search.
  package static let goCNIDifferences: [String] = [
    "*.conf, *.conflist and *.json are one list, sorted by the bytes of the path; the first max_conf_num are networks",
    "05-x.conf goes before 10-y.conflist, and names do not matter",
    "the extension .conflist alone decides between a list and a single plugin",
  ]

  /// The command cnitool of the CNI project.
  package static let cnitool: [(what: String, from: String)] = [
    ("conf_dir", "NETCONFPATH or /etc/cni/net.d"),
    ("loader", "LoadConfList by name"),
    ("bin_dir", "CNI_PATH"),
    ("container_id", "cnitool- and 20 hex digits"),
    ("ifname", "CNI_IFNAME or eth0"),
    ("capability_args", "CAP_ARGS"),
    ("verbs", "add, check, del, gc, status"),
  ]
}

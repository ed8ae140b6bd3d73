import NetworkTypes

extension ContainerdLine {
  /// containerd 2.0: schema 3, spec 1.1.0; the CRI plugin is split in two.
  static let line20 = ContainerdLine(
    "2.0", status: .lts, endOfLife: "2027-03 (extended support, restricted scope)", criAPI: [.v1],
    reload: .watch, sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("2.0.0"),
        """
        schema 3; the CRI plugin is split in two; use_internal_loopback; go-cni 1.1.10; nothing is imported by \
        default
        """),
      Change(
        .since("2.0.1"),
        "go-cni 1.1.11: NetworkReady takes the CNI verb STATUS where the conflist's cniVersion is 1.1.0 or later"),
      Change(.since("2.0.3"), "go-cni 1.1.12 mends the recursive lock that came with 1.1.11"),
      Change(.since("2.0.8"), "DEL is tried again where there is no CNI result; its errors are ignored"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "2.0.0", "2024-11-05", schemas: [2, 3], native: 3, newer: .error, goCNI: "1.1.10",
        libcni: "1.2.3", specMaximum: "1.1.0", loopbackSpec: "0.3.1", pluginsPin: "1.5.1", bundlePublished: false),
      [
        Patch("2.0.1", "2024-12-13", goCNI: "1.1.11"),
        Patch("2.0.2", "2025-01-13"),
        Patch("2.0.3", "2025-02-28", goCNI: "1.1.12"),
        Patch("2.0.4", "2025-03-17"),
        Patch("2.0.5", "2025-04-17"),
        Patch("2.0.6", "2025-07-30"),
        Patch("2.0.7", "2025-11-05"),
        Patch("2.0.8", "2026-04-14"),
        Patch("2.0.9", "2026-05-20"),
        Patch("2.0.10", "2026-06-18"),
        Patch("2.0.11", "2026-07-09"),
      ]))
}

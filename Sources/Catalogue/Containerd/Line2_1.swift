import NetworkTypes

extension ContainerdLine {
  /// containerd 2.1: `bin_dirs`; a CNI folder that vanishes ends the daemon.
  static let line21 = ContainerdLine(
    "2.1", status: .endOfLife, endOfLife: "2026-07-03", criAPI: [.v1],
    reload: .watchOrExit, sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("2.1.0"),
        """
        bin_dirs, and bin_dir deprecated; libcni 1.3.0: plugins are also read from conf_dir/<network name>/*.conf; \
        removing conf_dir ends the daemon
        """),
      Change(.since("2.1.7"), "DEL is tried again where there is no CNI result; its errors are ignored"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "2.1.0", "2025-05-07", schemas: [2, 3], native: 3, newer: .error, goCNI: "1.1.12",
        libcni: "1.3.0", specMaximum: "1.1.0", loopbackSpec: "0.3.1", pluginsPin: "1.7.1", bundlePublished: false),
      [
        Patch("2.1.1", "2025-05-20"),
        Patch("2.1.2", "2025-06-11"),
        Patch("2.1.3", "2025-06-19"),
        Patch("2.1.4", "2025-07-30"),
        Patch("2.1.5", "2025-11-05"),
        Patch("2.1.6", "2025-12-17", pluginsPin: "1.9.0"),
        Patch("2.1.7", "2026-04-14"),
        Patch("2.1.8", "2026-06-02"),
        Patch("2.1.9", "2026-06-18"),
      ]))
}

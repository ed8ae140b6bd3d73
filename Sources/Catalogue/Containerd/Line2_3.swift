import NetworkTypes

extension ContainerdLine {
  /// containerd 2.3: schema 4; each file is brought to it before merging.
  static let line23 = ContainerdLine(
    "2.3", status: .lts, endOfLife: "2028-04-30", criAPI: [.v1],
    reload: .watchOrExit, sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("2.3.0"),
        """
        schema 4: server settings become plugins, the CNI table is that of schema 3; every file is brought to it on \
        its own before merging; schema 1 works again; a drop-in may not have a higher version than the root file; a \
        failure to load CNI at start is logged as a warning, before as an error
        """)
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "2.3.0", "2026-04-30", schemas: [1, 2, 3, 4], native: 4, newer: .error, goCNI: "1.1.13",
        libcni: "1.3.0", specMaximum: "1.1.0", loopbackSpec: "0.3.1", pluginsPin: "1.9.1", bundlePublished: false),
      [
        Patch("2.3.1", "2026-05-20"),
        Patch("2.3.2", "2026-06-18"),
        Patch("2.3.3", "2026-07-09"),
        Patch("2.3.4", "2026-08-12"),
      ]))
}

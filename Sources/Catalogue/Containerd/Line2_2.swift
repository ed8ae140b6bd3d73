import NetworkTypes

extension ContainerdLine {
  /// containerd 2.2: prints an import of `conf.d` that it does not follow by itself.
  static let line22 = ContainerdLine(
    "2.2", status: .active, endOfLife: "2026-11-06", criAPI: [.v1],
    reload: .watchOrExit, sampleSpec: "1.0.0",
    changes: [
      Change(.since("2.2.0"), "the default config that it prints has imports = ['/etc/containerd/conf.d/*.toml']"),
      Change(.since("2.2.2"), "DEL is tried again where there is no CNI result; its errors are ignored"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "2.2.0", "2025-11-05", schemas: [2, 3], native: 3, newer: .error, goCNI: "1.1.13",
        libcni: "1.3.0", specMaximum: "1.1.0", loopbackSpec: "0.3.1", pluginsPin: "1.8.0", bundlePublished: false),
      [
        Patch("2.2.1", "2025-12-18", pluginsPin: "1.9.0"),
        Patch("2.2.2", "2026-03-10"),
        Patch("2.2.3", "2026-04-14"),
        Patch("2.2.4", "2026-05-20"),
        Patch("2.2.5", "2026-06-18"),
        Patch("2.2.6", "2026-07-09"),
        Patch("2.2.7", "2026-08-12"),
      ]))
}

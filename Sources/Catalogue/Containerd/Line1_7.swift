import NetworkTypes

extension ContainerdLine {
  /// containerd 1.7: the last line of 1.x, with long-term support.
  static let line17 = ContainerdLine(
    "1.7", status: .lts, endOfLife: "2026-09 (extended support, restricted scope)", criAPI: [.v1alpha2, .v1],
    criNote: "v1alpha2 is deprecated",
    reload: .watch, bundleName: "cri-containerd-cni-VERSION-OS-ARCH.tar.gz", sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("1.7.0"),
        "setup_serially; plugins get the capability cgroupPath; conf_template is listed as deprecated"),
      Change(.since("1.7.1"), "the CRI plugin no longer exits too early on platforms without CNI"),
      Change(
        .since("1.7.3"),
        "conf_template is no longer deprecated; a rendered one is written to a temporary file and renamed"),
      Change(.since("1.7.16"), "relative import patterns with * are read from the importing file's folder"),
      Change(.since("1.7.17"), "a config version above 2 is an error"),
      Change(.since("1.7.23"), "StopPodSandbox leaves DEL out where the sandbox has no CNI result"),
      Change(
        .since("1.7.30"),
        "the plugins of the bundle are pinned in script/setup/cni-plugins-version, at 1.9.0, no longer in go.mod"),
      Change(.since("1.7.31"), "DEL is tried again where there is no CNI result; its errors are ignored"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "1.7.0", "2023-03-10", schemas: [1, 2], native: 2, newer: .silent, goCNI: "1.1.9",
        libcni: "1.1.2", specMaximum: "1.0.0", loopbackSpec: "0.3.1", pluginsPin: "1.2.0", bundlePublished: true),
      [
        Patch("1.7.1", "2023-05-09"),
        Patch("1.7.2", "2023-06-02"),
        Patch("1.7.3", "2023-07-27"),
        Patch("1.7.4", "2023-08-24"),
        Patch("1.7.5", "2023-08-25"),
        Patch("1.7.6", "2023-09-12"),
        Patch("1.7.7", "2023-10-09"),
        Patch("1.7.8", "2023-10-26"),
        Patch("1.7.9", "2023-11-15"),
        Patch("1.7.10", "2023-11-29"),
        Patch("1.7.11", "2023-12-08"),
        Patch("1.7.12", "2024-01-12"),
        Patch("1.7.13", "2024-01-31"),
        Patch("1.7.14", "2024-03-11"),
        Patch("1.7.15", "2024-04-05"),
        Patch("1.7.16", "2024-04-25"),
        Patch("1.7.17", "2024-05-16", newer: .error),
        Patch("1.7.18", "2024-06-04"),
        Patch("1.7.19", "2024-07-02"),
        Patch("1.7.20", "2024-07-17"),
        Patch("1.7.21", "2024-08-26"),
        Patch("1.7.22", "2024-09-09"),
        Patch("1.7.23", "2024-10-14"),
        Patch("1.7.24", "2024-11-21"),
        Patch("1.7.25", "2025-01-09"),
        Patch("1.7.26", "2025-02-26"),
        Patch("1.7.27", "2025-03-17"),
        Patch("1.7.28", "2025-07-25"),
        Patch("1.7.29", "2025-11-05"),
        Patch("1.7.30", "2025-12-17", pluginsPin: "1.9.0"),
        Patch("1.7.31", "2026-04-14"),
        Patch("1.7.32", "2026-05-20"),
        Patch("1.7.33", "2026-06-18"),
        Patch("1.7.34", "2026-07-09"),
      ]))
}

import NetworkTypes

extension ContainerdLine {
  /// containerd 2.4, of which there is a beta alone.
  static let line24 = ContainerdLine(
    "2.4", status: .future, endOfLife: "2027-04-26 (tentative)", criAPI: [.v1],
    reload: .watchOrExit, sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("2.4.0-beta.0"),
        "bin_dir is still taken, though its deprecation names 2.4 as the release that removes it")
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "2.4.0-beta.0", "2026-08-10", schemas: [1, 2, 3, 4], native: 4, newer: .error, goCNI: "1.1.13",
        libcni: "1.3.0", specMaximum: "1.1.0", loopbackSpec: "0.3.1", pluginsPin: "1.9.1", bundlePublished: false),
      []))
}

import NetworkTypes

extension ContainerdLine {
  /// containerd 1.4: the CNI folder is watched.
  static let line14 = ContainerdLine(
    "1.4", status: .endOfLife, endOfLife: "2022-03-03", criAPI: [.v1alpha2],
    reload: .watch, bundleName: "cri-containerd-cni-VERSION-OS-amd64.tar.gz", sampleSpec: "0.4.0",
    changes: [
      Change(.only("1.4.0"), "go-cni 1.0.0, libcni 0.7.1, plugins 0.7.6 (spec 0.3.1 at most), sample network at 0.3.1"),
      Change(.since("1.4.1"), "go-cni 1.0.1, libcni 0.8.0, plugins 0.8.6, sample network at 0.4.0"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "1.4.0", "2020-08-17", schemas: [1, 2], native: 2, newer: .silent, goCNI: "1.0.0",
        libcni: "0.7.1", specMaximum: "0.4.0", loopbackSpec: "0.3.1", pluginsPin: "0.7.6", bundlePublished: true),
      [
        Patch("1.4.1", "2020-09-15", goCNI: "1.0.1", libcni: "0.8.0", pluginsPin: "0.8.6"),
        Patch("1.4.2", "2020-11-26"),
        Patch("1.4.3", "2020-11-30"),
        Patch("1.4.4", "2021-03-04"),
        Patch("1.4.5", "2021-05-11"),
        Patch("1.4.6", "2021-05-19"),
        Patch("1.4.7", "2021-07-13"),
        Patch("1.4.8", "2021-07-19"),
        Patch("1.4.9", "2021-07-29"),
        Patch("1.4.10", "2021-09-29"),
        Patch("1.4.11", "2021-10-04"),
        Patch("1.4.12", "2021-11-17"),
        Patch("1.4.13", "2022-03-02"),
      ]))
}

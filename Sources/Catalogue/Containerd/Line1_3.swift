import NetworkTypes

extension ContainerdLine {
  /// containerd 1.3: the CRI plugin is still a project of its own; the CNI folder is read at every status call.
  static let line13 = ContainerdLine(
    "1.3", status: .endOfLife, endOfLife: "2021-03-04", criAPI: [.v1alpha2],
    reload: .everyStatusCall, bundleName: "cri-containerd-cni-VERSION.OS-ARCH", sampleSpec: "0.3.1",
    changes: [
      Change(.since("1.3.8"), "the sample network's host-local has ranges, with an IPv6 one, in place of a subnet")
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "1.3.0", "2019-09-26", schemas: [1, 2], native: 2, newer: .silent, goCNI: "0.0.0-49fbd9b210f3",
        libcni: "0.7.1", specMaximum: "0.4.0", loopbackSpec: "0.3.1", pluginsPin: "0.7.6", bundlePublished: true),
      [
        Patch("1.3.1", "2019-11-19"),
        Patch("1.3.2", "2019-12-03"),
        Patch("1.3.3", "2020-02-06"),
        Patch("1.3.4", "2020-04-15"),
        Patch("1.3.5", "2020-06-26"),
        Patch("1.3.6", "2020-06-30"),
        Patch("1.3.7", "2020-08-03"),
        Patch("1.3.8", "2020-11-30"),
        Patch("1.3.9", "2020-11-30"),
        Patch("1.3.10", "2021-03-04"),
      ]))
}

import NetworkTypes

extension ContainerdLine {
  /// containerd 1.5: the last line whose libcni stops at spec 0.4.0.
  static let line15 = ContainerdLine(
    "1.5", status: .endOfLife, endOfLife: "2023-02-28", criAPI: [.v1alpha2, .v1],
    criNote: "v1 for Kubernetes 1.23 and later",
    reload: .watch, bundleName: "cri-containerd-cni-VERSION-OS-ARCH.tar.gz", sampleSpec: "0.4.0",
    changes: [
      Change(
        .since("1.5.3"),
        """
        CNI_ARGS gains K8S_POD_UID; teardown has a context of its own, so DEL is no longer left out when the \
        request's has expired
        """),
      Change(.since("1.5.12"), "the warning about schema 1 is worded differently"),
      Change(.since("1.5.15"), "the pod's network is set up after the sandbox container is made, which mends a leak"),
      Change(.since("1.5.17"), "the CNI result is kept on disk, so that pods keep their addresses over a restart"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "1.5.0", "2021-05-03", schemas: [1, 2], native: 2, newer: .silent, goCNI: "1.0.2",
        libcni: "0.8.1", specMaximum: "0.4.0", loopbackSpec: "0.3.1", pluginsPin: "0.9.1", bundlePublished: true),
      [
        Patch("1.5.1", "2021-05-13"),
        Patch("1.5.2", "2021-05-19"),
        Patch("1.5.3", "2021-07-13"),
        Patch("1.5.4", "2021-07-19"),
        Patch("1.5.5", "2021-07-29"),
        Patch("1.5.6", "2021-09-29"),
        Patch("1.5.7", "2021-10-04"),
        Patch("1.5.8", "2021-11-17"),
        Patch("1.5.9", "2022-01-05"),
        Patch("1.5.10", "2022-03-02"),
        Patch("1.5.11", "2022-03-23"),
        Patch("1.5.12", "2022-06-03"),
        Patch("1.5.13", "2022-06-06"),
        Patch("1.5.14", "2022-10-24"),
        Patch("1.5.15", "2022-12-06"),
        Patch("1.5.16", "2022-12-07"),
        Patch("1.5.17", "2023-01-28"),
        Patch("1.5.18", "2023-02-15"),
      ]))
}

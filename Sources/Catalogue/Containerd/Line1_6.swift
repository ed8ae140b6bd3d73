import NetworkTypes

extension ContainerdLine {
  /// containerd 1.6: spec 1.0.0; a conflist for each runtime class.
  static let line16 = ContainerdLine(
    "1.6", status: .endOfLife, endOfLife: "2025-08-23", criAPI: [.v1alpha2, .v1],
    reload: .watch, bundleName: "cri-containerd-cni-VERSION-OS-ARCH.tar.gz", sampleSpec: "1.0.0",
    changes: [
      Change(
        .since("1.6.0"),
        """
        go-cni 1.1.3, libcni 1.0.1, plugins 1.0.1; loopback and pod networks are attached side by side; ip_pref; \
        cni_conf_dir and cni_max_conf_num for each runtime
        """),
      Change(
        .since("1.6.3"),
        "go-cni 1.1.4: the loopback configuration inside becomes cniVersion 1.0.0; plugins 1.1.1"),
      Change(
        .since("1.6.4"),
        "go-cni 1.1.5: loopback is back at 0.3.1; libcni 1.1.0: an empty cniVersion is 0.1.0 on DEL"),
      Change(
        .since("1.6.5"),
        "go-cni 1.1.6, libcni 1.1.1: a result without cniVersion takes that of the configuration"),
      Change(.since("1.6.9"), "the pod's network is set up after the sandbox container is made"),
      Change(.since("1.6.15"), "the CNI result is kept on disk over restarts"),
      Change(.since("1.6.17"), "the folder above conf_dir is made 0755, before 0700; metrics for CNI"),
      Change(.since("1.6.22"), "a rendered conf_template is written to a temporary file and renamed"),
      Change(
        .since("1.6.29"),
        "relative import patterns with * are read from the importing file's folder, not from the working directory"),
      Change(.since("1.6.32"), "a config version above 2 is an error"),
      Change(.since("1.6.37"), "StopPodSandbox leaves DEL out where the sandbox has no CNI result"),
    ],
    releases: ContainerdRelease.line(
      from: ContainerdRelease(
        "1.6.0", "2022-02-15", schemas: [1, 2], native: 2, newer: .silent, goCNI: "1.1.3",
        libcni: "1.0.1", specMaximum: "1.0.0", loopbackSpec: "0.3.1", pluginsPin: "1.0.1", bundlePublished: true),
      [
        Patch("1.6.1", "2022-03-02"),
        Patch("1.6.2", "2022-03-23"),
        Patch("1.6.3", "2022-04-25", goCNI: "1.1.4", loopbackSpec: "1.0.0", pluginsPin: "1.1.1"),
        Patch("1.6.4", "2022-05-03", goCNI: "1.1.5", libcni: "1.1.0", loopbackSpec: "0.3.1"),
        Patch("1.6.5", "2022-06-03", goCNI: "1.1.6", libcni: "1.1.1"),
        Patch("1.6.6", "2022-06-06"),
        Patch("1.6.7", "2022-08-04"),
        Patch("1.6.8", "2022-08-08"),
        Patch("1.6.9", "2022-10-24"),
        Patch("1.6.10", "2022-11-14"),
        Patch("1.6.11", "2022-12-06"),
        Patch("1.6.12", "2022-12-07"),
        Patch("1.6.13", "2022-12-15"),
        Patch("1.6.14", "2022-12-19"),
        Patch("1.6.15", "2023-01-05"),
        Patch("1.6.16", "2023-01-28"),
        Patch("1.6.17", "2023-02-10"),
        Patch("1.6.18", "2023-02-15"),
        Patch("1.6.19", "2023-02-27"),
        Patch("1.6.20", "2023-03-30"),
        Patch("1.6.21", "2023-05-05"),
        Patch("1.6.22", "2023-07-27"),
        Patch("1.6.23", "2023-08-14"),
        Patch("1.6.24", "2023-09-13"),
        Patch("1.6.25", "2023-11-20"),
        Patch("1.6.26", "2023-12-08"),
        Patch("1.6.27", "2024-01-12"),
        Patch("1.6.28", "2024-01-31"),
        Patch("1.6.29", "2024-03-08"),
        Patch("1.6.30", "2024-03-11"),
        Patch("1.6.31", "2024-04-05"),
        Patch("1.6.32", "2024-05-22", newer: .error),
        Patch("1.6.33", "2024-06-04"),
        Patch("1.6.34", "2024-07-17"),
        Patch("1.6.35", "2024-08-09"),
        Patch("1.6.36", "2024-09-09"),
        Patch("1.6.37", "2025-02-26"),
        Patch("1.6.38", "2025-03-17"),
        Patch("1.6.39", "2025-07-22"),
      ]))
}

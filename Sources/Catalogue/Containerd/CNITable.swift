package import NetworkTypes

extension Containerd {
  /// The keys of the CNI table, in the order in which containerd prints them.
  package static let cniKeys: [ContainerdKey] = [
    ContainerdKey(
      "bin_dir", .path, .since("1.3.0"), places: inEverySchema,
      defaults: [
        ContainerdKey.Default(.until("2.0"), #""/opt/cni/bin""#), ContainerdKey.Default(.since("2.1"), #""""#),
      ],
      windowsDefault: #"%ProgramFiles%\containerd\cni\bin from 1.4 on; 1.3 has the value of Linux"#,
      deprecation: ContainerdKey.Deprecation(
        .since("2.1.0"), warning: "`bin_dir` is deprecated, please use `bin_dirs` instead",
        note: """
          in schemas 3 and 4 alone. Not removed up to 2.4.0-beta.0; the release that was to remove it moved from 2.2 \
          (2.1.0 to 2.1.4) to 2.3 (2.1.5 to 2.2.7) to 2.4 (2.3.0 on)
          """),
      "folder of the plugins' binaries", note: "not looked at before a pod is set up"),
    ContainerdKey(
      "bin_dirs", .list(.path), .since("2.1.0"),
      places: [ContainerdKey.Place(schema: 3, .since("2.1")), ContainerdKey.Place(schema: 4, .always)],
      defaults: [ContainerdKey.Default(.always, #"["/opt/cni/bin"]"#)],
      "folders of the plugins' binaries; the first that has one wins",
      note: "an unknown key on 1.x and 2.0; in schema 2 bin_dir wins over it"),
    ContainerdKey(
      "conf_dir", .path, .since("1.3.0"), places: inEverySchema,
      defaults: [ContainerdKey.Default(.always, #""/etc/cni/net.d""#)],
      windowsDefault: #"%ProgramFiles%\containerd\cni\conf from 1.4 on"#, "folder of the network configurations"),
    ContainerdKey(
      "max_conf_num", .integer, .since("1.3.0"), places: inEverySchema,
      defaults: [ContainerdKey.Default(.always, "1")], "how many files of the folder become networks",
      note: "0 or less is no limit; the first files in order become eth0, eth1 and so on"),
    ContainerdKey(
      "setup_serially", .bool, .since("1.7.0"),
      places: [
        ContainerdKey.Place(schema: 1, .since("1.7")), ContainerdKey.Place(schema: 2, .since("1.7")),
        ContainerdKey.Place(schema: 3, .always), ContainerdKey.Place(schema: 4, .always),
      ],
      defaults: [ContainerdKey.Default(.always, "false")], "whether networks are attached one after another",
      note: "otherwise loopback and all networks are attached side by side; before 1.6 always one after another"),
    ContainerdKey(
      "conf_template", .path, .since("1.3.0"), places: inEverySchema,
      defaults: [ContainerdKey.Default(.always, #""""#)],
      deprecation: ContainerdKey.Deprecation(
        .from("1.7.0", to: "1.7.2"), note: "listed as deprecated, and no longer from 1.7.3 on; never a warning"),
      "template that is rendered into conf_dir once the node's pod CIDRs are known"),
    ContainerdKey(
      "ip_pref", .string, .since("1.6.0"),
      places: [
        ContainerdKey.Place(schema: 1, .since("1.6")), ContainerdKey.Place(schema: 2, .since("1.6")),
        ContainerdKey.Place(schema: 3, .always), ContainerdKey.Place(schema: 4, .always),
      ],
      defaults: [ContainerdKey.Default(.always, #""""#)], values: ["", "ipv4", "ipv6", "cni"],
      "which of a pod's addresses is its first",
      note: """
        any other value brings the warning "invalid ip_pref, falling back to ipv4", when a pod is set up and not at \
        start
        """),
    ContainerdKey(
      "use_internal_loopback", .bool, .since("2.0.0"),
      places: [
        ContainerdKey.Place(schema: 2, .since("2.0")), ContainerdKey.Place(schema: 3, .always),
        ContainerdKey.Place(schema: 4, .always),
      ],
      defaults: [ContainerdKey.Default(.always, "false")], "whether containerd brings lo up itself",
      note: "ignored on 1.x"),
  ]

  private static let inEverySchema: [ContainerdKey.Place] = [1, 2, 3, 4].map {
    ContainerdKey.Place(schema: $0, .always)
  }

  /// The key of a name, in exactly this spelling.
  package static func cniKey(_ name: String) -> ContainerdKey? { cniKeys.first { $0.name == name } }

  /// The keys that a release reads.
  package static func cniKeys(in release: Version) -> [ContainerdKey] {
    cniKeys.filter { $0.span.contains(release) }
  }
}

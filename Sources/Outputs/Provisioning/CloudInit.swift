import Diagnostics
import Emission

/// A fragment of user data for cloud-init that puts the files in place at the first boot.
enum CloudInit {
  static let output = Output(
    "cloudInit", "a fragment of user data that puts the files in place at the first boot", file: "cloud-init.yaml",
    alias: ["cloudConfig", "userData"],
    options: [
      OutputOption(
        "restart", .flag,
        "containerd is restarted when its config is in place, as it may run by then; default true, with systemd only")
    ]
  ) { request, delivery, _ in
    let restarts = delivery.hasRuntimeConfig && request.flag("restart") ?? true
    // cloud-init knows its own files by their first line, which has no blank in it.
    return Array("#cloud-config\n".utf8) + YAMLWriter.document(document(delivery, restarts: restarts), comment: comment)
  }

  private static let comment = [
    "For the user data of a machine, alone or as one part of several: merge_how appends its lists to those of the",
    "parts before it.",
  ]

  private static func document(_ delivery: Delivery, restarts: Bool) -> YAML {
    var members: [YAML.Member] = [
      .init("merge_how", mergers), .init("write_files", .sequence(delivery.files.map(entry))),
    ]
    if restarts {
      let command: YAML = .inline(.sequence(["systemctl", "try-restart", "containerd.service"].map(YAML.string)))
      members.append(
        .init(
          "runcmd", .commented(["containerd reads its config at its start only."], .sequence([command]))))
    }
    return .mapping(members)
  }

  private static var mergers: YAML {
    .sequence([
      .inline(.mapping([.init("name", .string("list")), .init("settings", .sequence([.string("append")]))])),
      .inline(
        .mapping([
          .init("name", .string("dict")),
          .init("settings", .sequence([.string("no_replace"), .string("recurse_list")])),
        ])),
    ])
  }

  private static func entry(_ file: NodeFile) -> YAML {
    var members: [YAML.Member] = [
      .init("path", .string(file.path)), .init("owner", .string("root:root")), .init("permissions", .string("0644")),
    ]
    if let text = file.text {
      members.append(.init("content", .string(text)))
    } else {
      members += [.init("encoding", .string("b64")), .init("content", .string(Base64.text(file.bytes)))]
    }
    return .mapping(members)
  }
}

import CNIModel
import Emission

/// The pod that puts files on its node.
///
/// It must start where nothing works yet: on the network of the node, past every taint, before other pods. It sees
/// two folders, the ConfigMap's and the one of the node that the files belong to, and nothing else of the node.
enum InstallPod {
  private static let source = "/files"
  private static let destination = "/host/folder"

  static func spec(_ setup: DaemonSet.Setup, _ delivery: Delivery) -> YAML {
    .mapping([
      .init("hostNetwork", .bool(true)), .init("priorityClassName", .string("system-node-critical")),
      .init("automountServiceAccountToken", .bool(false)), .init("enableServiceLinks", .bool(false)),
      .init("terminationGracePeriodSeconds", .integer(5)),
      .init("nodeSelector", NodeChoice.selector(setup.request, delivery.target)),
      .init("tolerations", .sequence([.inline(.mapping([.init("operator", .string("Exists"))]))])),
      .init("containers", .sequence([container(setup)])),
      .init("volumes", .sequence([configVolume(setup), folderVolume(setup)])),
    ])
  }

  private static func container(_ setup: DaemonSet.Setup) -> YAML {
    .mapping([
      .init("name", .string("install")),
      .init("image", .string(setup.request.text("image")?.value ?? DaemonSet.defaultImage)),
      .init("imagePullPolicy", .string("IfNotPresent")),
      .init("command", .inline(.sequence([.string("/bin/sh"), .string("-c")]))),
      .init("args", .sequence([.string(InstallScript.text)])),
      .init(
        "env",
        .sequence([
          variable("CNIGEN_NAME", setup.name), variable("CNIGEN_FROM", source), variable("CNIGEN_TO", destination),
        ])),
      .init("readinessProbe", probe), .init("resources", resources), .init("securityContext", securityContext),
      .init(
        "volumeMounts",
        .sequence([
          .mapping([
            .init("name", .string("files")), .init("mountPath", .string(source)), .init("readOnly", .bool(true)),
          ]),
          .mapping([.init("name", .string("folder")), .init("mountPath", .string(destination))]),
        ])),
    ])
  }

  private static func variable(_ name: String, _ value: String) -> YAML {
    .inline(.mapping([.init("name", .string(name)), .init("value", .string(value))]))
  }

  /// Whether every file is in place. It is no part of the script, so that it does not share its faults.
  static let probeCommand = """
    for file in \(source)/*; do cmp -s "$file" "\(destination)/${file##*/}" || exit 1; done
    """

  private static var probe: YAML {
    .mapping([
      .init(
        "exec", .mapping([.init("command", .sequence(["/bin/sh", "-c", probeCommand].map(YAML.string)))])),
      .init("periodSeconds", .integer(10)),
    ])
  }

  /// A shell that sleeps, and small programs now and then.
  private static var resources: YAML {
    func amounts(_ members: (String, String)...) -> YAML {
      .inline(.mapping(members.map { .init($0.0, .string($0.1)) }))
    }
    return .mapping([
      .init("requests", amounts(("cpu", "5m"), ("memory", "8Mi"))), .init("limits", amounts(("memory", "32Mi"))),
    ])
  }

  /// Root, whom the folder belongs to, without anything else that root may do. On nodes with SELinux only a process
  /// of type spc_t may write to it.
  private static var securityContext: YAML {
    .mapping([
      .init("runAsUser", .integer(0)), .init("readOnlyRootFilesystem", .bool(true)),
      .init("allowPrivilegeEscalation", .bool(false)),
      .init("capabilities", .mapping([.init("drop", .inline(.sequence([.string("ALL")])))])),
      .init(
        "seLinuxOptions", .inline(.mapping([.init("level", .string("s0")), .init("type", .string("spc_t"))]))),
    ])
  }

  private static func configVolume(_ setup: DaemonSet.Setup) -> YAML {
    .mapping([
      .init("name", .string("files")),
      .init(
        "configMap", .mapping([.init("name", .string(setup.name))])),
    ])
  }

  /// The folder of the node; containerd makes it at its start, and a node without it gets it here.
  private static func folderVolume(_ setup: DaemonSet.Setup) -> YAML {
    .mapping([
      .init("name", .string("folder")),
      .init(
        "hostPath",
        .mapping([.init("path", .string(setup.folder)), .init("type", .string("DirectoryOrCreate"))])),
    ])
  }
}

import CNIModel
import Diagnostics
import Emission

/// A ConfigMap with the networks, and a DaemonSet that keeps them in place on every node of a cluster.
enum DaemonSet {
  static let output = Output(
    "daemonSet", "a ConfigMap and a DaemonSet that put the networks on every node of a cluster",
    file: "daemon-set.yaml", alias: ["configMap", "kubernetes"],
    options: [
      OutputOption("namespace", .objectName, "the namespace of both; default kube-system, another one is made, too"),
      OutputOption("image", .image, "an image with /bin/sh and the usual tools; default \(defaultImage)"),
      OutputOption("nodeSelector", .labels, "labels of the nodes that get the networks; default: all nodes with Linux"),
    ]
  ) { request, delivery, bag in
    let setup = Setup(request, delivery)
    DaemonSetCheck.check(setup, delivery, &bag)
    let documents =
      (setup.makesNamespace ? [namespace(setup)] : []) + [configMap(setup, delivery), daemonSet(setup, delivery)]
    return YAMLWriter.documents(documents, comment: comment(setup, delivery))
  }

  /// The shell and all tools that the script needs, in 2 MB.
  static let defaultImage = "docker.io/library/busybox:1.36"

  /// What the objects are called and where they live.
  struct Setup {
    let name: String
    let request: OutputRequest
    /// The folder of the node that the files go to; those of one DaemonSet all go to one.
    let folder: String

    init(_ request: OutputRequest, _ delivery: Delivery) {
      self.request = request
      let parts = ["cnigen", delivery.name.value, delivery.target.name]
      name = parts.filter { !$0.isEmpty }.joined(separator: "-")
      folder = delivery.networkFiles.first?.folder ?? delivery.confDir
    }

    var namespace: String { request.text("namespace")?.value ?? "kube-system" }

    /// Kubernetes brings some namespaces of its own.
    var makesNamespace: Bool { !["kube-system", "default", "kube-public", "kube-node-lease"].contains(namespace) }

    var label: YAML { .mapping([.init("app.kubernetes.io/name", .string(name))]) }

    var metadata: YAML {
      .mapping([.init("name", .string(name)), .init("namespace", .string(namespace)), .init("labels", label)])
    }
  }

  private static func comment(_ setup: Setup, _ delivery: Delivery) -> [String] {
    var lines = [
      "Puts \(delivery.template.isThere ? "the template" : "the networks") into \(setup.folder) of every node.",
      "It is there when this ends: kubectl -n \(setup.namespace) rollout status daemonset/\(setup.name)",
    ]
    if delivery.hasRuntimeConfig {
      lines.append("The containerd config is not part of it: containerd reads it at its start only.")
    }
    if delivery.template.isThere {
      lines += [
        "containerd must have that config, which names the template, already. It fills the template in once; a later",
        "template is used where \(delivery.confDir) has no network that loads, and the kubelet starts.",
      ]
    }
    if !delivery.target.name.isEmpty {
      let label = "\(NodeChoice.targetLabel)=\(delivery.target.name)"
      lines.append("It is for the nodes of this target alone: kubectl label node NODE \(label)")
    }
    return lines
  }

  /// Pods that see the node's folders need a namespace that allows it.
  private static func namespace(_ setup: Setup) -> YAML {
    .mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("Namespace")),
      .init(
        "metadata",
        .mapping([
          .init("name", .string(setup.namespace)),
          .init("labels", .mapping([.init("pod-security.kubernetes.io/enforce", .string("privileged"))])),
        ])),
    ])
  }

  private static func configMap(_ setup: Setup, _ delivery: Delivery) -> YAML {
    let data = delivery.networkFiles.map { file in
      // The bytes come from writers of our own that write nothing but text.
      YAML.Member(file.name, .string(String(decoding: file.bytes, as: UTF8.self)))
    }
    return .mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("ConfigMap")), .init("metadata", setup.metadata),
      .init("data", .mapping(data)),
    ])
  }

  private static func daemonSet(_ setup: Setup, _ delivery: Delivery) -> YAML {
    let template: YAML = .mapping([
      .init("metadata", .mapping([.init("labels", setup.label)])),
      .init("spec", InstallPod.spec(setup, delivery)),
    ])
    let strategy: YAML = .mapping([
      .init("type", .string("RollingUpdate")),
      .init("rollingUpdate", .mapping([.init("maxUnavailable", .string("10%"))])),
    ])
    return .mapping([
      .init("apiVersion", .string("apps/v1")), .init("kind", .string("DaemonSet")),
      .init("metadata", setup.metadata),
      .init(
        "spec",
        .mapping([
          .init("selector", .mapping([.init("matchLabels", setup.label)])), .init("updateStrategy", strategy),
          .init("template", template),
        ])),
    ])
  }
}

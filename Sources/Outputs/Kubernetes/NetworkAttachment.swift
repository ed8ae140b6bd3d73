import CNIModel
import Diagnostics
import Emission

/// Manifests of the networks for Multus and others who give pods more networks than one.
enum NetworkAttachment {
  static let output = Output(
    "networkAttachment", "a NetworkAttachmentDefinition for each network, for Multus", file: "network-attachment.yaml",
    alias: ["networkAttachmentDefinition", "netAttachDef", "nad", "multus"],
    options: [
      OutputOption("namespace", .objectName, "the namespace of the manifests; default: none, so kubectl's own")
    ], isOnePerCluster: true
  ) { request, delivery, bag in
    if delivery.template.isThere { report(request, delivery.template.place, &bag) }
    let documents = delivery.networks.map { network in
      document(network.file, network.list, namespace: request.text("namespace")?.value, at: request.range, &bag)
    }
    return YAMLWriter.documents(documents)
  }

  /// containerd alone fills a template in, and only for its own network.
  private static func report(_ request: OutputRequest, _ place: SourceRange?, _ bag: inout DiagnosticBag) {
    bag.error(
      "output-needs-ranges", "networkAttachment needs the ranges of the network, which Kubernetes assigns on each node",
      at: request.range,
      notes: [
        Diagnostic.Note("the ranges are assigned here", at: place),
        Diagnostic.Note("spec.config is a conflist that is the same on all nodes; Multus fills in no template"),
      ], help: "leave networkAttachment out, or give the ranges")
  }

  private static func document(
    _ file: NodeFile, _ list: NetworkList, namespace: String?, at range: SourceRange, _ bag: inout DiagnosticBag
  ) -> YAML {
    let name = list.name?.value ?? ""
    ObjectName.check(
      name, of: "the NetworkAttachmentDefinition", limit: 253, at: list.name?.range ?? range,
      help: "give the network a name of small letters, digits and dashes", &bag)
    var metadata: [YAML.Member] = [.init("name", .string(name))]
    if let namespace { metadata.append(.init("namespace", .string(namespace))) }
    return .mapping([
      .init("apiVersion", .string("k8s.cni.cncf.io/v1")), .init("kind", .string("NetworkAttachmentDefinition")),
      .init("metadata", .mapping(metadata)),
      // The bytes of a list are JSON from our own writer, and so text.
      .init("spec", .mapping([.init("config", .string(String(decoding: file.bytes, as: UTF8.self)))])),
    ])
  }
}

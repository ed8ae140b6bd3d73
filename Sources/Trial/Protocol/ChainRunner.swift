import CNIModel
import Catalogue
import Diagnostics
import Emission
import NetworkTypes
import Programs
import Syntax

/// Calls the plugins of a chain, in the order and with the words of libcni.
final class ChainRunner {
  let chain: Chain
  private let target: Target
  /// The folders of `CNI_PATH`, in the order in which they are looked through.
  private let binDirs: [String]
  /// Names a plugin's answer as a file of this run.
  private let name: (_ answer: [UInt8]) -> FileID

  init(_ chain: Chain, for target: Target, binDirs: [String], naming name: @escaping ([UInt8]) -> FileID) {
    self.chain = chain
    self.target = target
    self.binDirs = binDirs
    self.name = name
  }

  /// A plugin that did not do what it was asked for.
  struct Refusal: Error {
    let plugin: Plugin
    let verb: String
    /// The words of the plugin, or of libcni where it speaks in its place.
    let message: String
  }

  /// How long a plugin may take; dhcp asks a server several times.
  private static let limits = Invocation.Limits(time: .seconds(30), output: 1 << 20)

  /// A container on the network: what a runtime keeps between ADD and DEL.
  final class Attachment {
    let container: Container
    let arguments: RuntimeArguments
    fileprivate(set) var result: ChainResult?

    init(_ container: Container, _ arguments: RuntimeArguments) {
      self.container = container
      self.arguments = arguments
    }

    /// The addresses that the chain reports.
    var addresses: [CIDR] { result?.assignments.map(\.address) ?? [] }
  }

  /// The spec versions that a plugin says it supports.
  func versions(of plugin: Plugin) throws(Refusal) -> [String] {
    let request = JSON.object([JSON.Member("cniVersion", .string(chain.version))])
    let answer = try call(plugin, "VERSION", nil, Array(JSONWriter.line(request).utf8))
    return answer?.value["supportedVersions"]?.array?.compactMap(\.string) ?? []
  }

  /// ADD down the chain. What the plugins before a refusal did stays until DEL, as with libcni.
  func add(_ attachment: Attachment) throws(Refusal) {
    var previous: ChainResult?
    for plugin in chain.list.plugins {
      let request = chain.request(to: plugin, previous: previous, arguments: attachment.arguments)
      previous = try call(plugin, "ADD", attachment.container, request)
      try requireReadable(previous, of: plugin)
      attachment.result = previous
    }
  }

  /// CHECK down the chain, each with the final result of ADD.
  func check(_ attachment: Attachment) throws(Refusal) {
    for plugin in chain.list.plugins { try call(plugin, "CHECK", attachment) }
  }

  /// DEL up the chain, each with the final result of ADD; below 0.4.0 without it.
  func delete(_ attachment: Attachment) throws(Refusal) {
    for plugin in chain.list.plugins.reversed() { try call(plugin, "DEL", attachment) }
  }

  /// Whether each plugin says that it can take containers.
  func status() throws(Refusal) {
    for plugin in chain.list.plugins {
      _ = try call(plugin, "STATUS", nil, chain.request(to: plugin, previous: nil, arguments: nil))
    }
  }

  /// Has each plugin remove whatever belongs to none of the attachments.
  func collectGarbage(keeping attachments: [Attachment]) throws(Refusal) {
    let valid = attachments.map { attachment in
      JSON.object([
        JSON.Member("containerID", .string(attachment.container.id)),
        JSON.Member("ifname", .string(device)),
      ])
    }
    // Both names are sent: the first is the spec's, the second is what libcni used before it was settled.
    let members = ["cni.dev/valid-attachments", "cni.dev/attachments"].map { JSON.Member($0, .array(valid)) }
    for plugin in chain.list.plugins {
      let request = chain.request(to: plugin, previous: nil, arguments: nil, further: members)
      _ = try call(plugin, "GC", nil, request)
    }
  }

  /// The name of the device that the chain is asked for. A network of loopback alone is for the one that is there.
  var device: String {
    chain.list.plugins.allSatisfy { $0.type == "loopback" } ? "lo" : Container.device
  }

  private func call(_ plugin: Plugin, _ verb: String, _ attachment: Attachment) throws(Refusal) {
    let previous = chain.effectiveVersion >= "0.4.0" ? attachment.result : nil
    let request = chain.request(to: plugin, previous: previous, arguments: attachment.arguments)
    _ = try call(plugin, verb, attachment.container, request)
  }

  private func call(
    _ plugin: Plugin, _ verb: String, _ container: Container?, _ request: [UInt8]
  ) throws(Refusal) -> ChainResult? {
    guard let program = PluginSearch.path(of: plugin.type, in: binDirs) else {
      let folders = binDirs.joined(separator: " ")
      throw Refusal(
        plugin: plugin, verb: verb, message: "failed to find plugin \"\(plugin.type)\" in path [\(folders)]")
    }
    var environment = Invocation.plainEnvironment
    let set = { (name: String, value: String) in environment.append(Invocation.Variable(name, value)) }
    set("CNI_COMMAND", verb)
    set("CNI_PATH", binDirs.joined(separator: ":"))
    if let container {
      set("CNI_CONTAINERID", container.id)
      set("CNI_NETNS", container.path)
      set("CNI_IFNAME", device)
      set(
        "CNI_ARGS",
        "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=web-\(container.number);"
          + "K8S_POD_INFRA_CONTAINER_ID=\(container.id)")
    }
    let outcome = Runner.run(
      Invocation(program, environment: environment, input: request, limits: Self.limits))
    let answer = outcome.output.isEmpty ? nil : ChainResult(outcome.output, as: name(outcome.output))
    guard outcome.succeeded else {
      throw Refusal(plugin: plugin, verb: verb, message: Self.message(of: outcome, answer))
    }
    return answer
  }

  /// The plugin's `msg` and `details` as libcni joins them, or how it ended.
  private static func message(of outcome: Outcome, _ answer: ChainResult?) -> String {
    let said = [answer?.value["msg"]?.string, answer?.value["details"]?.string].compactMap { $0 }
      .filter { !$0.isEmpty }
    if !said.isEmpty { return said.joined(separator: "; ") }
    if outcome.leftOutputOpen { return "something that it started holds its output open; libcni waits for that" }
    let noise = String(decoding: (outcome.errors.isEmpty ? outcome.output : outcome.errors).suffix(500), as: UTF8.self)
    return noise.isEmpty ? "it \(outcome.end)" : "it \(outcome.end) and said: \(noise)"
  }

  /// libcni reads no result of a version that it does not know.
  private func requireReadable(_ result: ChainResult?, of plugin: Plugin) throws(Refusal) {
    guard let result else {
      throw Refusal(plugin: plugin, verb: "ADD", message: "it answered with no JSON object")
    }
    let text = result.value["cniVersion"]?.string ?? chain.version
    guard let version = Version(text), version > target.containerd.specMaximum else { return }
    throw Refusal(
      plugin: plugin, verb: "ADD",
      message: "unsupported CNI result version \"\(text)\": containerd \(target.containerd.version) reads up to "
        + "\(target.containerd.specMaximum)")
  }
}

import CNIModel
import ConfTemplate
import Diagnostics
import Foundation
import NetworkTypes
import TestSupport
import Testing

/// Templates on the real containerd: it must make of them what the evaluator says.
@Suite(
  "containerd 1.6 and templates", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(3)))
struct ConfTemplateTests {
  private static let rendered = "net.d/10-containerd-net.conflist"

  @Test("It renders a profile's template to what the evaluator foretells, once")
  func profile() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      try scratch.folder("net.d")
      try Compiler().build(scratch.file("profile.yaml", Self.profile(scratch)), to: scratch("out")).required()
      try FileManager.default.copyItem(atPath: scratch("out/pods.template"), toPath: scratch("pods.template"))
      let daemon = try RuntimeDaemon.start(config: scratch("out/config.toml"), in: scratch)
      defer { daemon.stop() }
      for cidrs in ["10.1.2.0/24", "fd00:1::/64", "10.1.2.0/24,fd00:1::/64", "fd00:1::/64,10.1.2.0/24"] {
        // What is there is never rendered again, so it has to go first.
        try? FileManager.default.removeItem(atPath: scratch(Self.rendered))
        try await Self.render(cidrs, daemon, scratch)
        let text = try String(contentsOfFile: scratch(Self.rendered), encoding: .utf8)
        #expect(try text == Self.foretold(scratch("pods.template"), cidrs), "\(cidrs)")
        #expect(try daemon.updateRuntimeConfig(podCIDR: "10.99.0.0/24").isEmpty)
        #expect(try text == String(contentsOfFile: scratch(Self.rendered), encoding: .utf8), "it was rendered again")
      }
    }
  }

  @Test("It leaves a file that ends at an unknown field, and says so")
  func unknownField() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      try scratch.folder("net.d")
      let text = #"{"cniVersion": "1.0.0", "name": "{{.PodCIDR}}", "plugins": [{{.Nope}}]}"#
      try scratch.file("pods.template", text)
      try Compiler().build(scratch.file("profile.yaml", Self.profile(scratch)), to: scratch("out")).required()
      let daemon = try RuntimeDaemon.start(config: scratch("out/config.toml"), in: scratch)
      defer { daemon.stop() }
      let answer = try daemon.updateRuntimeConfig(podCIDR: "10.1.2.0/24")
      let left = try String(contentsOfFile: scratch(Self.rendered), encoding: .utf8)
      #expect(left == #"{"cniVersion": "1.0.0", "name": "10.1.2.0/24", "plugins": ["#)
      let said = try Compiler().validate(scratch("pods.template"))
      #expect(said.end == .exited(1))
      let words = "can't evaluate field Nope in type server.cniConfigTemplate"
      #expect(answer.contains(words), "\(answer)")
      #expect(said.output.contains("the node shows: \(words)"), "\(said)")
    }
  }

  /// What the evaluator makes of a template.
  private static func foretold(_ path: String, _ cidrs: String) throws -> String {
    var files = SourceFiles()
    let file = SourceFile(name: path, bytes: Array(try String(contentsOfFile: path, encoding: .utf8).utf8))
    let id = files.add(file)
    var bag = DiagnosticBag()
    let template = try #require(ConfTemplate.read(id, file.bytes, for: "1.6.20", into: &bag))
    let pods = PodCIDRs(cidrs.split(separator: ",").compactMap { CIDR($0) })
    let rendering = try #require(template.render(for: pods, id, into: &bag))
    return String(decoding: rendering.bytes, as: UTF8.self)
  }

  /// containerd renders nothing before it has noticed that its folder is empty, which takes a moment.
  private static func render(_ cidrs: String, _ daemon: RuntimeDaemon, _ scratch: Scratch) async throws {
    for _ in 0..<50 {
      #expect(try daemon.updateRuntimeConfig(podCIDR: cidrs).isEmpty)
      if FileManager.default.fileExists(atPath: scratch(rendered)) { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw Trouble("containerd rendered nothing for \(cidrs)")
  }

  private static func profile(_ scratch: Scratch) -> String {
    """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    target: {containerd: 1.6.20, plugins: 1.1.1}
    network:
      bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
      addresses:
        ranges: kubernetes
        routes: [10.96.0.0/12, default]
        dns: {search: ["{{odd}}.example"]}
      portMappings: true
    containerd:
      confDir: \(scratch("net.d"))
      confTemplate: \(scratch("pods.template"))
    \(RuntimeDaemon.settings(in: scratch))
    """
  }
}

import Foundation
import TestSupport
import Testing

/// The script of the DaemonSet puts networks in place under a real containerd, which must take up each of them.
@Suite(
  "containerd 1.6 and the DaemonSet", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(3)))
struct DaemonSetTests {
  @Test("It takes up a network that is installed, changed, and put right again", arguments: ["dash", "busybox"])
  func takesUp(_ shell: String) async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      try scratch.folder("net.d")
      try scratch.folder("files")
      try Self.build("10.1.2.0/24", scratch)
      let daemon = try RuntimeDaemon.start(config: scratch("out/config.toml"), in: scratch)
      defer { daemon.stop() }
      #expect(try daemon.status().contains("no network config found in \(scratch("net.d"))"))
      let script = try Self.start(shell, scratch)
      defer { script.terminate() }
      #expect(try await Self.waits(for: "10.1.2.0/24", daemon), "the first network")
      // The file changes in place, as kubectl apply and the kubelet bring it to the script.
      try Self.build("10.3.4.0/24", scratch)
      #expect(try await Self.waits(for: "10.3.4.0/24", daemon), "a changed network")
      try "{".write(toFile: scratch("net.d/10-pods.conflist"), atomically: false, encoding: .utf8)
      for _ in 0..<100 where (try? String(contentsOfFile: scratch("net.d/10-pods.conflist"), encoding: .utf8)) == "{" {
        try await Task.sleep(for: .milliseconds(50))
      }
      // Time for containerd to read what there is, should it be anything but the network.
      try await Task.sleep(for: .milliseconds(500))
      #expect(try await Self.waits(for: "10.3.4.0/24", daemon), "a network that was spoilt by hand")
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch("net.d"))
      #expect(Set(names) == ["10-pods.conflist", ".cnigen-pods.installed"])
    }
  }

  /// Builds the profile for a subnet and gives the script its network.
  private static func build(_ subnet: String, _ scratch: Scratch) throws {
    let profile = """
      apiVersion: cnigen/v1
      kind: Profile
      name: pods
      target: {containerd: 1.6.20, plugins: 1.1.1}
      network:
        bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
        addresses: {ranges: [\(subnet)], routes: [default]}
      containerd:
        confDir: \(scratch("net.d"))
      \(RuntimeDaemon.settings(in: scratch))
      outputs: [daemonSet]

      """
    try Compiler().build(scratch.file("profile.yaml", profile), to: scratch("out")).required()
    let new = scratch("new")
    try? FileManager.default.removeItem(atPath: new)
    try FileManager.default.copyItem(atPath: scratch("out/10-pods.conflist"), toPath: new)
    guard rename(new, scratch("files/10-pods.conflist")) == 0 else { throw Trouble("the file cannot be swapped") }
  }

  /// Runs the script as it stands in the manifest.
  private static func start(_ shell: String, _ scratch: Scratch) throws -> Child {
    let program = """
      import sys, yaml
      daemon = [d for d in yaml.safe_load_all(open(sys.argv[1], "rb")) if d["kind"] == "DaemonSet"][0]
      print(daemon["spec"]["template"]["spec"]["containers"][0]["args"][0], end="")
      """
    let text = try run(Tools.program("python3"), ["-c", program, scratch("out/daemon-set.yaml")]).required()
    let environment = [
      "CNIGEN_NAME": "cnigen-pods", "CNIGEN_FROM": scratch("files"), "CNIGEN_TO": scratch("net.d"),
      "CNIGEN_PAUSE": "0.2", "PATH": "/usr/bin:/bin",
    ]
    let words = shell == "busybox" ? ["sh", "-c", text] : ["-c", text]
    return try Child.start(Machine.program(shell), words, environment: environment)
  }

  /// Waits until containerd shows a subnet among its networks and says that it has loaded them.
  private static func waits(for subnet: String, _ daemon: RuntimeDaemon) async throws -> Bool {
    for _ in 0..<100 {
      let status = try daemon.status()
      if status.contains(subnet), status.contains("lastCNILoadStatus\u{12}\u{02}OK") { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }
}

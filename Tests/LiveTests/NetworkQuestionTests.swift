import Foundation
import TestSupport
import Testing

/// What a plan has containerd asked, word for word, and a real one that answers.
@Suite(
  "containerd 1.6 and the question of a plan", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped),
  .timeLimit(.minutes(3)))
struct NetworkQuestionTests {
  private struct Plan: Decodable {
    let procedures: [Procedure]

    struct Procedure: Decodable { let steps: [Step] }

    struct Step: Decodable {
      let action: String
      let commands: [String]
    }
  }

  private static func profile(mtu: Int, name: String = "pods", in scratch: Scratch) -> String {
    """
    apiVersion: cnigen/v1
    kind: Profile
    name: site
    target: {containerd: 1.6.20, plugins: 1.1.1}
    network:
      name: \(name)
      bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true, mtu: \(mtu)}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}
    containerd:
      confDir: \(scratch("net.d"))
    \(RuntimeDaemon.settings(in: scratch))

    """
  }

  /// How the two commands end: whether the networks are loaded, and whether the text is that of the file.
  private func ask(_ scratch: Scratch) throws -> [Bool] {
    let text = try cnigen(["plan", "old.yaml", "new.yaml", "--emit", "json"], in: scratch.path).required()
    let plan = try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    let commands = plan.procedures.flatMap(\.steps).filter { $0.action == "ask-for-networks" }.flatMap(\.commands)
    try #require(commands.count == 2)
    return try commands.map { command in
      // No containerd of a test needs two minutes to be right, and one that is wrong stays so.
      let line = command.replacing("timeout 2m ", with: "timeout 6 ")
      let path = "PATH=\(scratch("bin")):/usr/bin:/bin"
      let outcome = try run("/usr/bin/env", ["--chdir=\(scratch.path)", path, "/bin/sh", "-c", line])
      guard outcome.succeeded || outcome.end == .exited(124) else { throw Trouble(outcome.description) }
      return outcome.succeeded
    }
  }

  private func build(_ scratch: Scratch, mtu: Int, name: String = "pods") throws {
    try scratch.file("new.yaml", Self.profile(mtu: mtu, name: name, in: scratch))
    try cnigen(["build", "new.yaml", "-q"], in: scratch.path).required()
  }

  /// As files have to come for containerd to notice: under another name in the same folder, then renamed.
  private func rename(_ name: String, _ scratch: Scratch) throws {
    let text = try String(contentsOfFile: scratch("out/\(name)"), encoding: .utf8)
    try scratch.file("net.d/.new", text)
    guard Foundation.rename(scratch("net.d/.new"), scratch("net.d/\(name)")) == 0 else { throw Trouble("not renamed") }
  }

  @Test("It tells the new network from none, from the old one, and from another") func tells() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      try scratch.folder("net.d")
      try CrictlStandIn.install(in: scratch, folder: "bin", socket: scratch("containerd.sock"))
      try scratch.file("old.yaml", Self.profile(mtu: 1500, in: scratch))
      try build(scratch, mtu: 1400)
      let daemon = try RuntimeDaemon.start(config: scratch("out/config.toml"), in: scratch)
      defer { daemon.stop() }
      #expect(try ask(scratch) == [false, false], "no network at all")
      try rename("10-pods.conflist", scratch)
      #expect(try ask(scratch) == [true, true], "the network is loaded")
      // Moved in from elsewhere: containerd takes no notice, and goes on with what it has.
      try build(scratch, mtu: 1300)
      guard Foundation.rename(scratch("out/10-pods.conflist"), scratch("net.d/10-pods.conflist")) == 0 else {
        throw Trouble("not moved")
      }
      #expect(try ask(scratch) == [true, false], "it is ready with the network of before")
      try build(scratch, mtu: 1500, name: "fabric")
      #expect(try ask(scratch)[0] == false, "a network of another name")
      // A network in force that is broken: the name is none that the CRI shows any more.
      try build(scratch, mtu: 1100)
      try rename("10-pods.conflist", scratch)
      #expect(try ask(scratch) == [true, true])
      try scratch.file("net.d/00-broken.conflist", "{")
      #expect(try ask(scratch)[0] == false, "the last load failed")
    }
  }
}

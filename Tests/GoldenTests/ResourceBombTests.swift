import Foundation
import TestSupport
import Testing

/// Small inputs that ask for very much: a clear error, in bounded memory. How long each took on an idle machine stands
/// in docs/security.md; the limit here only ends what hangs.
@Suite struct ResourceBombTests {
  private static let head = "apiVersion: cnigen/v1\nkind: Profile\nname: a\n"
  private static let target = "target: {containerd: 1.7.34, plugins: 1.5.1}\n"
  private static let maximumMemory = 300

  /// A file, what is done with it, and words of what is said.
  private struct Bomb {
    let name: String
    let text: String
    let says: String
    var beside: [String: String] = [:]
  }

  private static func many(_ count: Int, _ separator: String, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: separator)
  }

  private static func conflist(_ routes: String, _ ranges: String) -> String {
    """
    {"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge", "ipam": {"type": "host-local",
     "ranges": [\(ranges)], "routes": [\(routes)]}}]}
    """
  }

  private static func fleet(_ rest: String) -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: a
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network: {bridge: {gateway: true}, addresses: {ranges: "${node.subnets}", routes: [default]}}
    \(rest)

    """
  }

  private static func bombs() -> [Bomb] {
    let nines = String(repeating: "9", count: 500_000)
    let aliases = many(40, "\n") { "m\($0): &m\($0) " + ($0 == 0 ? "[x, x]" : "[*m\($0 - 1), *m\($0 - 1)]") }
    let network = "network: {bridge: {gateway: true}, addresses: {ranges: [10.1.0.0/24], routes: [default]}}\n"
    return [
      Bomb(name: "aliases.yaml", text: head + aliases, says: "alias"),
      Bomb(
        name: "depth.yaml", text: head + "network: " + String(repeating: "[", count: 200_000), says: "deep"),
      Bomb(name: "depth.conflist", text: String(repeating: #"{"a":"#, count: 200_000), says: "deep"),
      Bomb(
        name: "depth.toml", text: "version = 2\na = " + String(repeating: "[", count: 200_000), says: "deep"),
      Bomb(
        name: "keys.toml", text: "version = 2\n" + String(repeating: "a.", count: 200_000) + "a = 1\n", says: "deep"),
      Bomb(
        name: "values.yaml", text: head + "networks:\n" + String(repeating: "- x\n", count: 9_000_000),
        says: "yaml-too-many-values"),
      Bomb(
        name: "value.yaml", text: head + "network: \"" + String(repeating: "x", count: 60_000_000) + "\"\n",
        says: "yaml-value-too-long"),
      Bomb(name: "number.yaml", text: head + target + "network: {bridge: {mtu: \(nines)}}\n", says: "mtu"),
      Bomb(name: "number.toml", text: "version = \(nines)\n", says: "version"),
      Bomb(
        name: "routes.conflist",
        text: conflist(many(20_000, ",") { #"{"dst":"10.\#($0 >> 8).\#($0 & 255).0/24"}"# }, ""),
        says: "too-many-entries"),
      Bomb(
        name: "ranges.conflist",
        text: conflist("", many(16_000, ",") { #"[{"subnet":"10.\#($0 >> 8).\#($0 & 255).0/24"}]"# }),
        says: "too-many-entries"),
      Bomb(
        name: "plugins.conflist",
        text: #"{"name":"a","plugins":["# + many(50_000, ",") { _ in #"{"type":"bridge"}"# } + "]}",
        says: "too-many-entries"),
      Bomb(
        name: "large.conflist", text: #"{"name": ""# + String(repeating: "a", count: 2 << 20) + "\"}",
        says: "at most 1 MiB"),
      Bomb(name: "large.template", text: String(repeating: "{{.PodCIDR}}", count: 200_000), says: "at most 1 MiB"),
      Bomb(
        name: "targets.yaml",
        text: head + "targets:\n" + many(5000, "\n") { "- {name: t\($0), containerd: 1.7.34, plugins: 1.5.1}" }
          + "\n" + network, says: "a profile has at most 1000"),
      Bomb(
        name: "networks.yaml",
        text: head + target + "networks:\n" + many(2000, "\n") { "- {name: n\($0), bridge: {name: b\($0)}}" },
        says: "a profile has at most 256"),
      Bomb(
        name: "expansion.yaml",
        text: head + "template: t.yaml\n" + target + "with: {p: \(String(repeating: "x", count: 1_000_000))}\n",
        says: "is longer than 4 MiB",
        beside: [
          "t.yaml": """
          apiVersion: cnigen/v1
          kind: Template
          name: t
          parameters: {p: {type: string}}
          network: {bridge: {name: "\(String(repeating: "${p}", count: 100_000))"}}

          """
        ]),
      Bomb(name: "itself.yaml", text: head + "template: itself.yaml\n", says: "is no template"),
      Bomb(
        name: "pattern.yaml",
        text: fleet("allocate: [{from: 10.0.0.0/8, prefix: 24}]\nnodes: [\"n-[00000001-10000000]\"]"),
        says: "more than 1000000 nodes"),
      Bomb(
        name: "whole.yaml",
        text: fleet("allocate: [{from: 0.0.0.0/0, prefix: 24}, {from: \"::/0\", prefix: 128}]\nnodes: [\"n-[1-9]\"]"),
        says: "error"),
    ]
  }

  @Test func smallFilesThatAskForMuch() async throws {
    try await withScratch { scratch in
      for bomb in Self.bombs() {
        for (name, text) in bomb.beside { try scratch.file(name, text) }
        try scratch.file(bomb.name, bomb.text)
        let (outcome, peak) = try measuredCnigen(["validate", bomb.name], in: scratch.path)
        #expect(outcome.end == .exited(1), "\(bomb.name): \(outcome.end) \(outcome.errors.prefix(400))")
        #expect((outcome.output + outcome.errors).contains(bomb.says), "\(bomb.name): \(outcome.output.prefix(400))")
        #expect(peak < Self.maximumMemory, "\(bomb.name) took \(peak) MiB")
      }
    }
  }

  /// A gigabyte that costs its sender nothing: a file with a hole, in the place of everything that is read.
  @Test func gigabytesOfNothing() async throws {
    try await withScratch { scratch in
      let lists = ["nodes.csv", "nodes.json", "fleet.lock"]
      for name in ["a.yaml", "a.conflist", "a.toml", "a.template", "a.json", "a.tar"] + lists {
        try scratch.file(name, "")
        #expect(truncate(scratch(name), 1 << 30) == 0)
      }
      let block = "allocate: [{from: 10.0.0.0/8, prefix: 24}]\n"
      try scratch.file("csv.yaml", Self.fleet(block + "nodes: [{from: nodes.csv}]"))
      try scratch.file("kubectl.yaml", Self.fleet(block + "nodes: [{from: nodes.json}]"))
      try scratch.file("lock.yaml", Self.fleet(block + "lock: fleet.lock\nnodes: [a]"))
      try scratch.file("sound.yaml", Self.fleet(block + "nodes: [a]"))
      let calls =
        ["a.yaml", "a.conflist", "a.toml", "a.template", "a.json"].map { ["validate", $0] }
        + ["csv.yaml", "kubectl.yaml", "lock.yaml"].map { ["build", $0, "-o", "out"] }
        + [["import", "a.conflist"], ["diff", "a.tar", "a.yaml"], ["try", "a.conflist"]]
      for call in calls {
        let (outcome, peak) = try measuredCnigen(call, in: scratch.path)
        #expect(outcome.end != .exited(0) && !outcome.errors.isEmpty, "\(outcome)")
        guard case .exited = outcome.end else {
          Issue.record("\(outcome)")
          continue
        }
        #expect(peak < Self.maximumMemory, "\(call) took \(peak) MiB")
      }
      // The sums of an earlier build, which the next one reads.
      try scratch.folder("old")
      try scratch.file("old/SHA256SUMS", "")
      #expect(truncate(scratch("old/SHA256SUMS"), 1 << 30) == 0)
      let (outcome, peak) = try measuredCnigen(["build", "sound.yaml", "-o", "old"], in: scratch.path)
      #expect(outcome.succeeded && peak < Self.maximumMemory, "\(peak) MiB, \(outcome)")
    }
  }

  /// What is no file, or has no end, in the place of a file: nothing waits for it.
  @Test func thingsThatAreNoFiles() async throws {
    try await withScratch { scratch in
      #expect(mkfifo(scratch("fifo.yaml"), 0o600) == 0)
      try scratch.folder("folder.yaml")
      #expect(symlink("loop.yaml", scratch("loop.yaml")) == 0)
      #expect(symlink("/dev/zero", scratch("zero.yaml")) == 0)
      let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(server) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      let path = Array(scratch("socket.yaml").utf8)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
      let bound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(server, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      #expect(bound == 0)
      let names = ["fifo.yaml", "loop.yaml", "zero.yaml", "socket.yaml", "/dev/zero", "/dev/tty", "/proc/self/mem"]
      for name in names {
        for command in [["validate"], ["build"], ["import"], ["try"], ["diff", name]] {
          let (outcome, peak) = try measuredCnigen(command + [name], in: scratch.path, limit: 20)
          #expect(
            outcome.end == .exited(66) || outcome.end == .exited(64) || outcome.end == .exited(1), "\(outcome)")
          #expect(!outcome.errors.isEmpty && peak < Self.maximumMemory, "\(peak) MiB, \(outcome)")
        }
        // As what another document names.
        for key in ["template", "target"] {
          let use = key == "target" ? "target: {capabilities: \(name)}" : "template: \(name)"
          try scratch.file("outer.yaml", Self.head + use + "\nnetwork: {bridge: {}}\n")
          let (outcome, _) = try measuredCnigen(["validate", "outer.yaml"], in: scratch.path, limit: 20)
          #expect(outcome.end == .exited(1), "\(outcome)")
        }
      }
      let (outcome, _) = try measuredCnigen(["build", "folder.yaml"], in: scratch.path)
      #expect(outcome.end == .exited(66) && outcome.errors.contains("it is a folder"), "\(outcome)")
    }
  }

  /// Standard input that has no end is read up to the limit.
  @Test func inputWithoutEnd() async throws {
    try await withScratch { scratch in
      for source in ["/dev/zero", "/proc/self/status"] {
        let outcome = try run(
          "/bin/sh", ["-c", "exec \"$0\" build - -o out <\(source)", try Machine.cnigen()], limit: 60)
        #expect(outcome.end == .exited(66) || outcome.end == .exited(1), "\(outcome.end) \(outcome.errors.prefix(300))")
      }
      let closed = try run("/bin/sh", ["-c", "exec \"$0\" build - -o \(scratch("out")) <&-", try Machine.cnigen()])
      #expect(closed.end == .exited(66) || closed.end == .exited(1), "\(closed)")
    }
  }
}

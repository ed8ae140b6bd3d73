import Foundation
import TestSupport
import Testing

/// cnigen reads, judges and writes. Only what is there to run programs runs any, and nothing talks to a network.
@Suite struct NothingElseRunsTests {
  private static let files = [
    "profile.yaml": """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    target: {containerd: 1.7.34, plugins: 1.5.1}
    network: {bridge: {gateway: true, hairpin: true}, addresses: {ranges: [10.88.0.0/16], routes: [default]}}

    """,
    "fleet.yaml": """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    lock: site.lock
    profile: profile.yaml
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[01-40]", {from: nodes.csv}]

    """,
    "nodes.csv": "name\nextra\n",
  ]

  /// Every command that is to run nothing, in an order in which each finds what it needs.
  private static let commands: [[String]] = [
    ["build", "profile.yaml", "-o", "out"], ["build", "profile.yaml", "-o", "out", "--check"],
    ["build", "fleet.yaml", "-o", "tree"], ["build", "fleet.yaml", "-o", "variants", "--layout", "variants"],
    ["build", "fleet.yaml", "--emit", "tar"], ["build", "fleet.yaml", "--summary"],
    ["validate", "profile.yaml", "fleet.yaml", "out"], ["validate", "--format", "sarif", "profile.yaml"],
    ["import", "out", "-o", "imported.yaml"], ["init", "-o", "new.yaml", "--template", "dual-stack-bridge"],
    ["templates"], ["templates", "bridge"],
    ["explain", "bridge"], ["explain", "duplicate-key"], ["schema", "profile"], ["diff", "profile.yaml", "out"],
    ["diff", "fleet.yaml", "tree"], ["plan", "tree", "fleet.yaml"], ["show", "profile.yaml"],
    ["show", "fleet.yaml"], ["report", "fleet.yaml", "-o", "report.html"], ["report", "fleet.yaml", "--emit", "csv"],
    ["--help"], ["--version"],
  ]

  @Test func noProgramAndNoNetwork() async throws {
    try await withScratch { scratch in
      for (name, text) in Self.files { try scratch.file(name, text) }
      for command in Self.commands {
        let (lines, outcome) = try trace(command, in: scratch)
        guard case .exited(let status) = outcome.end, status < 64 else {
          Issue.record("the call is wrong: \(outcome)")
          continue
        }
        let programs = lines.filter { $0.contains("execve(") || $0.contains("execveat(") }
        #expect(programs.count == 1, "\(command) runs \(programs)")
        let networks = lines.filter { $0.contains("AF_INET") || $0.contains("AF_PACKET") || $0.contains("connect(") }
        #expect(networks.isEmpty, "\(command) talks to a network: \(networks)")
      }
    }
  }

  /// A side of `diff` in a revision is read by git, and by nothing that git could be told to run.
  @Test func gitAloneForRevisions() async throws {
    try await withScratch { scratch in
      for (name, text) in Self.files { try scratch.file(name, text) }
      let git = try Machine.program("git")
      let configured = ["-C", scratch.path, "-c", "user.name=a", "-c", "user.email=a@localhost"]
      try run(git, configured + ["init", "-q"]).required()
      try run(git, configured + ["add", "."]).required()
      try run(git, configured + ["commit", "-q", "-m", "one"]).required()
      // What a checkout could bring along to have something run.
      for key in ["core.fsmonitor", "core.pager", "diff.external"] {
        try run(git, ["-C", scratch.path, "config", key, "touch ran"]).required()
      }
      for command in [
        ["diff", "git:HEAD:profile.yaml", "profile.yaml"], ["plan", "git:HEAD:profile.yaml", "profile.yaml"],
        ["plan", "profile.yaml", "git:HEAD:profile.yaml", "--emit", "ansible"],
      ] {
        let (lines, outcome) = try trace(command, in: scratch)
        #expect(outcome.succeeded, "\(outcome)")
        let programs = Self.programs(in: lines).dropFirst()
        #expect(!programs.isEmpty && programs.allSatisfy { $0.hasSuffix("/git") }, "\(command): \(programs)")
        #expect(!FileManager.default.fileExists(atPath: scratch("ran")))
        #expect(!lines.contains { $0.contains("AF_INET") })
      }
    }
  }

  /// On a node its plugins and its containerd are asked, and the package manager; a program of another folder is not.
  @Test func theNodesProgramsAlone() async throws {
    try await withScratch { scratch in
      for (name, text) in Self.files { try scratch.file(name, text) }
      let versions = #"{"cniVersion": "1.0.0", "supportedVersions": ["0.4.0", "1.0.0"]}"#
      let containerd = "containerd github.com/containerd/containerd 1.7.34 1.7.34"
      for folder in ["root/opt/cni/bin", "root/usr/bin", "root/usr/local/bin", "root/var/lib/dpkg"] {
        try scratch.folder(folder)
      }
      var own: Set<String> = []
      for (name, answer) in [
        ("opt/cni/bin/bridge", versions), ("opt/cni/bin/host-local", versions), ("usr/bin/containerd", containerd),
      ] {
        let path = scratch("root/\(name)")
        // Written by another process, since a program that is open for writing cannot be run.
        try run(
          "/bin/sh",
          ["-c", "printf '#!/bin/sh\\necho \\047%s\\047\\n' \"$1\" >\"$0\" && chmod 755 \"$0\"", path, answer]
        )
        .required()
        own.insert(path)
      }
      try run("/bin/cp", [scratch("root/opt/cni/bin/bridge"), scratch("root/usr/local/bin/ip")]).required()
      let other = try #require(Self.files["profile.yaml"]).replacing("10.88.", with: "10.99.")
      try scratch.file("other.yaml", other)
      let apply = ["apply", "profile.yaml", "--root", "root", "--plugins", "1.5.1"]
      let applyOther = ["apply", "other.yaml", "--root", "root", "--plugins", "1.5.1"]
      for command in [
        ["probe", "--root", "root"], apply + ["--check"], apply, applyOther, ["rollback", "--root", "root"],
        ["rollback", "--root", "root", "--force"],
      ] {
        let (lines, outcome) = try trace(command, in: scratch)
        guard case .exited(let status) = outcome.end, status < 64 else {
          Issue.record("the call is wrong: \(outcome)")
          continue
        }
        #expect(status == (command.contains("--check") ? 1 : 0), "\(outcome)")
        let programs = Set(
          Self.programs(in: lines).dropFirst().map { $0.hasPrefix("/") ? $0 : scratch($0) })
        #expect(programs.isSuperset(of: own), "\(command) runs \(programs)")
        #expect(programs.subtracting(own).isSubset(of: ["/usr/bin/dpkg-query", "/usr/bin/rpm"]), "\(programs)")
        let networks = lines.filter { $0.contains("AF_INET") || $0.contains("AF_PACKET") || $0.contains("connect(") }
        #expect(networks.isEmpty, "\(command) talks to a network: \(networks)")
      }
    }
  }

  /// The programs that were executed, cnigen itself first.
  private static func programs(in lines: [String]) -> [String] {
    lines.filter { $0.contains("execve(") }.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
  }

  /// The lines of strace about programs and networks, and how the command ended.
  private func trace(_ command: [String], in scratch: Scratch) throws -> ([String], Outcome) {
    let log = scratch("trace")
    let outcome = try run(
      "/usr/bin/env",
      [
        "--chdir=\(scratch.path)", try Machine.program("strace"), "-f", "-qq", "-s", "200", "-o", log, "-e",
        "trace=execve,execveat,socket,connect,bind", try Machine.cnigen(),
      ] + command)
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    return (lines, outcome)
  }
}

import Foundation
import TestSupport
import Testing

/// The scripts by which shells complete command lines, and what they come to.
@Suite struct CompletionTests {
  @Test(arguments: ShellSession.allCases) func theScriptIsFresh(_ shell: ShellSession) throws {
    let made = try cnigen(["--generate-completion-script", shell.rawValue]).required()
    let path = "\(ShellSession.folder)/\(shell.script)"
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try made.write(toFile: TestFiles.path(path), atomically: true, encoding: .utf8)
    }
    #expect(try TestFiles.text(path) == made, "write it again with CNIGEN_UPDATE=1")
  }

  /// A half-typed line and words that must be offered behind it, or must not.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let offered: [String]
    var others: [String] = []

    var testDescription: String { line }
  }

  static let cases = [
    Case(line: "cnigen b", offered: ["build"], others: ["validate"]),
    Case(
      line: "cnigen build fleet.yaml --node ", offered: ["edge-1", "edge-9", "gpu-a1"], others: ["gpu", "fleet.yaml"]),
    Case(line: "cnigen build fleet.yaml --node g", offered: ["gpu-a1"], others: ["edge-1"]),
    Case(line: "cnigen build --node ", offered: ["here-1", "here-2"], others: ["edge-1"]),
    Case(line: "cnigen try fleet.yaml --node edge-", offered: ["edge-1", "edge-9"], others: ["gpu-a1"]),
    Case(line: "cnigen build fleet.yaml --pool ", offered: ["gpu"], others: ["gpu-a1"]),
    Case(line: "cnigen build --emit ", offered: ["tree", "tar", "jsonl"], others: ["text"]),
    Case(line: "cnigen validate --format ", offered: ["text", "json", "sarif", "github"]),
    Case(line: "cnigen build --containerd 1.6.2", offered: ["1.6.20", "1.6.27"], others: ["1.1.1", "1.7.34"]),
    Case(line: "cnigen build --plugins 1.", offered: ["1.1.1", "1.5.1"], others: ["1.6.20"]),
    Case(line: "cnigen build --kubernetes ", offered: ["1.29", "1.36"], others: ["1.1.1"]),
    Case(line: "cnigen init --template ", offered: ["bridge", "kubeadm-node"], others: ["build"]),
    Case(line: "cnigen templates du", offered: ["dual-stack-bridge"], others: ["bridge"]),
    Case(line: "cnigen explain gateway-", offered: ["gateway-outside-subnet"], others: ["bridge"]),
    Case(line: "cnigen explain bridge.is", offered: ["bridge.isGateway"]),
    Case(line: "cnigen explain plugins ", offered: ["1.1.1", "0.9.1"], others: ["1.6.20", "bridge"]),
    Case(line: "cnigen validate fl", offered: ["fleet.yaml"]),
  ]

  @Test(arguments: ShellSession.allCases) func whatIsMeantIsOffered(_ shell: ShellSession) async throws {
    try await withScratch { scratch in
      try Self.write(to: scratch)
      for line in Self.cases {
        let candidates = try shell.candidates(behind: line.line, in: scratch.path)
        let missing = line.offered.filter { !candidates.contains($0) }
        #expect(missing.isEmpty, "\(shell): \(line.line): \(candidates.sorted())")
        #expect(line.others.filter(candidates.contains).isEmpty, "\(shell): \(line.line): \(candidates.sorted())")
      }
    }
  }

  /// Who types has no use for what is wrong with a file, and must not wait for standard input.
  @Test func nothingIsSaidAboutFaults() async throws {
    try await withScratch { scratch in
      try scratch.file("broken.yaml", "kind: Fleet\n  - [\n")
      try scratch.file(
        "half.yaml", "kind: Fleet\nname: x\nnodes: [\"a-[1-3]\", {from: \"-\"}, {from: none.csv}, {name: b_}]\n")
      try scratch.file("profile.yaml", "apiVersion: cnigen/v1\nkind: Profile\n")
      try scratch.folder("folder")
      for name in ["broken.yaml", "profile.yaml", "folder", "none.yaml", "/dev/zero"] {
        let outcome = try Self.ask(["build", name, "--node", ""], in: scratch)
        #expect(outcome.succeeded && outcome.output.trimmingCharacters(in: .newlines).isEmpty && outcome.errors.isEmpty)
      }
      let outcome = try Self.ask(["build", "half.yaml", "--node", ""], in: scratch)
      #expect(outcome.output.hasPrefix("a-1\na-2\na-3\n") && outcome.errors.isEmpty, "\(outcome)")
    }
  }

  /// Of very many names some are offered, and these have in common in front what all have.
  @Test func ofManyNodesAnHonestChoiceIsOffered() async throws {
    try await withScratch { scratch in
      let nodes = "[\"rack-[001-100]-[1-9]\", \"r-far-away\"]"
      try scratch.file("many.yaml", "apiVersion: cnigen/v1\nkind: Fleet\nname: x\nprofile: p.yaml\nnodes: \(nodes)\n")
      let all = try Self.ask(["build", "many.yaml", "--node", ""], in: scratch).required().split(separator: "\n")
      #expect(all.count == 300 && Set(all).count == 300)
      #expect(all.contains("r-far-away") && all.contains("rack-100-9"))
      let some = try Self.ask(["build", "many.yaml", "--node", "rack-07"], in: scratch).required()
      #expect(some.split(separator: "\n").count == 90)
    }
  }

  private static func ask(_ words: [String], in scratch: Scratch) throws -> Outcome {
    let all = ["cnigen"] + words
    let last = all[all.count - 1]
    return try cnigen(
      ["---completion", words[0], "--", "--node", "\(all.count - 1)", "\(last.count)"] + all, in: scratch.path)
  }

  private static func write(to scratch: Scratch) throws {
    let head = "apiVersion: cnigen/v1\nkind: Fleet\nname: shop\nprofile: profile.yaml\n"
    try scratch.file(
      "fleet.yaml", head + "nodes: [\"edge-[1-9]\", {name: gpu-a1, pools: [gpu]}]\npools: [{name: gpu}]\n")
    try scratch.file("cnigen.yaml", head + "nodes: [\"here-[1-2]\"]\n")
    try scratch.file("profile.yaml", "apiVersion: cnigen/v1\nkind: Profile\nname: pods\n")
  }
}

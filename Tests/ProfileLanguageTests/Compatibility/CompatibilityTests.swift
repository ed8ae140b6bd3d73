import Foundation
import NetworkTypes
import TestSupport
import Testing

/// The promise of `docs/stability.md`: the bytes that a profile becomes for a target stay what they were. `Compatibility/
/// sums.txt` holds them as sums; `CNIGEN_UPDATE=1` writes it again, and whoever does so says in `CHANGELOG.md` why the
/// bytes moved.
@Suite struct CompatibilityTests {
  private static let page = "Compatibility/sums.txt"

  @Test func profilesAndTemplatesBecomeWhatTheyBecame() async throws {
    var parts: [String] = []
    for (name, text) in try Self.profiles() + Self.templates() {
      parts.append(
        OutputMatrix.page(of: name) { OutputMatrix.answer(to: text, containerd: $0, plugins: $1) })
    }
    parts += try await Self.fleets()
    let sums = parts.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try sums.write(toFile: TestFiles.path(Self.page), atomically: true, encoding: .utf8)
    }
    let written = try TestFiles.text(Self.page).components(separatedBy: "\n\n")
    let made = sums.components(separatedBy: "\n\n")
    #expect(made.count == written.count)
    for (made, written) in zip(made, written) { #expect(made == written) }
  }

  /// A golden sum that nothing was made for would hold for ever.
  @Test func mostTargetsAreServed() throws {
    let lines = try TestFiles.text(Self.page).split(separator: "\n")
    let cells = lines.filter { $0.hasPrefix("    plugins ") }
    let served = cells.filter { !$0.contains("refused: ") }
    #expect(served.count * 2 > cells.count)
    #expect(Set(served.map { $0.suffix(12) }).count > 100)
    let names = lines.filter { !$0.hasPrefix(" ") }
    #expect(names.count >= 22)
    for name in try TestFiles.names(in: "../profiles") + TestFiles.names(in: "../templates") {
      #expect(names.contains { $0.hasSuffix("/\(name)") || $0.hasSuffix("/\(name)/fleet.yaml") }, "\(name)")
    }
  }

  private static func profiles() throws -> [(String, String)] {
    try TestFiles.names(in: "../profiles").filter { $0.hasSuffix(".yaml") }
      .map { ("profiles/\($0)", try TestFiles.text("../profiles/\($0)")) }
  }

  /// Each template with its own examples, as `cnigen init` writes them.
  private static func templates() throws -> [(String, String)] {
    try TestFiles.names(in: "../templates").filter { $0.hasSuffix(".yaml") }.map { file in
      let template = String(file.dropLast(5))
      return ("templates/\(file)", try cnigen(["init", "--template", template, "-o", "-"]).required())
    }
  }

  /// The first node of each fleet, by the program itself.
  private static func fleets() async throws -> [String] {
    let firsts = [
      ("edge-sites", "site-0001"), ("hard-way", "worker-0"), ("kubectl-cluster", "node-0000.eu1-a.example.net"),
      ("mixed-upgrade", "d01"),
    ]
    return try await withScratch { scratch in
      try run("/bin/cp", ["-r", TestFiles.path("../profiles"), scratch("profiles")]).required()
      let nodes = try run(scratch("profiles/kubectl-cluster/make-nodes"), ["1"]).required()
      return try firsts.map { fleet, node in
        // A fleet is read anew for each target, and its nodes are profiles: three releases are enough.
        let path = "profiles/\(fleet)/fleet.yaml"
        return try OutputMatrix.page(of: path, plugins: ["0.8.7", "1.1.1", "1.9.1"]) { containerd, plugins in
          let outcome = try cnigen(
            [
              "build", path, "--node", node, "--emit", "jsonl", "-o", "-", "-q",
              "--containerd", "\(containerd)", "--plugins", "\(plugins)",
            ], in: scratch.path, input: fleet == "kubectl-cluster" ? nodes : "")
          if outcome.succeeded { return OutputMatrix.sum(Array(outcome.output.utf8)) }
          let rules = outcome.errors.matches(of: #/ error: .*\[([a-z0-9-]+)\]\n/#).map { String($0.1) }
          guard !rules.isEmpty else { throw Trouble(outcome.description) }
          return "refused: " + Set(rules).sorted().joined(separator: " ")
        }
      }
    }
  }
}

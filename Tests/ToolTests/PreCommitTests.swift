import Foundation
import TestSupport
import Testing

/// The hook in a repository of its own, run by the real pre-commit.
@Suite struct PreCommitTests {
  private static let good = """
    {
      "cniVersion": "1.0.0",
      "name": "pods",
      "plugins": [
        {
          "type": "ptp",
          "ipam": {
            "type": "host-local",
            "ranges": [[{ "subnet": "10.88.0.0/16" }]],
            "routes": [{ "dst": "0.0.0.0/0" }]
          }
        }
      ]
    }

    """

  /// A repository whose hooks come from this checkout, with `cnigen` on the search path.
  private struct Repository {
    let scratch: Scratch
    let environment: [String: String]

    init(_ scratch: Scratch) throws {
      self.scratch = scratch
      let folder = URL(filePath: try Machine.cnigen()).deletingLastPathComponent().path
      var environment = ProcessInfo.processInfo.environment
      environment["PATH"] = "\(folder):\(environment["PATH"] ?? "/usr/bin:/bin")"
      environment["HOME"] = try scratch.folder("home")
      environment["PRE_COMMIT_HOME"] = try scratch.folder("hooks")
      environment["GIT_CONFIG_NOSYSTEM"] = "1"
      for role in ["AUTHOR", "COMMITTER"] {
        environment["GIT_\(role)_NAME"] = "test"
        environment["GIT_\(role)_EMAIL"] = "test@example.com"
      }
      self.environment = environment
      try hooks()
      try scratch.folder("repository")
      try git("init", "--quiet").required()
      try scratch.file(
        "repository/.pre-commit-config.yaml",
        """
        repos:
          - repo: \(scratch("source"))
            rev: \(try git("rev-parse", "HEAD", in: "source").required().trimmingCharacters(in: .whitespacesAndNewlines))
            hooks: [{id: cnigen-validate-system}]

        """)
      try command("pre-commit", "install").required()
    }

    /// pre-commit clones the hooks' repository; one with only their file is quicker than the whole checkout.
    private func hooks() throws {
      try scratch.folder("source")
      let text = try String(contentsOf: Machine.repository.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
      try scratch.file("source/.pre-commit-hooks.yaml", text)
      try git("init", "--quiet", in: "source").required()
      try git("add", ".", in: "source").required()
      try git("commit", "--quiet", "--message", "hooks", in: "source").required()
    }

    func git(_ arguments: String..., in folder: String = "repository") throws -> Outcome {
      try run("/usr/bin/git", ["-C", scratch(folder)] + arguments, environment: environment)
    }

    func command(_ name: String, _ arguments: String...) throws -> Outcome {
      let words = ["--chdir=\(scratch("repository"))", try Tools.program(name)] + arguments
      return try run("/usr/bin/env", words, environment: environment, limit: 120)
    }

    func commit(_ files: [String: String]) throws -> Outcome {
      for (name, text) in files {
        let folder = (name as NSString).deletingLastPathComponent
        try scratch.folder("repository/\(folder)")
        try scratch.file("repository/\(name)", text)
      }
      try git("add", ".").required()
      return try git("commit", "--message", "change")
    }
  }

  @Test func aGoodCommitPassesAndABadOneIsStopped() async throws {
    try await withScratch { scratch in
      let repository = try Repository(scratch)
      let good = try repository.commit(["deploy/10-pods.conflist": Self.good, "README.md": "not ours\n"])
      #expect(good.succeeded, "\(good)")
      #expect((good.output + good.errors).contains("Passed"))

      let bad = try repository.commit([
        "deploy/20-one.conflist": Self.good.replacing("10.88.0.0/16", with: "10.88.0.7/16"),
        "deploy/30-two.conflist": Self.good.replacing("\"ptp\"", with: "\"ptpp\""),
      ])
      #expect(!bad.succeeded)
      let said = bad.output + bad.errors
      #expect(said.contains("deploy/20-one.conflist:9:33: error: subnet 10.88.0.7/16 has host bits set"), "\(said)")
      #expect(said.contains("deploy/30-two.conflist:6:15: error: there is no plugin ptpp"))
      #expect(said.contains("2 errors"), "all files are checked in one call")
      let log = try repository.git("log", "--oneline").required()
      #expect(log.split(separator: "\n").count == 1, "the bad commit was not made")
    }
  }
}

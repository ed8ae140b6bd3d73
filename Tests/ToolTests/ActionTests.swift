import Foundation
import TestSupport
import Testing

/// The GitHub Action: its form, by the schema that editors check it with, and its steps, done as a runner does them.
@Suite struct ActionTests {
  private static let file = Machine.repository.appending(path: "action.yml").path

  @Test func formsAreThoseOfTheServices() async throws {
    let checker = try Tools.program("check-jsonschema")
    try run(checker, ["--builtin-schema", "vendor.github-actions", Self.file]).required()
    let example = Machine.repository.appending(path: "docs/examples/gitlab-ci.yml").path
    try run(checker, ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", example]).required()
    let guide = try TestFiles.text("../docs/guides/checking-a-repository-in-ci.md")
    let begin = try #require(guide.range(of: "`.github/workflows/cni.yaml`:\n\n```yaml\n")).upperBound
    let workflow = guide[begin...].prefix { $0 != "`" }
    try await withScratch { scratch in
      let file = try scratch.file("cni.yaml", String(workflow))
      try run(checker, ["--builtin-schema", "vendor.github-workflows", file]).required()
    }
  }

  @Test func theHookAndTheActionTakeTheSameFiles() throws {
    let hooks = try String(contentsOf: Machine.repository.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
    let script = try String(contentsOf: Machine.repository.appending(path: "scripts/action"), encoding: .utf8)
    let pattern = try #require(hooks.split(separator: "files: &files '").dropFirst().first?.split(separator: "'").first)
    #expect(script.contains("pattern='\(pattern)'"))
  }

  /// What a step of the action does in a repository, with its expressions filled in.
  private func step(_ name: String, in repository: String, _ inputs: [String: String]) throws -> Outcome {
    let program = """
      import json, os, re, sys, yaml
      action = yaml.safe_load(open(sys.argv[1]))
      inputs = {key: value.get("default", "") for key, value in action["inputs"].items()}
      inputs.update(json.loads(sys.argv[3]))
      step = next(step for step in action["runs"]["steps"] if step["name"] == sys.argv[2])
      fill = lambda text: re.sub(r"\\$\\{\\{ inputs\\.(\\w+) \\}\\}", lambda found: inputs[found[1]], text)
      os.environ.update({key: fill(value) for key, value in step.get("env", {}).items()})
      os.execvp("bash", ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", fill(step["run"])])
      """
    let stated = String(decoding: try JSONSerialization.data(withJSONObject: inputs), as: UTF8.self)
    var environment = ProcessInfo.processInfo.environment
    environment["GITHUB_ACTION_PATH"] = Machine.repository.path
    return try run(
      "/usr/bin/env",
      ["--chdir=\(repository)", try Tools.program("python3"), "-c", program, Self.file, name, stated],
      environment: environment)
  }

  private static let faulty = """
    {"cniVersion": "1.0.0", "name": "pods", "plugins": [
      {"type": "bridge", "isGatway": true, "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16"}]]}}
    ]}

    """

  @Test func theStepChecksWhatIsTracked() async throws {
    try await withScratch { scratch in
      try scratch.folder("repository/net.d")
      let repository = scratch("repository")
      try run("/usr/bin/git", ["-C", repository, "init", "--quiet"]).required()
      let inputs = ["cnigen": try Machine.cnigen(), "containerd": "1.6.20", "plugins": "1.1.1"]
      let nothing = try step("Check CNI configuration", in: repository, inputs)
      #expect(nothing.succeeded && nothing.output.contains("There is no CNI configuration"), "\(nothing)")

      try scratch.file("repository/net.d/10-a pods.conflist", Self.faulty)
      try scratch.file("repository/README", "no configuration")
      try run("/usr/bin/git", ["-C", repository, "add", "."]).required()
      let outcome = try step("Check CNI configuration", in: repository, inputs)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(
        outcome.output.contains("::error file=net.d/10-a pods.conflist,line=2,")
          && outcome.output.contains("title=unknown-key::bridge has no key isGatway"), "\(outcome)")

      try scratch.file("repository/net.d/10-a pods.conflist", Self.faulty.replacing("isGatway", with: "vendorKey"))
      let mended = try step("Check CNI configuration", in: repository, inputs)
      #expect(mended.succeeded, "\(mended)")
      #expect(mended.output.contains("::warning"), "\(mended)")
      let strict = try step("Check CNI configuration", in: repository, inputs.merging(["strict": "true"]) { $1 })
      #expect(strict.end == .exited(1), "\(strict)")
      let named = try step("Check CNI configuration", in: repository, inputs.merging(["files": "net.d\nREADME"]) { $1 })
      #expect(named.succeeded && named.output.contains("::warning"), "\(named)")
    }
  }

  /// The lines of GitLab's job, done as its runner does them.
  @Test func theJobForGitLabChecksWhatIsTracked() async throws {
    let program = """
      import os, sys, yaml
      job = yaml.safe_load(open(sys.argv[1]))["cni-configuration"]
      os.execvp("bash", ["bash", "-eo", "pipefail", "-c", "\\n".join(job["script"])])
      """
    let example = Machine.repository.appending(path: "docs/examples/gitlab-ci.yml").path
    try await withScratch { scratch in
      try scratch.folder("programs")
      try FileManager.default.createSymbolicLink(
        atPath: scratch("programs/cnigen"), withDestinationPath: Machine.cnigen())
      var environment = ProcessInfo.processInfo.environment
      environment["PATH"] = "\(scratch("programs")):\(environment["PATH"] ?? "/usr/bin:/bin")"
      for (path, text) in [
        ("net.d/10-a pods.conflist", Self.faulty), ("edge.cnigen.yaml", "apiVersion: cnigen/v1\nkind: Profil\n"),
      ] {
        let repository = try scratch.folder("repository-\(path.utf8.count)")
        try run("/usr/bin/git", ["-C", repository, "init", "--quiet"]).required()
        try FileManager.default.createDirectory(atPath: repository + "/net.d", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: repository).appending(path: path))
        for isTracked in [false, true] {
          if isTracked { try run("/usr/bin/git", ["-C", repository, "add", "."]).required() }
          let outcome = try run(
            "/usr/bin/env", ["--chdir=\(repository)", try Tools.program("python3"), "-c", program, example],
            environment: environment)
          #expect(outcome.succeeded == !isTracked, "\(path): \(outcome)")
          #expect(outcome.output.contains("\(path):") == isTracked, "\(outcome)")
        }
        let report = try String(contentsOfFile: repository + "/cnigen.sarif", encoding: .utf8)
        #expect(report.contains("\"results\": [") && report.contains("\"level\": \"error\""), "\(report)")
      }
    }
  }
}

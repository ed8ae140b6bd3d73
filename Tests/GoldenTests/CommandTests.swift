import Foundation
import TestSupport
import Testing

/// What a shell and a script see of the program: exit statuses, streams, and calls that are put differently.
@Suite struct CommandTests {
  private static let good = """
    apiVersion: cnigen/v1
    kind: Profile
    name: demo
    target: {containerd: 1.6.20, plugins: 1.1.1}
    network:
      bridge: {name: cni0, gateway: true, hairpin: true}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}
      portMappings: {markChain: KUBE-MARK-MASQ}

    """

  private func files(below path: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
      files[name] = (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? "folder"
    }
    return files
  }

  @Test func aMisspeltCommandIsNamed() async throws {
    try await withScratch { scratch in
      for (word, words) in [
        ("valdate", "There is no command 'valdate'. Did you mean 'validate'?"),
        ("rolback", "Did you mean 'rollback'?"), ("nonsense", "There is no command 'nonsense'.\n"),
      ] {
        let outcome = try cnigen([word], in: scratch.path)
        #expect(outcome.end == .exited(64) && outcome.errors.contains(words), "\(outcome)")
      }
    }
  }

  @Test func aMessageOfANodeLeadsToACheckOfIt() async throws {
    try await withScratch { scratch in
      let message = try cnigen(["explain", "failed (add): incompatible CNI versions"], in: scratch.path)
      #expect(message.end == .exited(0) && message.output.contains("cnigen validate /etc/cni/net.d"))
      #expect(message.output.contains("\n  version-unsupported  "))
      let unknown = try cnigen(["explain", "the", "cat", "sat", "on", "the", "mat"], in: scratch.path)
      #expect(unknown.end == .exited(1) && unknown.errors.contains("cnigen validate /etc/cni/net.d"))
      let word = try cnigen(["explain", "zzz"], in: scratch.path)
      #expect(word.end == .exited(1) && word.errors.contains("cnigen explain alone lists"))
    }
  }

  /// A slip in the lines that say whose a file is must not have it passed over.
  @Test func aProfileThatDoesNotSaySoIsChecked() async throws {
    try await withScratch { scratch in
      let headless = Self.good.replacing("apiVersion: cnigen/v1\n", with: "")
      try scratch.file("cnigen.yaml", headless.replacing("kind: Profile\n", with: ""))
      try scratch.file("edge.cnigen.yaml", Self.good.replacing("cnigen/v1", with: "cnigenv1"))
      try scratch.file("site.yaml", headless)
      for name in ["cnigen.yaml", "edge.cnigen.yaml", "site.yaml"] {
        let outcome = try cnigen(["validate", name], in: scratch.path)
        #expect(outcome.end == .exited(1) && outcome.output.contains("apiVersion"), "\(outcome)")
      }
      try scratch.file("service.yaml", "apiVersion: v1\nkind: Template\n")
      let other = try cnigen(["validate", "service.yaml"], in: scratch.path)
      #expect(other.end == .exited(0) && other.output.isEmpty)
      #expect(other.errors.contains("no file here is one that cnigen checks"))
      try scratch.file("good.yaml", Self.good)
      let both = try cnigen(["validate", "service.yaml", "good.yaml"], in: scratch.path)
      #expect(both.end == .exited(0) && both.errors.isEmpty)
    }
  }

  /// What containerd has rendered from our template is nobody else's, and would win over the file that comes instead.
  @Test func whatWasRenderedIsNoForeignNetwork() async throws {
    try await withScratch { scratch in
      let network = Self.good.replacing("[10.88.0.0/16]", with: "kubernetes")
      #expect(network.contains("kubernetes"))
      try scratch.file("template.yaml", network)
      try scratch.file("file.yaml", Self.good)
      try scratch.folder("node/etc/cni/net.d")
      let node = ["--root", "node", "--containerd", "1.7.34", "--plugins", "1.5.1"]
      #expect(try cnigen(["apply", "template.yaml"] + node, in: scratch.path).end == .exited(0))
      let rendered = "node/etc/cni/net.d/10-containerd-net.conflist"
      let other = try TestFiles.text("Cases/reference/10-containerd-net.conflist")
      try scratch.file(rendered, other)
      let outcome = try cnigen(["apply", "file.yaml"] + node, in: scratch.path)
      #expect(outcome.end == .exited(0) && outcome.errors.contains("[rendered-network-wins]"), "\(outcome)")
      #expect(try String(contentsOfFile: scratch(rendered), encoding: .utf8) == other)
      // Under any other name it is somebody else's.
      try scratch.file("node/etc/cni/net.d/05-x.conflist", other)
      #expect(try cnigen(["rollback", "--root", "node"], in: scratch.path).end == .exited(0))
      let foreign = try cnigen(["apply", "file.yaml"] + node, in: scratch.path)
      #expect(foreign.end == .exited(1) && foreign.errors.contains("[foreign-network-wins]"), "\(foreign)")
    }
  }

  @Test func aFileThatWasEditedIsReplacedAndNamed() async throws {
    try await withScratch { scratch in
      try scratch.file("edge.yaml", Self.good)
      #expect(try !cnigen(["build", "edge.yaml"], in: scratch.path).errors.contains("was not as"))
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: scratch("out")).first { $0.hasSuffix(".conflist") })
      let built = try String(contentsOfFile: scratch("out/\(name)"), encoding: .utf8)
      for options in [[], ["-q"]] {
        try scratch.file("out/\(name)", "by hand")
        let outcome = try cnigen(["build", "edge.yaml"] + options, in: scratch.path)
        #expect(outcome.end == .exited(0) && outcome.errors.contains("out/\(name) was not as") == options.isEmpty)
        #expect(try String(contentsOfFile: scratch("out/\(name)"), encoding: .utf8) == built)
      }
    }
  }

  @Test func whatIsNoneOfOursIsNoFaultyYAML() async throws {
    try await withScratch { scratch in
      try scratch.file("README.md", "[![CI](badge)](link)\n\nfoo: [bar\n")
      try scratch.file("empty.txt", "# nothing\n")
      try scratch.file("picture.png", "\u{1}\u{2}PNG: [\n")
      let names = ["README.md", "empty.txt", "picture.png"]
      let outcome = try cnigen(["validate", "-v"] + names, in: scratch.path)
      #expect(outcome.end == .exited(0), "\(outcome)")
      for name in names { #expect(outcome.output.contains("\(name) is nothing that cnigen knows"), "\(outcome)") }
      let forced = try cnigen(["validate", "--kind", "profile", "README.md"], in: scratch.path)
      #expect(forced.end == .exited(1) && forced.output.contains("[yaml-"), "\(forced)")
      let named = try cnigen(["validate", "README.md"] + ["broken.yaml"], in: scratch.path)
      #expect(named.end == .exited(66))
      try scratch.file("broken.yaml", "foo: [bar\n")
      #expect(try cnigen(["validate", "broken.yaml"], in: scratch.path).end == .exited(1))
    }
  }

  /// The extension alone tells a runtime what a file is.
  @Test func aListInAConfIsToldAlso() async throws {
    try await withScratch { scratch in
      let list = try TestFiles.text("Cases/reference/10-containerd-net.conflist")
      for (path, status) in [
        ("10-a.conf", Int32(1)), ("net.d/10-a.json", 1), ("10-a.json", 0), ("10-a.conflist", 0), ("10-a.txt", 0),
      ] {
        try scratch.file(path, list)
        let outcome = try cnigen(["validate", path], in: scratch.path)
        #expect(
          outcome.end == .exited(status) && outcome.output.contains("[list-in-conf]") == (status == 1),
          "\(path) \(outcome)")
      }
      for (path, rule) in [("net.d/a.json", "stray-json"), ("net.d/a.conf", "bad-network-file"), ("a.json", nil)] {
        try scratch.file(path, "{\"name\": \"a\", \"bridge\": \"cni0\"}")
        let outcome = try cnigen(["validate", path], in: scratch.path)
        #expect(outcome.end == .exited(rule == nil ? 0 : 1), "\(outcome)")
        #expect(rule.map(outcome.output.contains) ?? true, "\(outcome)")
      }
      let forced = try cnigen(["validate", "--kind", "conflist", "10-a.conf"], in: scratch.path)
      #expect(forced.end == .exited(0), "\(forced)")
    }
  }

  /// A folder is read as that of a node; who means a repository is told what to type.
  @Test func aRepositoryIsNoFolderOfANode() async throws {
    try await withScratch { scratch in
      try scratch.file("good.yaml", Self.good)
      let repository = try cnigen(["validate", "."], in: scratch.path)
      #expect(repository.end == .exited(1) && repository.output.contains("name the files to check: cnigen validate"))
      try scratch.folder("net.d")
      let node = try cnigen(["validate", "net.d"], in: scratch.path)
      #expect(node.end == .exited(1) && node.output.contains("put a list there"))
    }
  }

  /// The plain calls that skip the argument parser do what the parser would have them do.
  @Test(arguments: [
    ["build", "good.yaml"], ["build", "good.yaml", "-o", "dir"], ["build", "-q", "good.yaml", "--output", "a/b"],
    ["build", "-v", "good.yaml"], ["build", "--quiet", "--verbose", "good.yaml"], ["build", "bad.yaml"],
    ["build", "bad.yaml", "-q"], ["build", "missing.yaml"], ["validate", "good.yaml"],
    ["validate", "bad.yaml", "good.yaml", "missing.yaml"], ["validate", "--quiet", "bad.yaml"],
    ["validate", "-v", "good.yaml", "."], ["validate", "good.yaml", "--verbose", "good.yaml"],
  ])
  func plainCallsAreTheParsersOwn(_ arguments: [String]) async throws {
    try await withScratch { scratch in
      var seen: [(Outcome, [String: String])] = []
      for (folder, more) in [("plain", []), ("parsed", ["--color", "auto"])] {
        try scratch.folder(folder)
        try scratch.file("\(folder)/good.yaml", Self.good)
        try scratch.file("\(folder)/bad.yaml", Self.good.replacing("gateway", with: "gatway"))
        let outcome = try cnigen(arguments + more, in: scratch(folder))
        seen.append((outcome, try files(below: scratch(folder))))
      }
      #expect(seen[0].0.end == seen[1].0.end)
      #expect(seen[0].0.output == seen[1].0.output)
      #expect(seen[0].0.errors == seen[1].0.errors)
      #expect(seen[0].1 == seen[1].1)
    }
  }

  @Test(
    arguments: [
      (["build", "good.yaml"], 0), (["build", "good.yaml", "--strict"], 1), (["build", "bad.yaml"], 1),
      (["build", "missing.yaml"], 66), (["build", "."], 66), (["build", "/dev/null"], 66), (["build"], 64),
      (["build", "good.yaml", "--nonsense"], 64), (["build", "good.yaml", "--format", "xml"], 64),
      (["build", "good.yaml", "--containerd", "v1"], 64), (["nonsense"], 64),
      (["build", "good.yaml", "-o", "good.yaml"], 73), (["build", "good.yaml", "-o", "good.yaml/below"], 73),
      (["--version"], 0), (["--help"], 0), (["build", "--help"], 0), (["schema"], 0), (["schema", "nonsense"], 64),
      (["schema", "--draft", "4"], 64), (["schema", "conflist", "--plugins", "1.1.7"], 64),
      (["schema", "-o", "."], 73), (["schema", "-o", "missing/schema.json"], 73), (["schema", "-o", ""], 73),
    ] as [([String], Int32)])
  func exitStatuses(_ arguments: [String], _ status: Int32) async throws {
    try await withScratch { scratch in
      try scratch.file("good.yaml", Self.good)
      try scratch.file("bad.yaml", Self.good.replacing("gateway", with: "gatway"))
      let outcome = try cnigen(arguments, in: scratch.path)
      #expect(outcome.end == .exited(status), "\(outcome)")
    }
  }

  @Test func standardOutputCarriesDataOnly() async throws {
    try await withScratch { scratch in
      let outcome = try cnigen(["build", "-", "-o", "-"], in: scratch.path, input: Self.good)
      #expect(outcome.succeeded)
      #expect(outcome.output.hasPrefix("{\n  \"cniVersion\": \"1.0.0\",\n"))
      #expect(outcome.output.hasSuffix("}\n"))
      #expect(outcome.errors.contains("<stdin>:8:29: warning: "))
      #expect(try files(below: scratch.path).isEmpty)
    }
  }

  @Test func findingsAsJSON() async throws {
    try await withScratch { scratch in
      try scratch.file("good.yaml", Self.good.replacing("markChain: KUBE-MARK-MASQ", with: "snat: true"))
      try scratch.file("bad.yaml", Self.good.replacing("gateway", with: "gatway"))
      let clean = try cnigen(["build", "good.yaml", "--format", "json", "-q"], in: scratch.path)
      #expect(clean.succeeded && clean.output.isEmpty && clean.errors == "[]\n")

      let outcome = try cnigen(["build", "bad.yaml", "--format", "json"], in: scratch.path)
      let array = try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8)) as? [[String: Any]]
      let finding = try #require(array?.first { $0["rule"] as? String == "unknown-key" })
      #expect(
        Set(finding.keys) == [
          "rule", "severity", "message", "file", "line", "column", "endLine", "endColumn", "pointer", "notes", "help",
        ])
      #expect(finding["severity"] as? String == "error")
      #expect(finding["file"] as? String == "bad.yaml")
      #expect(finding["line"] as? Int == 6)
      #expect(finding["column"] as? Int == 24)
      #expect(finding["endLine"] as? Int == 6)
      #expect(finding["endColumn"] as? Int == 30)
      #expect(finding["pointer"] as? String == "/network/bridge/gatway")
      #expect(finding["help"] as? String == "write gateway")
    }
  }

  @Test func schemasForEditorsAndForReleases() async throws {
    try await withScratch { scratch in
      try scratch.file("old.json", "what stood here")
      for (arguments, file) in [
        (["schema", "profile", "--draft", "7"], "old.json"),
        (["schema", "conflist", "--plugins", "1.1.1"], "new.json"),
      ] {
        let printed = try cnigen(arguments, in: scratch.path)
        let written = try cnigen(arguments + ["-o", file], in: scratch.path)
        #expect(printed.succeeded && written.succeeded && written.output.isEmpty && printed.errors.isEmpty)
        #expect(try String(contentsOfFile: scratch(file), encoding: .utf8) == printed.output)
      }
      let seven = try cnigen(["schema", "--draft", "7"], in: scratch.path).output
      #expect(seven.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"))
      #expect(!seven.contains("$defs"))
      let old = try cnigen(["schema", "conflist", "--plugins", "1.1.1"], in: scratch.path).output
      #expect(old.contains("for the reference plugins 1.1.1\","))
    }
  }

  @Test func overridesOnTheCommandLineStandAboveTheProfile() async throws {
    try await withScratch { scratch in
      try scratch.file("fixed.yaml", Self.good.replacing("network:\n", with: "network:\n  cniVersion: 1.0.0\n"))
      try scratch.folder("out")
      try scratch.file("out/keep", "as it was")
      let outcome = try cnigen(["build", "fixed.yaml", "--plugins", "0.9.1"], in: scratch.path)
      #expect(outcome.end == .exited(1))
      #expect(
        outcome.errors.contains(
          #"incompatible CNI versions; config is "1.0.0", plugin supports ["0.1.0" "0.2.0" "0.3.0" "0.3.1" "0.4.0"]"#))
      #expect(try files(below: scratch("out")) == ["keep": "as it was"])
    }
  }
}

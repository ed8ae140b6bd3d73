import Foundation
import TestSupport
import Testing

/// `cnigen init`, `cnigen templates`, and a build that is told nothing.
@Suite struct InitTests {
  private static let templates: [String] = ((try? TestFiles.names(in: "../templates")) ?? [])
    .map { $0.replacing(".yaml", with: "") }

  @Test func enoughTemplates() { #expect(Self.templates.count >= 10) }

  /// As it is written, without a warning, whatever the nodes have.
  @Test(arguments: templates) func everyTemplateBuilds(_ name: String) async throws {
    for releases in [[], ["--containerd", "1.6.20", "--plugins", "1.1.1"]] {
      try await withScratch { scratch in
        try cnigen(["init", "--template", name] + releases, in: scratch.path).required()
        try cnigen(["build", "--strict"], in: scratch.path).required()
        let made = try FileManager.default.contentsOfDirectory(atPath: scratch("out"))
        #expect(made.contains { $0.hasSuffix(".conflist") } && made.contains("SHA256SUMS"))
        try cnigen(["validate", "--strict", "cnigen.yaml"] + releases, in: scratch.path).required()
      }
    }
  }

  @Test(arguments: templates) func everyTemplateIsSound(_ name: String) throws {
    try cnigen(["validate", "--strict", "templates/\(name).yaml"], in: Machine.repository.path).required()
  }

  @Test func theFirstProfileBuilds() async throws {
    try await withScratch { scratch in
      try cnigen(["init"], in: scratch.path).required()
      try cnigen(["build", "--strict"], in: scratch.path).required()
      #expect(FileManager.default.fileExists(atPath: scratch("out/10-containerd-net.conflist")))
    }
  }

  @Test func nothingIsWrittenOver() async throws {
    try await withScratch { scratch in
      try scratch.file("cnigen.yaml", "mine\n")
      let outcome = try cnigen(["init"], in: scratch.path)
      #expect(outcome.end == .exited(73))
      #expect(outcome.errors.contains("cannot write cnigen.yaml: it is there already"))
      #expect(try String(contentsOfFile: scratch("cnigen.yaml"), encoding: .utf8) == "mine\n")
      try FileManager.default.removeItem(atPath: scratch("cnigen.yaml"))
      try FileManager.default.createSymbolicLink(atPath: scratch("cnigen.yaml"), withDestinationPath: "elsewhere")
      #expect(try cnigen(["init"], in: scratch.path).end == .exited(73))
      #expect(!FileManager.default.fileExists(atPath: scratch("elsewhere")))
    }
  }

  @Test func aTemplateOfOnesOwn() async throws {
    try await withScratch { scratch in
      try scratch.folder("sites")
      try scratch.file(
        "own.yaml",
        """
        apiVersion: cnigen/v1
        kind: Template
        name: own
        parameters:
          subnet: {type: cidr, example: 10.7.0.0/24}
          labels: {type: map, of: string, optional: true, example: {a: "x: y", b: "#"}}
        network:
          bridge: {name: br-own, gateway: true, hairpin: true}
          addresses: {ranges: ["${subnet}"], routes: [default]}
          plugins: [{type: vendor, labels: "${labels}"}]

        """)
      try cnigen(["init", "--template", "own.yaml", "-o", "sites/one.yaml"], in: scratch.path).required()
      let text = try String(contentsOfFile: scratch("sites/one.yaml"), encoding: .utf8)
      #expect(text.contains("template: ../own.yaml\n"))
      try cnigen(["build", "sites/one.yaml"], in: scratch.path).required()
      // What stands in a comment is a value, too.
      try scratch.file("sites/one.yaml", text.replacing("# labels:", with: "labels:"))
      try cnigen(["build", "sites/one.yaml"], in: scratch.path).required()
      let made = try String(contentsOfFile: scratch("out/10-own.conflist"), encoding: .utf8)
      #expect(made.contains(#""a": "x: y""#) && made.contains(##""b": "#""##))
    }
  }

  @Test func aSlipInTheNameIsAnswered() async throws {
    try await withScratch { scratch in
      for command in [["init", "--template", "dual-stack-brige"], ["templates", "dual-stack-brige"]] {
        let outcome = try cnigen(command, in: scratch.path)
        #expect(outcome.end == .exited(1))
        #expect(outcome.errors.contains("did you mean dual-stack-bridge?"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
  }

  @Test func theListNamesThemAll() async throws {
    try await withScratch { scratch in
      let list = try cnigen(["templates"], in: scratch.path)
      for name in Self.templates {
        #expect(list.output.contains("  \(name) "))
        let source = try cnigen(["templates", name, "--source"], in: scratch.path)
        #expect(source.output == (try TestFiles.text("../templates/\(name).yaml")))
        let page = try cnigen(["templates", name], in: scratch.path)
        #expect(page.output.hasPrefix("\(name): "))
      }
    }
  }

  /// A build without a name takes the nearest cnigen.yaml, up to the top of the repository and no further.
  @Test func theNearestProfileIsTaken() async throws {
    try await withScratch { scratch in
      try scratch.folder("above/repository/.git")
      try scratch.folder("above/repository/deep/deeper")
      try cnigen(["init"], in: scratch("above")).required()
      let nothing = try cnigen(["build"], in: scratch("above/repository/deep/deeper"))
      #expect(nothing.end == .exited(64))
      #expect(nothing.errors.contains("`cnigen init` writes one"))
      try cnigen(["init"], in: scratch("above/repository")).required()
      let outcome = try cnigen(["build"], in: scratch("above/repository/deep/deeper"))
      #expect(outcome.end == .exited(0))
      #expect(outcome.errors == "cnigen: using ../../cnigen.yaml\n")
      #expect(FileManager.default.fileExists(atPath: scratch("above/repository/deep/deeper/out/SHA256SUMS")))
    }
  }
}

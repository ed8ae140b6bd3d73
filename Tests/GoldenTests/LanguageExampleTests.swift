import Foundation
import TestSupport
import Testing

/// Every example of the pages about the language works as it is written. `Cases/language.md` is the page that the
/// language was designed with, and normative; `docs/language.md` is the one that people read.
@Suite struct LanguageExampleTests {
  static let examples: [LanguageExample] = ["Cases/language.md", "../docs/language.md"].flatMap {
    (try? LanguageExample.all(in: $0)) ?? []
  }

  @Test func enoughExamples() {
    #expect(Self.examples.count { $0.page == "Cases/language.md" } == 6)
    #expect(Set(Self.examples.map(\.kind)) == ["Profile", "Template", "Fleet", "Capabilities"])
  }

  @Test(arguments: examples) func worksAsWritten(_ example: LanguageExample) async throws {
    for document in example.documents {
      try await withScratch { scratch in
        try Self.furnish(scratch)
        try scratch.file("site/example.yaml", document)
        let isBuilt = ["Profile", "Fleet"].contains(example.kind)
        let arguments = isBuilt ? ["build", "site/example.yaml"] : ["validate", "site/example.yaml"]
        try run("/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen()] + arguments).required()
        guard isBuilt else { return }
        let made = try FileManager.default.subpathsOfDirectory(atPath: scratch("out"))
        #expect(made.contains { $0.hasSuffix(".conflist") || $0.hasSuffix(".template") }, "\(document)")
      }
    }
  }

  /// The first one is the reference, key by key.
  @Test func theFirstIsTheReference() async throws {
    let first = try #require(Self.examples.first)
    try await withScratch { scratch in
      try scratch.file("example.yaml", first.text)
      try run("/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen(), "build", "example.yaml"]).required()
      let made = try Data(contentsOf: URL(filePath: scratch("out/10-containerd-net.conflist")))
      let due = try TestFiles.text("Cases/reference/10-containerd-net.conflist")
      let documents = try [made, Data(due.utf8)].map { try JSONSerialization.jsonObject(with: $0) as? NSDictionary }
      #expect(documents[0] != nil && documents[0] == documents[1])
    }
  }

  /// The files that examples name.
  private static func furnish(_ scratch: Scratch) throws {
    for folder in ["site/nodes", "profiles"] { try scratch.folder(folder) }
    try scratch.file("profiles/containerd-net.yaml", try TestFiles.text("../profiles/containerd-net.yaml"))
    let capabilities = examples.first { $0.text.contains("kind: Capabilities") }?.text ?? ""
    for name in ["edge-node.caps.yaml", "nodes/edge.yaml"] { try scratch.file("site/\(name)", capabilities) }
    try scratch.file("site/nodes.csv", "name,pool,subnets\n")
    try scratch.file("site/nodes.json", #"{"kind": "List", "items": []}"#)
  }
}

import Foundation
import Manual
import TestSupport
import Testing

/// The manual pages in `docs/man`.
@Suite struct ManualTests {
  private static let folder = "../docs/man"

  @Test func thePagesAreFresh() throws {
    let pages = try Self.manual().pages
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      for name in try TestFiles.names(in: Self.folder) where !pages.contains(where: { $0.name == name }) {
        try FileManager.default.removeItem(atPath: TestFiles.path("\(Self.folder)/\(name)"))
      }
      for page in pages {
        try page.text.write(toFile: TestFiles.path("\(Self.folder)/\(page.name)"), atomically: true, encoding: .utf8)
      }
    }
    #expect(try TestFiles.names(in: Self.folder) == pages.map(\.name).sorted(), "write them again with CNIGEN_UPDATE=1")
    for page in pages {
      let written = try TestFiles.text("\(Self.folder)/\(page.name)")
      #expect(written == page.text, "\(page.name): write it again with CNIGEN_UPDATE=1")
    }
  }

  /// Neither reader of manual pages has anything to say about them, and what they show has no macro left in it.
  @Test func bothReadersTakeThem() throws {
    for name in try TestFiles.names(in: Self.folder) {
      let path = TestFiles.path("\(Self.folder)/\(name)")
      let folder = TestFiles.path(Self.folder)
      let lint = try run("/usr/bin/env", ["--chdir=\(folder)", try Machine.program("mandoc"), "-Tlint", name])
      // The BSDs have conventions for the pages of their own systems.
      let faults = (lint.output + lint.errors).split(separator: "\n").filter { !$0.hasSuffix("(NetBSD)") }
      #expect(faults.isEmpty, "\(lint)")
      let groff = try run(try Machine.program("groff"), ["-mandoc", "-ww", "-rLL=80n", "-Tutf8", "-P-cbou", path])
      #expect(groff.succeeded && groff.errors.isEmpty, "\(groff.errors)")
      for reading in [groff.output, try Self.shown(name)] {
        #expect(reading.contains("NAME") && reading.contains("SEE ALSO"))
        #expect(!reading.split(separator: "\n").contains { $0.hasPrefix(".") || $0.contains("\\f") }, "\(name)")
      }
    }
  }

  /// Every command has a page with each of its options; those of the first page are linked.
  @Test func everyOptionIsOnItsPage() throws {
    let tree = try CommandTree.read(try cnigen(["--experimental-dump-help"]).required())
    for command in tree.commands {
      let name = "cnigen-\(command.commandName)"
      let page = try Self.shown("\(name).1")
      let help = try cnigen(["help", command.commandName]).required()
      let options = help.matches(of: #/(?m)^  (?:-\w, )?(--[a-z-]+)/#).map { String($0.output.1) }
      #expect(options.count >= 2)
      for option in options { #expect(page.contains(option), "\(option) is not on the page \(name)") }
      #expect(try Self.shown("cnigen.1").contains("\(name)(1)"))
    }
  }

  /// What a page tells people to type works, beside the files of `profiles/`; of those that try networks only the line
  /// is looked at, since not every machine can.
  @Test func theExamplesWork() async throws {
    let tree = try CommandTree.read(try cnigen(["--experimental-dump-help"]).required())
    let calls = [("", Examples.first)] + tree.commands.map { ($0.commandName, Examples.of($0.commandName)) }
    for (command, examples) in calls where !examples.isEmpty {
      try await withScratch { scratch in
        try run("/usr/bin/env", ["cp", "--recursive", "\(TestFiles.path("../profiles"))/.", scratch.path]).required()
        try cnigen(["build", "containerd-net.yaml", "-o", "out"], in: scratch.path).required()
        for example in examples {
          for line in example.lines.split(separator: "\n") {
            #expect(line.hasPrefix("cnigen"))
            let isTrial = command == "try"
            let typed = isTrial ? "\(line)".replacing(".yaml", with: ".missing.yaml") : "\(line)"
            let folder = URL(filePath: try Machine.cnigen()).deletingLastPathComponent().path(percentEncoded: false)
            let outcome = try run(
              "/usr/bin/env",
              ["--chdir=\(scratch.path)", "PATH=\(folder):/usr/bin:/bin", "/bin/sh", "-c", "set -e; \(typed)"])
            #expect(outcome.end == .exited(isTrial ? 66 : 0), "\(outcome)")
          }
        }
      }
    }
  }

  private static func shown(_ name: String) throws -> String {
    try run(try Machine.program("mandoc"), ["-Tascii", "-Owidth=400", TestFiles.path("\(folder)/\(name)")]).required()
      .replacing(#/.\x08/#, with: "")
  }

  private static func manual() throws -> Manual {
    let source = try TestFiles.text("../Sources/cnigen/Support/Release.swift")
    guard let date = source.firstMatch(of: #/date = "([0-9-]+)"/#)?.output.1 else {
      throw Trouble("no date of the release")
    }
    let version = try cnigen(["--version"]).required().trimmingCharacters(in: .newlines)
    return Manual(
      of: try CommandTree.read(try cnigen(["--experimental-dump-help"]).required()), version: version,
      date: String(date), language: try TestFiles.text("../docs/language.md"),
      guides: try TestFiles.names(in: "../docs/guides").map { try TestFiles.text("../docs/guides/\($0)") })
  }
}

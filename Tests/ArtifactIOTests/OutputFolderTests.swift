import ArtifactIO
import Foundation
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func artifact(_ name: String, _ text: String) -> Artifact {
    Artifact(name.split(separator: "/").map(String.init), Array(text.utf8))
  }

  @Test func aNewTreeHasModesAndSums() async throws {
    try await withScratch { scratch in
      let outcome = try OutputFolder.write(
        [artifact("a/b.conflist", "x"), artifact("c.toml", "y")], to: scratch("out"))
      #expect(outcome.written == ["a/b.conflist", "c.toml", "SHA256SUMS"])
      #expect(try mode(scratch("out")) == 0o755)
      #expect(try mode(scratch("out/a")) == 0o755)
      #expect(try mode(scratch("out/a/b.conflist")) == 0o644)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["out"])
    }
  }

  @Test func theSecondRunTouchesNothing() async throws {
    try await withScratch { scratch in
      let artifacts = [artifact("a.conflist", "x"), artifact("c.toml", "y")]
      _ = try OutputFolder.write(artifacts, to: scratch("out"))
      let before = try FileManager.default.attributesOfItem(atPath: scratch("out/a.conflist"))[.systemFileNumber]
      let outcome = try OutputFolder.write(artifacts, to: scratch("out"))
      let after = try FileManager.default.attributesOfItem(atPath: scratch("out/a.conflist"))[.systemFileNumber]
      #expect(outcome.written.isEmpty)
      #expect(outcome.unchanged.count == 3)
      #expect(before as? NSNumber == after as? NSNumber)
    }
  }

  @Test func aFileWithAnotherModeIsWrittenAgain() async throws {
    try await withScratch { scratch in
      _ = try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("out"))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch("out/a.conflist"))
      #expect(try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("out")).written == ["a.conflist"])
      #expect(try mode(scratch("out/a.conflist")) == 0o644)
    }
  }

  @Test func whatWasNotLeftByTheLastRunIsNamed() async throws {
    try await withScratch { scratch in
      let names = ["a.conflist", "b.conflist", "c.conflist", "node/d.conflist"]
      _ = try OutputFolder.write(names.map { artifact($0, "old") }, to: scratch("out"))
      try scratch.file("out/b.conflist", "edited by hand")
      try scratch.file("out/c.conflist", "new")
      try scratch.file("out/node/d.conflist", "")
      try scratch.file("out/e.conflist", "somebody else's")
      #expect(chmod(scratch("out/e.conflist"), 0o600) == 0)
      let outcome = try OutputFolder.write((names + ["e.conflist"]).map { artifact($0, "new") }, to: scratch("out"))
      #expect(outcome.overwritten == ["b.conflist", "node/d.conflist", "e.conflist"])
      #expect(outcome.unchanged == ["c.conflist"])
      let again = try OutputFolder.write(names.map { artifact($0, "newer") }, to: scratch("out"))
      #expect(
        again.overwritten.isEmpty && again.written == names + ["SHA256SUMS"] && again.removed == ["e.conflist"],
        "\(again)")
    }
  }

  @Test func filesNoLongerMadeGoOnlyIfNobodyChangedThem() async throws {
    try await withScratch { scratch in
      _ = try OutputFolder.write(
        [artifact("old/a.conflist", "x"), artifact("edited.conflist", "y"), artifact("kept.toml", "z")],
        to: scratch("out"))
      try scratch.file("out/edited.conflist", "edited by hand")
      try scratch.file("out/foreign.conflist", "somebody else's")
      let outcome = try OutputFolder.write([artifact("kept.toml", "z")], to: scratch("out"))
      #expect(outcome.removed == ["old/a.conflist"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch("out")).sorted()
          == ["SHA256SUMS", "edited.conflist", "foreign.conflist", "kept.toml"])
      #expect(try text(scratch("out/foreign.conflist")) == "somebody else's")
    }
  }

  @Test func linksAreNeverFollowedOutOfTheFolder() async throws {
    try await withScratch { scratch in
      try scratch.folder("out")
      try scratch.folder("elsewhere")
      try scratch.file("target", "untouched")
      try FileManager.default.createSymbolicLink(
        atPath: scratch("out/a.conflist"), withDestinationPath: scratch("target"))
      try FileManager.default.createSymbolicLink(atPath: scratch("out/node"), withDestinationPath: scratch("elsewhere"))
      _ = try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("out"))
      #expect(try text(scratch("target")) == "untouched")
      #expect(try text(scratch("out/a.conflist")) == "x")
      #expect(throws: FileFault.self) {
        try OutputFolder.write([artifact("node/b.conflist", "x")], to: scratch("out"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("elsewhere")).isEmpty)
    }
  }

  @Test func leftoversOfAKilledRunAreRemoved() async throws {
    try await withScratch { scratch in
      try scratch.folder("out")
      // No process has this id: it is above the kernel's greatest.
      try scratch.file("out/.cnigen-4194305-a.conflist.tmp", "half")
      try scratch.file("out/.cnigen-notes.tmp", "a person's own")
      _ = try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("out"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch("out")).sorted()
          == [".cnigen-notes.tmp", "SHA256SUMS", "a.conflist"])
    }
  }

  @Test func missingParentsAreMade() async throws {
    try await withScratch { scratch in
      _ = try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("one/two/out"))
      #expect(try text(scratch("one/two/out/a.conflist")) == "x")
    }
  }

  @Test func aFileInPlaceOfTheFolderIsAClearFault() async throws {
    try await withScratch { scratch in
      try scratch.file("out", "a file")
      let fault = #expect(throws: FileFault.self) {
        try OutputFolder.write([artifact("a.conflist", "x")], to: scratch("out"))
      }
      #expect(fault?.operation == .write)
      #expect(fault?.reason == "a part of the path is no folder")
      #expect(try text(scratch("out")) == "a file")
    }
  }

  @Test(arguments: ["", "x", "../a", "a/../b", "/etc/passwd", "a//b"])
  func sumsNameNothingOutsideTheFolder(_ path: String) {
    let line = String(repeating: "0", count: 64) + "  " + path
    let isPlain = path == "x"
    #expect(Checksums.read(Array(line.utf8)).isEmpty == !isPlain)
  }
}

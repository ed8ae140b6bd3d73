import ArtifactIO
import Foundation
import TestSupport
import Testing

@Suite struct OutputFileTests {
  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func aFileIsReplacedAsAWhole() async throws {
    try await withScratch { scratch in
      let path = try scratch.file("a.json", "what stood here before, and longer")
      let reader = try #require(FileHandle(forReadingAtPath: path))
      try OutputFile.write(Array("new".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      // Who had the old file open still reads the old one.
      #expect(try reader.readToEnd() == Data("what stood here before, and longer".utf8))
      #expect(try names(scratch.path) == ["a.json"])
    }
  }

  @Test func aLinkIsReplacedAndNotFollowed() async throws {
    try await withScratch { scratch in
      try scratch.file("elsewhere", "untouched")
      try FileManager.default.createSymbolicLink(atPath: scratch("a.json"), withDestinationPath: "elsewhere")
      try OutputFile.write(Array("new".utf8), to: scratch("a.json"))
      #expect(try String(contentsOfFile: scratch("elsewhere"), encoding: .utf8) == "untouched")
      #expect(try String(contentsOfFile: scratch("a.json"), encoding: .utf8) == "new")
    }
  }

  @Test(arguments: ["", "missing/a.json", "folder", "folder/", ".", ".."])
  func whatIsNoPlaceForAFileIsRefused(_ name: String) async throws {
    try await withScratch { scratch in
      try scratch.folder("folder")
      #expect(throws: FileFault.self) { try OutputFile.write([1], to: scratch(name)) }
      #expect(try names(scratch.path) == ["folder"])
    }
  }
}

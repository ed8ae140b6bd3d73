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

  /// A pipe, and a device such as /dev/null: a file renamed over it would take it from the whole machine.
  @Test func whatIsNoFileIsWrittenIntoAndStays() async throws {
    try await withScratch { scratch in
      let pipe = scratch("pipe")
      #expect(mkfifo(pipe, 0o600) == 0)
      let reader = open(pipe, O_RDONLY | O_NONBLOCK)
      try OutputFile.write(Array("new".utf8), to: pipe)
      try OutputFile.stream(to: pipe) { write throws(TreeFault) in
        do throws(FileFault) { try write(Array("er".utf8)) } catch { throw .file(error) }
      }
      var room = [UInt8](repeating: 0, count: 16)
      let count = read(reader, &room, room.count)
      close(reader)
      #expect(room.prefix(max(0, count)).elementsEqual("newer".utf8))
      var status = stat()
      #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
      #expect(try names(scratch.path) == ["pipe"])

      // Device 1, 3 is /dev/null; only root can make one.
      let null = scratch("null")
      guard mknod(null, S_IFCHR | 0o666, 0x103) == 0 else { return }
      try OutputFile.write([1], to: null)
      #expect(lstat(null, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
      #expect(mknod(scratch("block"), S_IFBLK | 0o600, 0xFAFA) == 0)
      #expect(throws: FileFault.self) { try OutputFile.write([1], to: scratch("block")) }
    }
  }

  @Test func theSystemsFoldersHoldNoFilesToReplace() async throws {
    try await withScratch { scratch in
      let file = open(try scratch.file("a", "old old"), O_RDWR)
      defer { close(file) }
      try OutputFile.write(Array("new".utf8), to: "/proc/self/fd/\(file)")
      #expect(lseek(file, 0, SEEK_END) == 7)
      try OutputFile.write(Array("er".utf8), to: "/dev/fd/\(file)")
      #expect(try String(contentsOfFile: scratch("a"), encoding: .utf8) == "new older")
      #expect(throws: FileFault.self) { try OutputFile.write([1], to: "/proc/self/fd/987654") }
      #expect(throws: FileFault.self) { try OutputFile.write([1], to: "/dev/no-such-device") }
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
